import { days, hours, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-02T00:05+01:00')
const STARTS: readonly [Start] = [{ at: FROM - days(12), version: '5.0.0' }]

const FRIDAY_SIX = moment('2026-11-06T06:00+01:00')

/** Each Friday from six to seven a report locks tables that others share. */
const isReporting = (t: number): boolean => {
  const into = (((t - FRIDAY_SIX) % days(7)) + days(7)) % days(7)
  return into < hours(1)
}

/** Story 11: what comes at the same hour of each week is no drift, whatever it makes rise. */
export const fridayCron: Story = {
  name: 'the Friday cron',
  from: FROM,
  until: FROM + days(28) + hours(10),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    {
      name: 'accounts',
      pods: 1,
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          goroutines: (t) => (isReporting(t) ? 620 : 180),
          own: (t) => ({
            'accounts_queue_depth{queue="bookings"}': random.poisson(isReporting(t) ? 24 : 0.6),
            'go_sql_max_open_connections{db_name="accounts"}': 25,
            'go_sql_in_use_connections{db_name="accounts"}': random.integer(2, isReporting(t) ? 19 : 7),
          }),
        }),
    },
  ],
  tells: [],
}
