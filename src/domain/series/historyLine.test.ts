import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { backfill, emptyHistory, type History, remember } from './history.ts'
import { historyLine } from './historyLine.ts'

/** A midnight. */
const BEGIN: EpochMs = 1_762_560_000_000

/** A value that tells its time, in hours, read every `every` from `from` to `to` hours after `BEGIN`. */
function seen(to: number, every: DurationMs = minutes(2), from = 0): History {
  const history = emptyHistory()
  for (let t = BEGIN + hours(from); t <= BEGIN + hours(to); t += every) {
    remember(history, t, (t - BEGIN) / hours(1))
  }
  return history
}

const lineAt = (history: History, hour: number, span: DurationMs) => {
  const line = historyLine(history, BEGIN + hours(hour), span)
  if (line === null) throw new Error('no line')
  return line
}

const filled = (values: Float32Array): number => values.filter((value) => !Number.isNaN(value)).length

describe('historyLine', () => {
  it('is none where nothing is known, or nothing of that time', () => {
    expect(historyLine(emptyHistory(), BEGIN, days(1))).toBeNull()
    expect(historyLine(seen(1), BEGIN + hours(60), hours(10))).toBeNull()
    expect(historyLine(seen(1), BEGIN - hours(2), hours(1))).toBeNull()
  })

  it.each<[string, History, number, DurationMs, DurationMs, number]>([
    ['a day, in places of a quarter of an hour', seen(24), 24, days(1), minutes(16), 90],
    ['two hours of a day: no longer than what is known', seen(2), 2, days(1), minutes(2), 61],
    ['a week, in places of whole hours', seen(168), 168, days(7), hours(2), 85],
    ['four weeks', seen(672, minutes(10)), 672, days(28), hours(7), 96],
    ['a single value', seen(0), 0, days(1), minutes(2), 1],
  ])('%s', (_, history, hour, span, step, places) => {
    const line = lineAt(history, hour, span)
    expect(line.step).toBe(step)
    expect(line.values.length).toBeGreaterThanOrEqual(places)
    expect(line.values.length).toBeLessThanOrEqual(Math.min(96, places + 2))
    expect(filled(line.values)).toBe(line.values.length)
  })

  it('leaves a gap where nothing was read', () => {
    const history = seen(8)
    for (let t = BEGIN + hours(12); t <= BEGIN + hours(20); t += minutes(2)) remember(history, t, 1)
    const { values, step, from } = lineAt(history, 20, days(1))
    const gap = values.findIndex((value) => Number.isNaN(value))
    expect(from + gap * step).toBeGreaterThan(BEGIN + hours(8))
    expect(from + gap * step).toBeLessThanOrEqual(BEGIN + hours(8) + 2 * step)
    expect((values.length - filled(values)) * step).toBeCloseTo(hours(4), -6.5)
  })

  it('has no gaps where somebody else measured once an hour', () => {
    const history = emptyHistory()
    for (let hour = 0; hour < 12; hour++) backfill(history, BEGIN + hours(hour), hour, hours(1))
    const { values, step } = lineAt(history, 11, days(1))
    expect(step).toBe(hours(1))
    expect([...values]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('has none where the hours of somebody else end and own values begin', () => {
    const history = emptyHistory()
    for (let hour = 0; hour < 10; hour++) backfill(history, BEGIN + hours(hour), hour, hours(1))
    for (let t = BEGIN + hours(10); t <= BEGIN + hours(13); t += minutes(2)) remember(history, t, 10)
    const { values } = lineAt(history, 13, days(1))
    expect(filled(values)).toBe(values.length)
    expect(values[0]).toBe(0)
    expect(values.at(-1)).toBe(10)
  })

  it('weighs bins by how much they hold', () => {
    const history = emptyHistory()
    for (let i = 0; i < 9; i++) remember(history, BEGIN + i * 1000, 10)
    remember(history, BEGIN + minutes(2), 0)
    for (let t = BEGIN + minutes(16); t < BEGIN + days(1); t += minutes(2)) remember(history, t, 5)
    expect(lineAt(history, 24 - 1 / 60, days(1)).values[0]).toBeCloseTo(9, 5)
  })

  it('shows each value where it was read, whatever the hour, the span and the pace', () => {
    const spans = fc.integer({ min: 30, max: 28 * 24 * 60 })
    const length = fc.double({ min: 0.1, max: 200, noNaN: true })
    fc.assert(
      fc.property(
        spans,
        length,
        fc.constantFrom(minutes(1), minutes(5), minutes(10)),
        (span, hour, every) => {
          const line = historyLine(seen(hour, every), BEGIN + hours(hour), minutes(span))
          expect(line).not.toBeNull()
          if (line === null) return
          const { from, step, values } = line
          expect(values.length).toBeGreaterThanOrEqual(1)
          expect(values.length).toBeLessThanOrEqual(96)
          expect(from + values.length * step).toBeGreaterThan(BEGIN + hours(hour) - every)
          expect(from + (values.length - 1) * step).toBeLessThanOrEqual(BEGIN + hours(hour))
          for (const [i, value] of values.entries()) {
            if (Number.isNaN(value)) continue
            const begins = (from + i * step - BEGIN) / hours(1)
            expect(value).toBeGreaterThanOrEqual(Math.fround(begins) - 0.01)
            expect(value).toBeLessThanOrEqual(begins + step / hours(1) + 0.01)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
