import { describe, expect, it } from 'vitest'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { ProbeEnded } from './observation.ts'
import { health, healthOk, scrape, version } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { allRows, createWatch, digestChanges, observe } from './watch.ts'

const T: EpochMs = 10_000_000
const POD = 'orders-1'

function podAfter(answers: readonly ProbeEnded[]): PodFacts | undefined {
  const watch = createWatch(fleetOf({ orders: 1 }))
  for (const answer of answers) observe(watch, answer, answer.at)
  return watch.services.get('orders')?.pods.get(POD)
}

const at = (s: number): EpochMs => T + seconds(s)
/** A scrape at `s` of a process that started at `start`, both in seconds. */
const scrapeAt = (s: number, start: number, is?: string): ProbeEnded =>
  scrape(POD, at(s), is === undefined ? { startedAt: at(start) } : { startedAt: at(start), version: is })
const versionAt = (s: number, is: string | null, start?: number): ProbeEnded =>
  version(POD, at(s), is, start === undefined ? null : at(start))
const pageAt = (s: number, is: string): ProbeEnded => health(POD, at(s), 'ok', { version: is })

describe('restarts and deploys', () => {
  for (const { name, answers, restarts } of [
    { name: 'the first start that is seen is none', answers: [scrapeAt(0, -100)], restarts: [] },
    { name: 'the same start again', answers: [scrapeAt(0, -100), scrapeAt(15, -100)], restarts: [] },
    { name: 'a later start is a restart', answers: [scrapeAt(0, -100), scrapeAt(15, 10)], restarts: [10] },
    {
      name: 'each is counted once',
      answers: [scrapeAt(0, -100), scrapeAt(15, 10), scrapeAt(30, 10), scrapeAt(45, 40), scrapeAt(60, 40)],
      restarts: [10, 40],
    },
    { name: 'eight seconds are noise', answers: [scrapeAt(0, -100), scrapeAt(15, -92)], restarts: [] },
    { name: 'more are not', answers: [scrapeAt(0, -100), scrapeAt(15, -91.9)], restarts: [-91.9] },
    { name: 'an earlier start is noise', answers: [scrapeAt(0, -100), scrapeAt(15, -500)], restarts: [] },
    {
      name: 'of which the known start is kept',
      answers: [scrapeAt(0, -100), scrapeAt(15, -500), scrapeAt(30, -100)],
      restarts: [],
    },
    {
      name: 'a start that the version page tells',
      answers: [versionAt(0, '1', -100), versionAt(300, '1', 200)],
      restarts: [200],
    },
    {
      name: 'a deploy in one scrape',
      answers: [scrapeAt(0, -100, '1'), scrapeAt(15, 10, '2')],
      restarts: [],
    },
    {
      name: 'a restart of the same version in one scrape',
      answers: [scrapeAt(0, -100, '1'), scrapeAt(15, 10, '1')],
      restarts: [10],
    },
    {
      name: 'a deploy whose version is read before its start',
      answers: [versionAt(0, '1'), scrapeAt(0, -100), versionAt(12, '2'), scrapeAt(15, 10)],
      restarts: [],
    },
    {
      name: 'a deploy whose start is read before its version',
      answers: [versionAt(0, '1'), scrapeAt(0, -100), scrapeAt(15, 10), versionAt(16, '2')],
      restarts: [],
    },
    {
      name: 'a restart that turns out not to be a deploy',
      answers: [versionAt(0, '1'), scrapeAt(0, -100), scrapeAt(15, 10), versionAt(16, '1')],
      restarts: [10],
    },
    {
      name: 'a restart after a deploy',
      answers: [versionAt(0, '1'), scrapeAt(0, -100), scrapeAt(15, 10), versionAt(16, '2'), scrapeAt(45, 40)],
      restarts: [40],
    },
    {
      name: 'a restart that was known before the last version was read stays one',
      answers: [scrapeAt(0, -100), scrapeAt(15, 10), versionAt(16, '1'), versionAt(300, '2', 290)],
      restarts: [10],
    },
    {
      name: 'a deploy whose version only the health page tells, before its start',
      answers: [pageAt(0, '1'), scrapeAt(1, -100), pageAt(12, '2'), scrapeAt(15, 10)],
      restarts: [],
    },
    {
      name: 'a deploy whose version only the health page tells, after its start',
      answers: [pageAt(0, '1'), scrapeAt(1, -100), scrapeAt(15, 10), pageAt(16, '2')],
      restarts: [],
    },
    {
      name: 'a version that is not known for a while is no deploy',
      answers: [versionAt(0, '1'), scrapeAt(0, -100), versionAt(14, null), scrapeAt(15, 10)],
      restarts: [10],
    },
  ]) {
    it(`${name}: ${restarts.length === 0 ? 'none' : restarts.join(', ')}`, () => {
      expect(podAfter(answers)?.restarts).toEqual(restarts.map(at))
    })
  }

  it('keeps no more than fifty restarts', () => {
    const many = Array.from({ length: 80 }, (_, n) => scrapeAt(15 * n, 15 * n - 5))
    const restarts = podAfter(many)?.restarts
    expect([restarts?.length, restarts?.at(-1)]).toEqual([50, at(15 * 79 - 5)])
  })

  it('tells a crash loop once the third restart is seen, and keeps it for 15 minutes', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    const lights = [-100, 10, 40, 70].map((start, n) => {
      observe(watch, scrapeAt(15 + n * 30, start), at(15 + n * 30))
      observe(watch, healthOk(POD, at(15 + n * 30)), at(15 + n * 30))
      return digestChanges(watch, at(15 + n * 30)).rows[0]?.light
    })
    expect(lights).toEqual(['green', 'orange', 'orange', 'red'])
    const over = at(10) + minutes(15) + 1
    observe(watch, healthOk(POD, over), over)
    digestChanges(watch, over)
    expect(allRows(watch)[0]).toMatchObject({ light: 'orange', reasons: [{ kind: 'restarts' }] })
  })
})

describe('pods on different versions whose starts nobody tells', () => {
  const watch = createWatch(fleetOf({ orders: 2 }))
  const lightAt = (s: number, first: string, second: string): string | undefined => {
    observe(watch, version('orders-1', at(s), first), at(s))
    observe(watch, version('orders-2', at(s), second), at(s))
    observe(watch, healthOk('orders-1', at(s)), at(s))
    observe(watch, healthOk('orders-2', at(s)), at(s))
    digestChanges(watch, at(s))
    return allRows(watch)[0]?.light
  }

  it('disagree from when they were first seen to, and anew after they agreed', () => {
    const seen = [
      lightAt(0, '1', '1'),
      lightAt(300, '1', '2'),
      lightAt(1200, '1', '2'),
      lightAt(1201, '1', '2'),
      lightAt(1500, '2', '2'),
      lightAt(1800, '3', '2'),
      lightAt(2700, '3', '2'),
      lightAt(2701, '3', '2'),
    ]
    expect(seen).toEqual(['green', 'green', 'green', 'orange', 'green', 'green', 'green', 'orange'])
  })
})
