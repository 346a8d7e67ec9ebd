import { describe, expect, it } from 'vitest'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { openWindow, stillWindow, type Starts } from './window.ts'

const NOW = 1_800_000_000_000
const UNKNOWN: Starts = { before: null, now: null }

const windowAfter = (gap: DurationMs, starts: Starts, took: DurationMs = 5) => {
  const previous = scrapeOf('hits_total 100', NOW - gap, took)
  const current = scrapeOf('hits_total 160', NOW, took)
  return openWindow(
    { scrape: previous, still: stillWindow(previous) },
    { scrape: current, still: stillWindow(current) },
    starts,
  )
}

const startedAgo = (before: number, now: number): Starts => ({
  before: NOW / 1000 - before,
  now: NOW / 1000 - now,
})

const rows = [
  { name: 'two pages 15 s apart', gap: seconds(15), starts: UNKNOWN, seconds: 15, grown: [60] },
  { name: 'the longest gap', gap: minutes(10), starts: UNKNOWN, seconds: 600, grown: [60] },
  { name: 'a longer gap gives no rates', gap: minutes(10) + 1, starts: UNKNOWN, seconds: null, grown: [] },
  { name: 'the same moment twice', gap: 0, starts: UNKNOWN, seconds: null, grown: [] },
  { name: 'the clock was set back', gap: seconds(-5), starts: UNKNOWN, seconds: null, grown: [] },
  { name: 'not a number', gap: Number.NaN, starts: UNKNOWN, seconds: null, grown: [] },
  {
    name: 'the same process',
    gap: seconds(15),
    starts: startedAgo(3600, 3600),
    seconds: 15,
    grown: [60],
  },
  {
    name: 'a start that wanders by a second is the same process',
    gap: seconds(15),
    starts: startedAgo(3600, 3599),
    seconds: 15,
    grown: [60],
  },
  {
    name: 'on a slow page it may wander by as long as the page took',
    gap: seconds(15),
    took: seconds(8),
    starts: startedAgo(3600, 3591),
    seconds: 15,
    grown: [60],
  },
  {
    name: 'a restart: all of the counter is new, though it is above the earlier value',
    gap: seconds(15),
    starts: startedAgo(3600, 10),
    seconds: 15,
    grown: [160],
  },
  {
    name: 'another process that began long before the window: its average, no spike',
    gap: seconds(15),
    starts: startedAgo(3600, 1600),
    seconds: 1600,
    grown: [160],
  },
  {
    name: 'an older one answers again',
    gap: seconds(15),
    starts: startedAgo(100, 3200),
    seconds: 3200,
    grown: [160],
  },
  {
    name: 'a start that is told by one page only is no restart',
    gap: seconds(15),
    starts: { before: null, now: NOW / 1000 - 5 },
    seconds: 15,
    grown: [60],
  },
]

describe('openWindow', () => {
  for (const { name, gap, starts, took, seconds: expected, grown } of rows) {
    it(name, () => {
      const window = windowAfter(gap, starts, took)
      expect(window.seconds).toBe(expected)
      expect(window.increases('hits_total').map(({ by }) => by)).toEqual(grown)
    })
  }

  it('answers the same twice, and nothing for a name that is not there', () => {
    const window = windowAfter(seconds(15), UNKNOWN)
    expect(window.increases('hits_total')).toBe(window.increases('hits_total'))
    expect(window.increases('misses_total')).toEqual([])
  })
})

it('a page by itself has no rates', () => {
  const still = stillWindow(scrapeOf('hits_total 1', NOW))
  expect(still.seconds).toBeNull()
  expect(still.increases('hits_total')).toEqual([])
})
