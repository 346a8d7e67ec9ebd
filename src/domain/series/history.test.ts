import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { backfill, COARSE, emptyHistory, FINE, historyBetween, historyBytes, remember } from './history.ts'
import { packHistory, unpackHistory } from './packHistory.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

const fourWeeks = () => {
  const history = emptyHistory()
  for (let t = NOON - days(28); t <= NOON; t += minutes(1)) remember(history, t, t / days(1))
  return history
}

describe('what is remembered of one quantity', () => {
  it('is a day in fine steps and four weeks in coarse ones, in at most 20 KB', () => {
    const history = fourWeeks()
    expect(historyBetween(history, NOON - hours(23), NOON)).toHaveLength(hours(23) / FINE.width)
    const month = historyBetween(history, NOON - days(27), NOON)
    expect(month.length).toBeGreaterThan(26 * 24)
    expect(historyBytes(history)).toBeLessThanOrEqual(20_000)
  })

  it('is told in order, and no time twice, where coarse steps meet fine ones', () => {
    const times = historyBetween(fourWeeks(), NOON - days(27), NOON).map(({ t }) => t)
    const steps = new Set(times.slice(1).map((t, i) => t - (times[i] ?? 0)))
    expect([...steps].toSorted((a, b) => a - b)).toEqual([FINE.width, COARSE.width])
  })

  it('takes the past from somebody else, and keeps what was seen here', () => {
    const history = emptyHistory()
    remember(history, NOON, 5)
    remember(history, NOON + 1, 7)
    backfill(history, NOON, 100)
    backfill(history, NOON - days(3), 3)
    backfill(history, NOON - hours(2), 4)
    expect(historyBetween(history, 0, Infinity).map(({ mean }) => mean)).toEqual([3, 4, 6])
  })

  it('says nothing of nothing', () => {
    expect(historyBetween(emptyHistory(), 0, Infinity)).toEqual([])
  })
})

describe('a history as bytes', () => {
  it('reads back as it was, whatever is in it', () => {
    const samples = fc.array(
      fc.tuple(fc.integer({ min: 0, max: days(30) }), fc.float({ noNaN: true, noDefaultInfinity: true })),
    )
    fc.assert(
      fc.property(samples, (values) => {
        const history = emptyHistory()
        for (const [t, value] of values) remember(history, NOON + t, value)
        const back = unpackHistory(packHistory(history))
        expect(back.ok && historyBetween(back.value, 0, Infinity)).toEqual(
          historyBetween(history, 0, Infinity),
        )
      }),
    )
  })

  const packed = packHistory(fourWeeks())
  const changed = (at: number, byte: number): Uint8Array => {
    const copy = packed.slice()
    copy[at] = byte
    return copy
  }
  for (const { name, bytes, error } of [
    { name: 'nothing', bytes: new Uint8Array(), error: { kind: 'damaged' } },
    { name: 'cut short', bytes: packed.slice(0, -1), error: { kind: 'damaged' } },
    { name: 'something behind it', bytes: new Uint8Array([...packed, 0]), error: { kind: 'damaged' } },
    { name: 'a later layout', bytes: changed(0, 2), error: { kind: 'other-version', version: 2 } },
    { name: 'more bins than there can be', bytes: changed(3, 255), error: { kind: 'damaged' } },
  ]) {
    it(`is refused: ${name}`, () => {
      expect(unpackHistory(bytes)).toEqual({ ok: false, error })
    })
  }

  it('never fails in another way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = unpackHistory(new Uint8Array([1, ...bytes]))
        expect(typeof result.ok).toBe('boolean')
      }),
    )
  })
})
