import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { ProbeEnded } from './observation.ts'
import { fails, health, healthOk, scrape, version } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { allRows, createWatch, digestChanges, observe } from './watch.ts'

const T: EpochMs = 10_000_000
const POD = 'orders-1'
const SIGN_IN = { kind: 'sign-in-needed', how: 'status' } as const

function podAfter(answers: readonly ProbeEnded[]): PodFacts | undefined {
  const watch = createWatch(fleetOf({ orders: 1 }))
  for (const answer of answers) observe(watch, answer, answer.at)
  return watch.services.get('orders')?.pods.get(POD)
}

const at = (s: number): EpochMs => T + seconds(s)
const pageAt = (s: number, is: string): ProbeEnded => health(POD, at(s), 'ok', { version: is })
const versionAt = (s: number, is: string | null): ProbeEnded => version(POD, at(s), is)
const lockedAt = (s: number): ProbeEnded => fails(POD, at(s), SIGN_IN, 'version')
const scrapeAt = (s: number, is?: string, start?: number): ProbeEnded =>
  scrape(POD, at(s), {
    ...(is === undefined ? {} : { version: is }),
    ...(start === undefined ? {} : { startedAt: at(start) }),
  })

const QUARTER = minutes(15) / 1000

describe('the version of a pod', () => {
  for (const { name, answers, expected } of [
    { name: 'is unknown at first', answers: [], expected: undefined },
    { name: 'is what the metrics tell', answers: [scrapeAt(0, '1.2')], expected: '1.2' },
    { name: 'is what the health page tells', answers: [pageAt(0, '1.3')], expected: '1.3' },
    {
      name: 'is rather what the metrics tell than the health page',
      answers: [pageAt(0, '1.3'), scrapeAt(0, '1.2')],
      expected: '1.2',
    },
    {
      name: 'is rather what the version page tells than both',
      answers: [versionAt(0, '2.0'), pageAt(0, '1.3'), scrapeAt(0, '1.2')],
      expected: '2.0',
    },
    {
      name: 'is what anything tells, where the version page does not name it',
      answers: [versionAt(0, null), pageAt(0, '1.3')],
      expected: '1.3',
    },
    { name: 'may be a runtime alone', answers: [versionAt(0, null)], expected: null },
    {
      name: 'is what the version page told last, while that is fresh',
      answers: [versionAt(0, '1.0'), lockedAt(QUARTER - 1), scrapeAt(QUARTER, '2.0')],
      expected: '1.0',
    },
    {
      name: 'is no longer what a version page told that fails since, once that is old',
      answers: [versionAt(0, '1.0'), lockedAt(QUARTER - 1), scrapeAt(QUARTER + 1, '2.0')],
      expected: '2.0',
    },
    {
      name: 'is at once what the metrics tell of a deploy',
      answers: [versionAt(0, '1.0'), scrapeAt(1, '1.0'), scrapeAt(16, '2.0')],
      expected: '2.0',
    },
    {
      name: 'is again what the version page tells, once it was asked after the deploy',
      answers: [
        versionAt(0, '1.0'),
        scrapeAt(1, 'v1'),
        scrapeAt(16, 'v2'),
        versionAt(60, '2.0'),
        scrapeAt(76, 'v2'),
      ],
      expected: '2.0',
    },
    {
      name: 'is still what the version page told, after a sleep in which nobody asked it',
      answers: [versionAt(0, '1.0'), pageAt(0, 'api-1'), pageAt(hours(8) / 1000, 'api-1')],
      expected: '1.0',
    },
    {
      name: 'is the newest that was told, where all is old and fails',
      answers: [
        versionAt(0, '1.0'),
        scrapeAt(9, '2.0'),
        lockedAt(2000),
        fails(POD, at(2000), SIGN_IN, 'metrics'),
      ],
      expected: '2.0',
    },
    {
      name: 'is rather what was told long ago than nothing',
      answers: [versionAt(0, '1.0'), lockedAt(2000), scrapeAt(2001)],
      expected: '1.0',
    },
  ]) {
    it(name, () => {
      expect(podAfter(answers)?.version?.version).toBe(expected)
    })
  }
})

describe('a deploy', () => {
  for (const { name, answers, deployed, restarts = [] } of [
    {
      name: 'is another version on the same endpoint',
      answers: [versionAt(0, '1'), versionAt(60, '2')],
      deployed: 60,
    },
    {
      name: 'is none where nothing was known before',
      answers: [versionAt(0, null), versionAt(60, '2')],
      deployed: null,
    },
    {
      name: 'is none where two endpoints name one release in two ways',
      answers: [pageAt(0, 'api-1'), scrapeAt(1, 'v1.0'), versionAt(2, '1.0'), pageAt(5, 'api-1')],
      deployed: null,
    },
    {
      name: 'is told once, however many endpoints tell of it',
      answers: [versionAt(0, '1'), scrapeAt(1, '1'), scrapeAt(16, '2'), versionAt(60, '2')],
      deployed: 16,
    },
    {
      name: 'forgives the restart that brought it, though the version page has not told yet',
      answers: [versionAt(0, '1'), scrapeAt(1, '1', -100), scrapeAt(16, '2', 10)],
      deployed: 16,
    },
    {
      name: 'forgives no restart after it, though another endpoint tells of the deploy only then',
      answers: [
        versionAt(0, '1'),
        scrapeAt(1, '1', -100),
        scrapeAt(16, '2', 10),
        scrapeAt(46, '2', 40),
        versionAt(60, '2'),
      ],
      deployed: 16,
      restarts: [40],
    },
  ]) {
    it(name, () => {
      const pod = podAfter(answers)
      expect(pod?.versionChangedAt).toBe(deployed === null ? null : at(deployed))
      expect(pod?.restarts).toEqual(restarts.map(at))
    })
  }

  it('behind whose version page a sign-in waits since is seen by the metrics, and no pod disagrees for it', () => {
    const watch = createWatch(fleetOf({ orders: 2 }))
    const pods = ['orders-1', 'orders-2']
    const tell = (answer: ProbeEnded): void => observe(watch, answer, answer.at)
    const lights = new Set<string | undefined>()
    for (let minute = 0; minute < 24 * 60; minute++) {
      const now = T + minutes(minute)
      const page =
        minute < 5 ? { version: '1.0', startedAt: T } : { version: '2.0', startedAt: T + minutes(5) }
      for (const pod of pods) tell(healthOk(pod, now))
      for (const pod of pods) tell(scrape(pod, now, page))
      if (minute % 5 === 0) tell(version('orders-2', now, page.version))
      if (minute % 5 === 0) {
        tell(minute === 0 ? version('orders-1', now, '1.0') : fails('orders-1', now, SIGN_IN, 'version'))
      }
      digestChanges(watch, now)
      lights.add(allRows(watch)[0]?.light)
    }
    const [row] = allRows(watch)
    expect(row?.pods.map((pod) => pod.version)).toEqual(['2.0', '2.0'])
    expect([...lights]).toEqual(['green'])
  })
})
