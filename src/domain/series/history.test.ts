import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import {
  backfill,
  COARSE,
  emptyHistory,
  FINE,
  historyBetween,
  historyBytes,
  mixHistory,
  remember,
} from './history.ts'

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
    expect([...steps].toSorted((a, b) => a - b).slice(0, 2)).toEqual([FINE.width, COARSE.width])
    // The hour in which the fine ones begin is told by those: there the step is longer, by less than an hour.
    expect(steps.size).toBeLessThanOrEqual(3)
    expect(Math.max(...steps)).toBeLessThan(2 * COARSE.width)
  })

  it('is told in fine steps from its first minute on', () => {
    const history = emptyHistory()
    const [from, to] = [NOON + minutes(20), NOON + minutes(50)]
    for (let t = from; t < to; t += minutes(1)) remember(history, t, 7)
    expect(historyBetween(history, 0, to)).toHaveLength(15)
  })

  it('takes the past from somebody else, and keeps what was seen here', () => {
    const history = emptyHistory()
    remember(history, NOON, 5)
    remember(history, NOON + 1, 7)
    backfill(history, NOON, 100, minutes(2))
    backfill(history, NOON - days(3), 3, hours(1))
    backfill(history, NOON - hours(2), 4, minutes(2))
    expect(historyBetween(history, 0, Infinity).map(({ mean }) => mean)).toEqual([3, 4, 6])
  })

  it('takes what is seen here in place of what came from elsewhere', () => {
    const history = emptyHistory()
    backfill(history, NOON, 100, minutes(2))
    backfill(history, NOON + 1, 200, minutes(2))
    expect(historyBetween(history, 0, Infinity).map(({ mean, count }) => [mean, count])).toEqual([[150, 2]])
    remember(history, NOON + 2, 5)
    expect(historyBetween(history, 0, Infinity).map(({ mean, count }) => [mean, count])).toEqual([[5, 1]])
  })

  it('takes hourly values from elsewhere as coarse ones only', () => {
    const history = emptyHistory()
    for (let hour = 0; hour < 48; hour++) backfill(history, NOON - hours(hour), hour, hours(1))
    expect(history.fine.newest).toBe(-1)
    expect(historyBetween(history, 0, NOON + 1)).toHaveLength(48)
  })

  it('adds up what two have seen, and lets what was seen stand over what was told', () => {
    const [one, other] = [emptyHistory(), emptyHistory()]
    remember(one, NOON, 2)
    remember(other, NOON, 8)
    remember(other, NOON, 8)
    backfill(one, NOON + hours(1), 50, minutes(2))
    remember(other, NOON + hours(1), 7)
    mixHistory(one, other)
    const told = historyBetween(one, 0, Infinity).map(({ mean, low, high, count }) => [
      mean,
      low,
      high,
      count,
    ])
    expect(told).toEqual([
      [6, 2, 8, 3],
      [7, 7, 7, 1],
    ])
  })

  it('gives fine bins up for coarse ones where there is no room', () => {
    let left = 900
    const history = emptyHistory((more) => {
      if (more > left) return false
      left -= more
      return true
    })
    for (let t = NOON; t < NOON + days(2); t += minutes(1)) remember(history, t, 1)
    expect(historyBytes(history)).toBeLessThanOrEqual(900 + 112)
    expect(history.coarse.count.length).toBeGreaterThan(history.fine.count.length / 2)
    expect(historyBetween(history, NOON + days(2) - hours(1), Infinity)).toHaveLength(30)
  })

  it('says nothing of nothing', () => {
    expect(historyBetween(emptyHistory(), 0, Infinity)).toEqual([])
  })
})
