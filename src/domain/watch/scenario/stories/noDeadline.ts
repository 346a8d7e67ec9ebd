import { minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { ServicePlay, Start, Story } from '#src/domain/watch/scenario/story.ts'

const SLOW_FROM = moment('2026-11-18T21:00+01:00')
const STARTS: readonly [Start] = [{ at: moment('2026-11-03T15:00+01:00'), version: '1.0.9' }]

const calls = (name: string, next: string): ServicePlay => ({
  name,
  pods: 2,
  file: { dependsOn: [next] },
  play: (_, random) => goService(random, { starts: STARTS }),
})

/** Story 8: A waits 500 ms for B, B 400 ms for C, C 300 ms for D, and D for its database as long as it takes. */
export const noDeadline: Story = {
  name: 'the call without a deadline',
  from: moment('2026-11-16T00:05+01:00'),
  until: moment('2026-11-19T09:00+01:00'),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    calls('checkout', 'basket'),
    calls('basket', 'stock'),
    calls('stock', 'prices'),
    {
      name: 'prices',
      pods: 2,
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          goroutines: (t) => 180 + 400 * hoursSince(SLOW_FROM, t),
        }),
    },
  ],
  tells: [
    {
      service: 'prices',
      kind: 'drift',
      signal: 'goroutines',
      namedBy: moment('2026-11-19T08:55+01:00'),
      on: moment('2026-11-19T08:55+01:00'),
      pods: 2,
      light: 'orange',
      says: ['goroutines +', '/h on both pods since yesterday 2'],
    },
  ],
}
