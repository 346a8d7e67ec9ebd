import { days, minutes, seconds } from '#src/domain/time/units.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { PodPlay, Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-09T08:05+01:00')
const DEPLOYS = [
  { at: moment('2026-11-09T10:00+01:00'), version: '1.14.0' },
  { at: moment('2026-11-10T10:00+01:00'), version: '1.15.0' },
  { at: moment('2026-11-11T10:00+01:00'), version: '1.16.0' },
] as const
const LAST = DEPLOYS[2].at
/** So long a pod that was told to end goes on taking requests that it cannot serve; then it is killed. */
const GRACE = seconds(30)

/** One pod a minute. */
const startsOf = (n: number): readonly [Start, ...Start[]] => [
  { at: FROM - days(4), version: '1.13.2' },
  ...DEPLOYS.map(({ at, version }) => ({ at: at + minutes(n), version })),
]

const api = (n: number, random: Random, failing: number): PodPlay => {
  const starts = startsOf(n)
  const ends = (t: number): boolean => starts.some(({ at }) => at - GRACE <= t && t < at)
  return goService(random, {
    starts,
    requests: { errors: (t) => (ends(t) ? failing : 0), status: 503, p50: () => 0.012, p99: () => 0.06 },
  })
}

/** Story 7: whoever ends does not stop taking requests, and is killed when its grace period is over. */
export const shutdownThatWasnt: Story = {
  name: "the shutdown that wasn't",
  says: 'At each deploy a pod that is to end fails for 30 s, until it is killed.',
  from: FROM,
  until: LAST + minutes(40),
  liveFrom: LAST,
  timeZone: 'Europe/Paris',
  every: minutes(10),
  pace: DEPLOYS.flatMap(({ at }) => [
    { from: at - minutes(5), every: seconds(10) },
    { from: at + minutes(10), every: minutes(10) },
  ]),
  looks: DEPLOYS.flatMap(({ at }) => [at + minutes(2), at + minutes(20)]),
  services: [
    { name: 'api', pods: 4, play: (n, random) => api(n, random, 0.6) },
    { name: 'api-twin', pods: 4, play: (n, random) => api(n, random, 0) },
  ],
  tells: [
    {
      service: 'api',
      kind: 'errors',
      namedBy: DEPLOYS[0].at + minutes(2),
      on: LAST + minutes(2),
      pods: 1,
      light: 'red',
      says: ['errors 60 %', 'on api-3', 'since 10:02', '(deploy 1.16.0)'],
      diagnosis: [
        'not what it changed, but how pods end',
        'requests fail only as pods end',
        'one pod after the other, now api-3',
        'no: no rollback, which ends every pod once more: give them a preStop pause and a longer grace period',
      ],
      only: DEPLOYS.map(({ at }) => at + minutes(2)),
      endsBy: LAST + minutes(5),
    },
  ],
}
