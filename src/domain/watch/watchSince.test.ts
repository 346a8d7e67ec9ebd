import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { INTERVAL, lightsOf, tell } from './testing/story.ts'
import { allRows, createWatch, digestChanges, type Watch } from './watch.ts'

/** 08:00:00 UTC. */
const START: EpochMs = 8 * 3_600_000
const NIGHT = minutes(90) / INTERVAL

const linesOf = (watch: Watch, now: EpochMs): string[] =>
  allRows(watch)[0]?.reasons.map((reason) => reasonLine(reason, now, 'UTC')) ?? []

describe('a pod that cannot be read', () => {
  it('says since when, however many hours it lasts, and is grey at once', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    const frames = tell(watch, { 'orders-1': `G${'S'.repeat(NIGHT)}` }, START)
    expect(lightsOf(frames).slice(0, 4)).toBe('guuu')
    expect(linesOf(watch, START + minutes(90))).toEqual(['sign-in needed on orders-1 since 08:00'])
    expect(allRows(watch)[0]?.reasons[0]?.since).toBe(START + INTERVAL)
  })

  it('is green again with its first good answer', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    expect(lightsOf(tell(watch, { 'orders-1': 'GSSSG' }, START))).toBe('guuug')
  })

  it('keeps that time over a change of the fleet file', () => {
    const fleet = fleetOf({ orders: 1 })
    const watch = createWatch(fleet)
    tell(watch, { 'orders-1': 'GSSS' }, START)
    const next = createWatch(fleet, watch)
    tell(next, { 'orders-1': 'SS' }, START + seconds(20))
    expect(allRows(next)[0]?.reasons[0]?.since).toBe(START + INTERVAL)
  })
})

describe('a pod that never answered', () => {
  it('is unseen since it was first looked at, not since now', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    const since = [0, 5000, hours(3)].map((later) => {
      digestChanges(watch, START + later)
      return allRows(watch)[0]?.reasons[0]?.since
    })
    expect(since).toEqual([START, START, START])
  })

  it('is unseen since the fleet file names it', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    tell(watch, { 'orders-1': 'GG' }, START)
    const more = createWatch(fleetOf({ orders: 2 }), watch)
    const later = START + seconds(10)
    tell(more, { 'orders-1': 'GGGG' }, later)
    expect(allRows(more)[0]?.reasons).toMatchObject([
      { kind: 'stale', since: later, pods: [{ pod: 'orders-2' }] },
    ])
  })
})

describe('a pod whose readiness fails', () => {
  it('says how, and since when it was last told', () => {
    const watch = createWatch(fleetOf({ orders: { pods: 1, endpoints: { ready: '/ready' } } }))
    const story = { 'orders-1': 'G'.repeat(NIGHT), 'orders-1 ready': `GG${'T'.repeat(NIGHT - 2)}` }
    tell(watch, story, START)
    const line = 'readiness cannot be read on orders-1: timed out after 4 s since 08:00'
    expect(linesOf(watch, START + minutes(90))).toEqual([line])
  })
})

describe('flapping over a window of its own', () => {
  for (const { flapWindow, flapBad } of [
    { flapWindow: 60, flapBad: 10 },
    { flapWindow: 200, flapBad: 33 },
    { flapWindow: 1000, flapBad: 150 },
  ]) {
    it(`of ${flapWindow} probes is told from ${flapBad} spells on`, () => {
      const watch = createWatch(fleetOf({ orders: 1 }, { thresholds: { flapWindow, flapBad } }))
      const lights = lightsOf(tell(watch, { 'orders-1': 'RGGGG'.repeat(flapBad) }, START))
      expect(lights.indexOf('o')).toBe(5 * (flapBad - 1))
      expect(lights.slice(1, lights.indexOf('o'))).toMatch(/^g+$/)
    })
  }
})
