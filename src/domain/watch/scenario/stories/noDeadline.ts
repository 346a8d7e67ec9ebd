import { dayCurve } from '#src/domain/slope/testing/calendar.ts'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { between } from '#src/domain/watch/scenario/between.ts'
import { type GoPlan, goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { ServicePlay, Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-13T00:05+01:00')
const SLOW_FROM = moment('2026-11-18T21:00+01:00')
const MORNING = moment('2026-11-19T08:55+01:00')
const STARTS: readonly [Start] = [{ at: moment('2026-11-03T15:00+01:00'), version: '1.0.9' }]

/** A tail that grows to 4 s within 12 hours; whoever calls notices a little later than whom it calls. */
const tail = (usual: number, late: number): ((t: EpochMs) => number) =>
  between([SLOW_FROM + late, usual], [SLOW_FROM + hours(12), 4])

const calls = (
  name: string,
  next: string | null,
  pods: number,
  { p99, late, ...plan }: { readonly p99: number; readonly late: number } & Partial<GoPlan>,
): ServicePlay => ({
  name,
  pods,
  ...(next === null ? {} : { file: { dependsOn: [next] } }),
  play: (_, random) =>
    goService(random, {
      starts: STARTS,
      requests: { p50: () => p99 / 4, p99: tail(p99, late) },
      ...plan,
    }),
})

/** Story 8: A waits 500 ms for B, B 400 ms for C, C 300 ms for D, and D for its database as long as it takes. */
export const noDeadline: Story = {
  name: 'the call without a deadline',
  says: 'A database grows slow, and the one call without a deadline lets all who wait for it wait.',
  from: FROM,
  until: moment('2026-11-19T09:00+01:00'),
  liveFrom: moment('2026-11-19T08:30+01:00'),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    calls('checkout', 'basket', 1, { p99: 0.08, late: hours(1.5) }),
    calls('basket', 'stock', 1, { p99: 0.06, late: hours(1) }),
    calls('stock', 'prices', 1, { p99: 0.05, late: minutes(30) }),
    calls('prices', null, 2, {
      p99: 0.04,
      late: 0,
      goroutines: (t) => 180 + 400 * hoursSince(SLOW_FROM, t),
    }),
    {
      name: 'checkout-twin',
      pods: 1,
      // Busy hours are slower from the first request to the last.
      play: (_, random) => {
        const load = dayCurve(random.fork())
        const busy = (seconds: number) => (t: EpochMs) => seconds * (1 + 0.4 * load(t))
        return goService(random, { starts: STARTS, requests: { p50: busy(0.02), p99: busy(0.08) } })
      },
    },
  ],
  looks: [SLOW_FROM + minutes(40), SLOW_FROM + hours(3)],
  tells: [
    {
      service: 'prices',
      kind: 'drift',
      signal: 'goroutines',
      namedBy: MORNING,
      on: MORNING,
      pods: 2,
      light: 'orange',
      says: ['goroutines +', '/h on both pods since yesterday 2'],
      diagnosis: ['goroutines or threads on both pods, +400/h', 'a call without a deadline'],
      root: 'prices',
    },
    {
      service: 'prices',
      kind: 'latency',
      namedBy: SLOW_FROM + minutes(40),
      on: MORNING,
      pods: 2,
      light: 'red',
      says: ['latency p99', '× its usual', 'on both pods', 'p50 flat', 'only the tail'],
      root: 'prices',
    },
    {
      service: 'checkout',
      kind: 'latency',
      namedBy: SLOW_FROM + hours(3),
      on: MORNING,
      pods: 1,
      light: 'red',
      says: ['latency p99', '× its usual', 'p50 flat', 'only the tail'],
      diagnosis: ['only the tail is slow', 'the deepest in trouble is prices, by way of basket and stock'],
      root: 'prices',
    },
  ],
  beside: [
    { service: 'prices', kind: 'drift', signal: 'latencyP99' },
    ...['checkout', 'basket', 'stock'].flatMap((service) => [
      { service, kind: 'latency' as const },
      { service, kind: 'dependency' as const },
      { service, kind: 'drift' as const, signal: 'latencyP99' as const },
    ]),
  ],
}
