import { describe, expect, it } from 'vitest'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { blindTimes, inTheLight, type Trailed } from './blindTimes.ts'
import { DUSK, EVERY, trailOf } from './testing/storedNight.ts'
import type { UpTrail } from './upTrail.ts'

const NEVER: UpTrail = { every: EVERY, freshFor: 3 * EVERY, runs: [] }

/** A pod that did not answer from one minute to another. */
const out = (service: string, from: number, to: number) => ({
  service,
  trail: trailOf({ up: (t) => t < minutes(from) || t >= minutes(to) }, minutes(60)) ?? NEVER,
})
const well = (service: string) => out(service, 0, 0)
/** When it is blind, and in how many steps that is found out. */
function found(pods: readonly Trailed[]) {
  const work = blindTimes(pods)
  for (let steps = 1; ; steps += 1) {
    const step = work.next()
    if (step.done === true) return { blind: step.value, steps }
  }
}
const minutesOf = (spans: readonly SeenSpan[]) =>
  spans.map(({ from, to }) => [(from - DUSK) / minutes(1), (to - DUSK) / minutes(1)])

const OUT = [out('a', 20, 30), out('a', 20, 30), out('b', 20.25, 30), out('c', 20, 30.25), out('c', 20.5, 31)]

describe('blindTimes', () => {
  it.each([
    { name: 'nothing fails', pods: [well('a'), well('b'), well('c')], blind: [] },
    { name: 'most of the fleet fails at once', pods: OUT, blind: [[20, 30]] },
    { name: 'most of it, for one that goes on', pods: [...OUT, well('d')], blind: [[20, 30]] },
    {
      name: 'half of it',
      pods: [...OUT, ...['d', 'e', 'f', 'g', 'h'].map(well)],
      blind: [],
    },
    { name: 'four pods', pods: OUT.slice(1), blind: [] },
    { name: 'two services', pods: OUT.map((pod, i) => ({ ...pod, service: i < 2 ? 'a' : 'b' })), blind: [] },
    {
      name: 'one after the other',
      pods: OUT.map((pod, i) => ({ ...pod, ...out(pod.service, 10 + 3 * i, 40) })),
      blind: [],
    },
    { name: 'with one that was out before', pods: [...OUT, out('d', 5, 50)], blind: [[20, 30]] },
  ])('$name', ({ pods, blind }) => expect(minutesOf(found(pods).blind)).toEqual(blind))
})

it('leaves what was told in the dark out, and keeps who is out afterwards', () => {
  const blind = [{ from: DUSK + minutes(20), to: DUSK + minutes(30) }]
  const told = (from: number, to: number) =>
    inTheLight(out('a', from, to).trail, blind)
      .runs.filter(({ up }) => !up)
      .map((run) => [(run.from - DUSK) / minutes(1), (run.to - DUSK) / minutes(1)])
  expect([told(20, 30), told(20, 40), told(10, 15)]).toEqual([[], [[30, 39.75]], [[10, 14.75]]])
})

/** Four hundred pods of fifty services, each of them out fifty times for a minute; `offset`: from pod to pod. */
const flapping = (offset: number): readonly Trailed[] =>
  Array.from({ length: 400 }, (_, i) => {
    const from = DUSK + i * offset
    const runs = Array.from({ length: 50 }, (_each, n) => [
      { up: true, from: from + n * minutes(30), to: from + minutes(30 * n + 28) },
      { up: false, from: from + minutes(30 * n + 28.25), to: from + minutes(30 * n + 29.75) },
    ])
    const last = { up: true, from: from + hours(25), to: DUSK + hours(27) }
    return { service: `s${i % 50}`, trail: { ...NEVER, runs: [...runs.flat(), last] } }
  })

it.each([
  { name: 'one after the other', offset: 1500, times: 0 },
  { name: 'all at once', offset: 1, times: 50 },
])('takes short steps where hundreds of pods come and go, $name', ({ offset, times }) => {
  const { blind, steps } = found(flapping(offset))
  expect(blind).toHaveLength(times)
  expect(blind.every(({ from, to }) => to - from < minutes(2))).toBe(true)
  expect(steps).toBeGreaterThan(40)
})
