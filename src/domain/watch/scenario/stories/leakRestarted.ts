import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-09T00:05+01:00')
const FIRST: Start = { at: FROM - minutes(10), version: '2.2.0' }
const RESTARTED: Start = { at: moment('2026-11-12T10:30+01:00'), version: '2.2.0' }
const MENDED: Start = { at: moment('2026-11-14T15:00+01:00'), version: '2.2.1' }

const PER_HOUR = mebibytes(30)
const LIMIT_AFTER = hours((mebibytes(4096) - mebibytes(300)) / PER_HOUR)

/** A leak that a restart sets back, and that a deploy mends: what is over is not told any more, what goes on is. */
export const leakRestarted: Story = {
  name: 'the leak that was restarted',
  says: 'A leak that a restart sets back and a deploy mends.',
  from: FROM,
  until: moment('2026-11-17T09:00+01:00'),
  liveFrom: moment('2026-11-12T08:30+01:00'),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    {
      name: 'search',
      pods: 2,
      file: { bounds: { memory: '4GiB' } },
      play: (_, random) =>
        goService(random, {
          starts: [FIRST, RESTARTED, MENDED],
          memory: (t) => {
            const start = [FIRST, RESTARTED].findLast(({ at }) => at <= t) ?? FIRST
            return mebibytes(300) + (t < MENDED.at ? PER_HOUR * hoursSince(start.at, t) : 0)
          },
        }),
    },
  ],
  tells: [
    {
      service: 'search',
      kind: 'drift',
      signal: 'memory',
      namedBy: moment('2026-11-10T08:55+01:00'),
      on: moment('2026-11-12T08:55+01:00'),
      pods: 2,
      light: 'red',
      says: ['memory +', 'MiB/h on both pods since Mon', 'limit Sat about '],
      reaches: { at: FIRST.at + LIMIT_AFTER },
      endsBy: MENDED.at + minutes(1),
    },
    {
      service: 'search',
      kind: 'drift',
      signal: 'memory',
      namedBy: moment('2026-11-13T08:55+01:00'),
      on: moment('2026-11-14T08:55+01:00'),
      pods: 2,
      light: 'orange',
      says: ['memory +', 'MiB/h on both pods since Thu', 'limit Tue about '],
      reaches: { at: RESTARTED.at + LIMIT_AFTER },
      endsBy: MENDED.at + minutes(1),
    },
  ],
  beside: [{ service: 'search', kind: 'restarts' }],
}
