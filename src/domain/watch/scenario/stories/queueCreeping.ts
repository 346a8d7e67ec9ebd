import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { wander } from '#src/domain/slope/testing/noise.ts'
import type { Random } from '#src/domain/slope/testing/random.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { between } from '#src/domain/watch/scenario/between.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { MetricLines, PodPlay, Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-10-05T00:05+02:00')
const DEPLOY = FROM + days(3) + hours(10)
const NOTICED = FROM + days(42)
const STARTS: readonly [Start, Start] = [
  { at: FROM - days(9), version: '4.1.0' },
  { at: DEPLOY, version: '4.2.0' },
]

/** Jobs a second by weeks, without the daily curve; and when all workers are busy, at 22 ms a job. */
const ARRIVALS = [440, 705] as const
const BUSY = FROM + days(42) * ((16 / 0.022 - ARRIVALS[0]) / (ARRIVALS[1] - ARRIVALS[0]))

type QueuePlan = {
  /** Mean depth, jobs a second and seconds a job, all without the daily curve. */
  readonly depth: (weeks: number) => number
  readonly perSecond: (weeks: number) => number
  readonly seconds: (t: number) => number
  /** How far the daily curve and the noise move depth and arrivals. */
  readonly swing: number
}

/** The depth that is seen at one moment of a queue with exponential times (M/M/1): geometric. */
const depthSeen = (random: Random, mean: number): number =>
  Math.min(256, Math.floor(Math.log(1 - random.uniform()) / Math.log(mean / (1 + mean))))

function worker(random: Random, plan: QueuePlan): PodPlay {
  const [load, noise, draw] = [dayCurve(random.fork()), wander(random.fork(), 0.2, hours(1)), random.fork()]
  let [done, busy, until] = [0, 0, FROM]
  const own = (t: number): MetricLines => {
    const weeks = (t - FROM) / days(7)
    const busyness = 1 + plan.swing * load(t)
    const jobs = (plan.perSecond(weeks) * busyness * (t - until)) / 1000
    done += jobs
    busy += jobs * plan.seconds(t)
    until = t
    return {
      'mail_queue_depth{queue="outbox"}': depthSeen(
        draw,
        Math.max(0.02, plan.depth(weeks) * busyness * (1 + noise(t))),
      ),
      mail_job_duration_seconds_sum: busy,
      mail_job_duration_seconds_count: Math.floor(done),
    }
  }
  return goService(random, { starts: STARTS, own })
}

const QUEUE_FILE = { workers: 16, bounds: { queueDepth: 256 } }

/** Story 2: an extra lookup makes each job a tenth slower, and the arrivals grow towards what the workers can do. */
export const queueCreeping: Story = {
  name: 'the queue creeping',
  says: 'A job takes 22 ms instead of 20, and the arrivals grow towards what 16 workers can do.',
  from: FROM,
  until: NOTICED,
  liveFrom: FROM + days(41),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    {
      name: 'mail',
      pods: 1,
      file: QUEUE_FILE,
      play: (_, random) =>
        worker(random, {
          depth: between([0, 0.3], [2, 3], [3, 4], [4.5, 6], [6, 12]),
          perSecond: between([0, ARRIVALS[0]], [6, ARRIVALS[1]]),
          seconds: (t) => (t < DEPLOY ? 0.02 : 0.022),
          swing: 0.04,
        }),
    },
    {
      name: 'mail-twin',
      pods: 1,
      file: QUEUE_FILE,
      play: (_, random) =>
        worker(random, { depth: () => 0.3, perSecond: () => 330, seconds: () => 0.02, swing: 0.4 }),
    },
  ],
  tells: [
    {
      service: 'mail',
      kind: 'drift',
      signal: 'utilisation',
      namedBy: moment('2026-10-17T08:55+02:00'),
      on: moment('2026-11-02T08:55+01:00'),
      pods: 1,
      light: 'orange',
      says: ['utilisation +', ' % points/d on mail-1 since', 'reaches its 100 % limit about '],
      diagnosis: ['each piece took 20 ms, and 22 ms since deploy 4.2.0'],
      reaches: { at: BUSY },
    },
    {
      service: 'mail',
      kind: 'utilisation',
      namedBy: moment('2026-10-24T08:55+02:00'),
      on: moment('2026-11-14T08:55+01:00'),
      pods: 1,
      light: 'orange',
      says: ['9', '16 workers', '22 ms', '727/s'],
      diagnosis: ['capacity creep on mail-1', '16 workers at 22 ms can do 727/s'],
    },
    {
      service: 'mail',
      kind: 'drift',
      signal: 'queueDepth',
      namedBy: moment('2026-10-24T08:55+02:00'),
      on: moment('2026-11-02T08:55+01:00'),
      pods: 1,
      light: 'orange',
      says: ['queue', '+', '/d on mail-1', 'since'],
    },
  ],
}
