import { days, kibibytes, mebibytes, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-02T00:05+01:00')
const DEPLOY = moment('2026-11-04T16:30+01:00')
const BEFORE: Start = { at: FROM - days(8), version: '6.1.0' }

/** A series for each goroutine that ever lived, and what the registry keeps of it. */
const PER_HOUR = 300
const SERIES_COST = kibibytes(6)

/** Story 13: a gauge with the label `goroutine_id`, of which no value is ever taken out. */
export const goroutineGauge: Story = {
  name: 'the well-meaning gauge',
  says: 'A gauge with the label goroutine_id, of which no value is ever taken out.',
  from: FROM,
  until: DEPLOY + days(7),
  liveFrom: DEPLOY + days(6),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    {
      name: 'render',
      pods: 2,
      file: { bounds: { memory: '2GiB' } },
      play: (n, random) => ({
        ...goService(random, {
          starts: [BEFORE, { at: DEPLOY + minutes(2 * n), version: '6.2.0' }],
          memory: (t) => mebibytes(300) + SERIES_COST * PER_HOUR * hoursSince(DEPLOY, t),
          heap: (t) => mebibytes(90) + SERIES_COST * PER_HOUR * hoursSince(DEPLOY, t),
        }),
        otherLines: (t) => 900 + PER_HOUR * hoursSince(DEPLOY, t),
        otherFamily: { family: 'worker_busy', label: 'goroutine_id', example: String },
      }),
    },
  ],
  tells: [
    {
      service: 'render',
      kind: 'drift',
      signal: 'seriesCount',
      namedBy: moment('2026-11-05T08:55+01:00'),
      on: moment('2026-11-06T08:55+01:00'),
      pods: 2,
      light: 'orange',
      says: [
        'series +',
        '/h on both pods since Wed 1',
        '(deploy 6.2.0)',
        'label goroutine_id of worker_busy has ',
      ],
      diagnosis: [
        'deploy 6.2.0',
        'before it ran 6.1.0: suspect it',
        'the metrics page on both pods, +300/h: label goroutine_id of worker_busy has ',
        'take goroutine_id out of the code',
      ],
    },
    {
      service: 'render',
      kind: 'drift',
      signal: 'memory',
      namedBy: moment('2026-11-09T08:55+01:00'),
      on: moment('2026-11-10T08:55+01:00'),
      pods: 2,
      light: 'orange',
      says: ['memory +1.', 'MiB/h on both pods since Wed 16:3', '(deploy 6.2.0)'],
    },
    {
      service: 'render',
      kind: 'drift',
      signal: 'heap',
      namedBy: moment('2026-11-09T08:55+01:00'),
      on: moment('2026-11-10T08:55+01:00'),
      pods: 2,
      light: 'orange',
      says: ['heap +1.', 'MiB/h on both pods since Wed 16:3', '(deploy 6.2.0)'],
    },
  ],
}
