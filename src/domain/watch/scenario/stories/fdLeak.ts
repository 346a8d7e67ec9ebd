import { days, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-02T00:05+01:00')
/** Day 28: the first pod has none left, the others within 48 hours. */
const EXHAUSTED = FROM + days(28)
const STARTS: readonly [Start] = [{ at: FROM - minutes(20), version: '2.0.3' }]

const PER_HOUR = (4096 - 64) / hoursSince(FROM, EXHAUSTED)
const ofUsed = (value: number): { process_max_fds: number; process_open_fds: number } => ({
  process_max_fds: 4096,
  process_open_fds: Math.round(value),
})

/** Story 5: each ten minutes a connection is opened and forgotten. Told as far as its third day. */
export const fdLeak: Story = {
  name: 'the FD leak',
  says: '44 pods open a file each ten minutes and forget it: none left on day 28.',
  from: FROM,
  until: FROM + days(2.5),
  liveFrom: FROM + days(2.4),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    {
      name: 'push',
      pods: 44,
      play: (n, random) =>
        goService(random, {
          starts: STARTS,
          own: (t) =>
            ofUsed(64 + PER_HOUR * (1 - 0.0015 * (n - 1)) * hoursSince(FROM, t) + 2 * random.normal()),
        }),
    },
    {
      name: 'push-twin',
      pods: 2,
      // Open files follow the connections of the day.
      play: (_, random) => goService(random, { starts: STARTS, fds: () => 900, busyFds: 500 }),
    },
  ],
  tells: [
    {
      service: 'push',
      kind: 'drift',
      signal: 'fds',
      namedBy: moment('2026-11-04T08:55+01:00'),
      on: moment('2026-11-04T08:55+01:00'),
      pods: 44,
      light: 'orange',
      says: ['open files +', '/h on all 44 pods since Mon', 'reaches its 4,096 limit about '],
      diagnosis: ['open files leak on all 44 pods', 'the first is at its 4,096 limit about '],
      reaches: { at: EXHAUSTED },
    },
  ],
}
