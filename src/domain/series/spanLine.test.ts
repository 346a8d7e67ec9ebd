import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { backfill, emptyHistory, remember } from './history.ts'
import { spanLine } from './spanLine.ts'

/** 2026-11-16T00:00:00Z, a whole hour. */
const T0 = Date.UTC(2026, 10, 16)

describe('spanLine', () => {
  it('is nothing of nothing', () => {
    expect(spanLine(emptyHistory(), T0, T0 + hours(1), 300)).toBeNull()
  })

  it('shows a day in steps of two minutes where they are known, with a gap as a gap', () => {
    const history = emptyHistory()
    for (const minute of [0, 1, 2, 3, 8]) remember(history, T0 + minutes(minute), minute)
    const line = spanLine(history, T0, T0 + hours(6), 300)
    expect(line).toMatchObject({ from: T0, step: minutes(2) })
    expect([...(line?.mean ?? [])]).toEqual([0.5, 2.5, Number.NaN, Number.NaN, 8])
    expect([...(line?.low ?? [])]).toEqual([0, 2, Number.NaN, Number.NaN, 8])
    expect([...(line?.high ?? [])]).toEqual([1, 3, Number.NaN, Number.NaN, 8])
  })

  it('shows a month in whole hours, the newest of them made of fine steps', () => {
    const history = emptyHistory()
    for (let hour = 0; hour < 27 * 24; hour++)
      backfill(history, T0 + hours(hour) + minutes(30), hour, hours(1))
    const line = spanLine(history, T0, T0 + days(28), 300)
    expect(line?.step).toBe(hours(3))
    expect(line?.mean[0]).toBe(1)
    expect(line?.mean.length).toBe((27 * 24) / 3)
  })

  it('takes only what lies within the span', () => {
    const history = emptyHistory()
    for (let minute = 0; minute < 120; minute += 2) remember(history, T0 + minutes(minute), minute)
    const line = spanLine(history, T0 + hours(1), T0 + hours(1) + minutes(10), 300)
    expect([...(line?.mean ?? [])]).toEqual([60, 62, 64, 66, 68])
  })

  it('has no more steps than asked for and one, and never a value that was not seen', () => {
    const value = fc.tuple(
      fc.nat({ max: days(3) / minutes(1) }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    )
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 400 }),
        (values, places) => {
          const history = emptyHistory()
          const inOrder = values.toSorted(([a], [b]) => a - b)
          for (const [minute, amount] of inOrder) remember(history, T0 + minutes(minute), amount)
          const line = spanLine(history, T0, T0 + days(3) + minutes(1), places)
          if (line === null) return false
          const all = inOrder.map(([, amount]) => amount)
          const isWithin = (drawn: number): boolean =>
            Number.isNaN(drawn) ||
            (drawn >= Math.fround(Math.min(...all)) - 1 && drawn <= Math.fround(Math.max(...all)) + 1)
          return line.mean.length <= places + 1 && [...line.mean, ...line.low, ...line.high].every(isWithin)
        },
      ),
    )
  })
})
