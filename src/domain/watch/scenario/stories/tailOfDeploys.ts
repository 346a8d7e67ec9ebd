import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import type { PodPlay, Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-10T08:31+01:00')
/** Every three days; six pods a minute. */
const ROLLOUTS = [moment('2026-11-10T10:00+01:00'), moment('2026-11-13T10:00+01:00')] as const
const [FIRST, SECOND] = ROLLOUTS
const AT_ONCE = 6
/** So long until the caches of a new process are warm; it says that it is ready at once. */
const COLD = minutes(3)

const FILE = { endpoints: { ready: '/ready' } }

const startsOf = (n: number): readonly [Start, ...Start[]] => {
  const batch = minutes(Math.floor((n - 1) / AT_ONCE))
  return [
    { at: FROM - days(2), version: '2026.45' },
    { at: FIRST + batch, version: '2026.46' },
    { at: SECOND + batch, version: '2026.47' },
  ]
}

const feed = (n: number, random: Random, coldP99: number): PodPlay => {
  const starts = startsOf(n)
  const isCold = (t: number): boolean => starts.some(({ at }) => at <= t && t < at + COLD)
  return goService(random, {
    starts,
    ready: () => 'ok',
    requests: { p50: () => 0.008, p99: (t) => (isCold(t) ? coldP99 : 0.03) },
  })
}

/** Every half minute while a rollout lasts, and every few for an hour before it: what is usual has to be known. */
const quickAround = (rollout: number) => [
  { from: rollout - hours(1), every: minutes(2) },
  { from: rollout - minutes(1), every: seconds(30) },
  { from: rollout + minutes(14), every: minutes(10) },
  { from: rollout + hours(1), every: hours(1) },
]

/** Story 4: caches are cold for three minutes after each start, and pods take traffic before they are warm. */
export const tailOfDeploys: Story = {
  name: 'the deploy that grew the tail',
  says: '60 replicas are replaced six at a time, and each is slow until its caches are warm.',
  from: FROM,
  until: SECOND + hours(1),
  liveFrom: SECOND - seconds(30),
  timeZone: 'Europe/Paris',
  every: minutes(2),
  pace: ROLLOUTS.flatMap(quickAround),
  looks: [FIRST + minutes(5), FIRST + minutes(30), SECOND + minutes(5), SECOND + minutes(30)],
  services: [
    { name: 'feed', pods: 60, file: FILE, play: (n, random) => feed(n, random, 0.15) },
    { name: 'feed-twin', pods: 6, file: FILE, play: (n, random) => feed(n, random, 0.03) },
  ],
  tells: [
    {
      service: 'feed',
      kind: 'warm-up',
      signal: 'latencyP99',
      namedBy: FIRST + minutes(5),
      on: SECOND + minutes(5),
      pods: 24,
      light: 'orange',
      says: ['warm-up on 24 of 60 pods', 'latency p99 2', 'usually 39', 'until 10:', 'ready before warm'],
      diagnosis: [
        'deploy 2026.47',
        'before it ran 2026.46: not what it changed, but that its pods start',
        'warm-up on 24 of 60 pods',
        'ready before warm: gate readiness on warm caches',
        'not those pods, but how they start',
        'no: no rollback: it passes as caches warm',
      ],
      only: [FIRST + minutes(5), SECOND + minutes(5)],
    },
  ],
}
