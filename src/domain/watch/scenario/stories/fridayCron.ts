import { days, hours, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { ServicePlay, Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-02T00:05+01:00')
const STARTS: readonly [Start] = [{ at: FROM - days(12), version: '5.0.0' }]

const FRIDAY_SIX = moment('2026-11-06T06:00+01:00')
const LAST_FRIDAY = FRIDAY_SIX + days(21)

/** Each Friday from six to seven a report locks tables that others share. */
const isReporting = (t: number): boolean => {
  const into = (((t - FRIDAY_SIX) % days(7)) + days(7)) % days(7)
  return into < hours(1)
}

/** When somebody looks while it runs. */
const FRIDAYS = [0, 1, 2, 3].map((week) => FRIDAY_SIX + days(7 * week) + minutes(40))

/** A service that needs the tables, and the times its requests take on other days. */
const needsTables = (name: string, p50: number, p99: number): ServicePlay => ({
  name,
  pods: 1,
  file: { dependsOn: ['postgres'] },
  play: (_, random) =>
    goService(random, {
      starts: STARTS,
      goroutines: (t) => (isReporting(t) ? 620 : 180),
      requests: { p50: () => p50, p99: (t) => (isReporting(t) ? 3.5 : random.uniform(0.95, 1.05)) * p99 },
      pool: { name: 'bookings', size: 25, inUse: (t) => random.integer(2, isReporting(t) ? 19 : 7) },
      own: (t) => ({
        [`${name}_queue_depth{queue="bookings"}`]: random.poisson(isReporting(t) ? 24 : 0.6),
      }),
    }),
})

/** Story 11: what comes at the same hour of each week is no drift, whatever it makes rise. */
export const fridayCron: Story = {
  name: 'the Friday cron',
  says: 'A report locks shared tables each Friday from six to seven.',
  from: FROM,
  until: FROM + days(28) + hours(10),
  liveFrom: LAST_FRIDAY + minutes(20),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  file: { external: ['postgres'] },
  looks: FRIDAYS,
  services: [needsTables('accounts', 0.012, 0.06), needsTables('bookings', 0.01, 0.08)],
  tells: ['accounts', 'bookings'].map((service) => ({
    service,
    kind: 'latency',
    namedBy: FRIDAY_SIX + minutes(40),
    on: LAST_FRIDAY + minutes(40),
    pods: 1,
    light: 'orange',
    says: ['latency p99', '3.', '× its usual', 'only the tail', 'since 06:'],
    diagnosis: ['periodic: every Friday 06:00–07:00, 4 of 4 weeks', 'a job, not drift'],
    only: FRIDAYS,
  })),
}
