import { days, minutes, seconds } from '#src/domain/time/units.ts'
import { between } from '#src/domain/watch/scenario/between.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-11T09:01+01:00')
const OUT = moment('2026-11-11T12:00+01:00')
const BACK = OUT + seconds(90)
const CALM = BACK + minutes(20)
const STARTS: readonly [Start] = [{ at: FROM - days(9), version: '3.0.2' }]

/** A value while all is well, while `stock` is out, and in the storm that follows. */
const course =
  (well: number, out: number, storm: number) =>
  (t: number): number => {
    if (t < OUT || t >= CALM) return well
    return t < BACK ? out : storm
  }

/** Story 12: `stock` is out for 90 s, and three tries a hop, at two hops, keep it down for 20 minutes more. */
export const retryStorm: Story = {
  name: 'the retry storm',
  says: 'A service is out for 90 s, and the retries of all who call it keep it busy for 20 minutes more.',
  from: FROM,
  until: CALM + minutes(20),
  liveFrom: OUT - seconds(30),
  timeZone: 'Europe/Paris',
  every: minutes(2),
  pace: [{ from: OUT - minutes(10), every: seconds(15) }],
  looks: [OUT + minutes(1), BACK + minutes(4), BACK + minutes(12), CALM + minutes(15)],
  services: [
    {
      name: 'shop',
      pods: 2,
      file: { dependsOn: ['orders'] },
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: () => 40,
          swing: 0.1,
          requests: { errors: course(0, 0.9, 0.08), p50: () => 0.02, p99: course(0.09, 0.09, 0.5) },
        }),
    },
    {
      name: 'orders',
      pods: 2,
      file: { dependsOn: ['stock'] },
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: course(60, 150, 150),
          swing: 0.1,
          requests: { errors: course(0, 0.95, 0.15), p50: () => 0.012, p99: course(0.06, 0.06, 0.8) },
        }),
    },
    {
      name: 'stock',
      pods: 2,
      file: { bounds: { cpu: 2 } },
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          answers: (t) => (t >= OUT && t < BACK ? 'refused' : 'ok'),
          perSecond: course(80, 0, 400),
          swing: 0.1,
          cpu: course(0.5, 0, 2.05),
          requests: { errors: course(0, 0, 0.3), p50: course(0.006, 0.006, 0.2), p99: course(0.04, 0.04, 2) },
        }),
    },
    {
      name: 'stock-twin',
      pods: 2,
      file: { bounds: { cpu: 2 } },
      // A peak that is one: more is asked for and more is served.
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: between([OUT, 80], [OUT + minutes(5), 200], [OUT + minutes(15), 200], [CALM, 80]),
          swing: 0.1,
          cpu: between([OUT, 0.5], [OUT + minutes(5), 1.2], [OUT + minutes(15), 1.2], [CALM, 0.5]),
          requests: { errors: () => 0, p50: () => 0.006, p99: () => 0.04 },
        }),
    },
  ],
  tells: [
    {
      service: 'stock',
      kind: 'failing',
      namedBy: OUT + minutes(1),
      on: OUT + minutes(1),
      pods: 2,
      light: 'red',
      says: ['2 of 2 pods do not answer'],
      root: 'stock',
      endsBy: BACK + minutes(2),
    },
    {
      service: 'stock',
      kind: 'traffic',
      namedBy: BACK + minutes(4),
      on: BACK + minutes(12),
      pods: 2,
      light: 'red',
      says: ['requests up to 5', '× the usual 8', 'on both pods', 'errors 30 %: retry storm suspected'],
      diagnosis: ['retry storm', '× the usual', '30 % of them fail', 'orders calls it and shows errors'],
      root: 'stock',
      endsBy: CALM + minutes(2),
    },
    {
      service: 'stock',
      kind: 'level',
      signal: 'cpu',
      namedBy: BACK + minutes(12),
      on: BACK + minutes(12),
      pods: 2,
      light: 'red',
      says: ['CPU', 'of 2 cores on both pods'],
      root: 'stock',
      endsBy: CALM + minutes(2),
    },
    {
      service: 'orders',
      kind: 'errors',
      namedBy: OUT + minutes(1),
      on: BACK + minutes(12),
      pods: 2,
      light: 'red',
      says: ['errors up to 15 %', 'on both pods'],
      diagnosis: ['stock is the suspected root'],
      root: 'stock',
      endsBy: CALM + minutes(2),
    },
    {
      service: 'shop',
      kind: 'errors',
      namedBy: OUT + minutes(1),
      on: BACK + minutes(12),
      pods: 2,
      light: 'orange',
      says: ['errors up to 8', 'on both pods'],
      diagnosis: ['stock is the suspected root, by way of orders'],
      root: 'stock',
      endsBy: CALM + minutes(2),
    },
  ],
  beside: [
    { service: 'stock', kind: 'errors' },
    { service: 'stock', kind: 'latency' },
    { service: 'orders', kind: 'latency' },
    { service: 'orders', kind: 'dependency' },
    { service: 'shop', kind: 'latency' },
    { service: 'shop', kind: 'dependency' },
  ],
}
