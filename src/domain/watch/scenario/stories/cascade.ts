import { days, minutes, seconds } from '#src/domain/time/units.ts'
import { between } from '#src/domain/watch/scenario/between.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-11T15:01+01:00')
const PEAK = moment('2026-11-11T18:00+01:00')
const STARTS: readonly [Start] = [{ at: FROM - days(20), version: '11.2.0' }]

const fromPeak = (calm: number, then: number, late = 0): ((t: number) => number) =>
  between([PEAK + late, calm], [PEAK + late + minutes(1), then])

/** Story 15: at the peak `accounts` has no CPU left; the gateway before it fails, and all who sign in through that. */
export const cascade: Story = {
  name: 'the cascade',
  says: 'One service is at its CPU limit, the gateway before it fails, and so does who signs in through that.',
  from: FROM,
  until: PEAK + minutes(30),
  liveFrom: PEAK - seconds(30),
  timeZone: 'Europe/Paris',
  every: minutes(2),
  pace: [{ from: PEAK - minutes(10), every: seconds(15) }],
  looks: [PEAK + minutes(8), PEAK + minutes(20)],
  services: [
    {
      name: 'portal',
      pods: 2,
      file: { dependsOn: ['gateway'] },
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          swing: 0.1,
          requests: {
            errors: fromPeak(0, 0.4, seconds(60)),
            status: 504,
            p50: () => 0.05,
            p99: fromPeak(0.2, 9, seconds(60)),
          },
        }),
    },
    {
      name: 'gateway',
      pods: 2,
      // `rates-v1` was taken out of every configuration but this one.
      file: { dependsOn: ['accounts', 'rates-v1'] },
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: () => 120,
          swing: 0.1,
          requests: {
            errors: fromPeak(0, 0.5, seconds(30)),
            status: 502,
            p50: () => 0.03,
            p99: fromPeak(0.15, 5, seconds(30)),
          },
        }),
    },
    {
      name: 'accounts',
      pods: 2,
      file: { bounds: { cpu: 4 } },
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: () => 90,
          swing: 0.1,
          cpu: fromPeak(2.2, 4.2),
          requests: { errors: fromPeak(0, 0.15), p50: fromPeak(0.02, 0.6), p99: fromPeak(0.1, 5) },
        }),
    },
  ],
  tells: [
    {
      service: 'accounts',
      kind: 'level',
      signal: 'cpu',
      namedBy: PEAK + minutes(8),
      on: PEAK + minutes(8),
      pods: 2,
      light: 'red',
      says: ['CPU at up to 1', 'of 4 cores on both pods', 'since 18:00'],
      diagnosis: ['CPU on both pods'],
      root: 'accounts',
    },
    {
      service: 'gateway',
      kind: 'errors',
      namedBy: PEAK + minutes(8),
      on: PEAK + minutes(20),
      pods: 2,
      light: 'red',
      says: ['errors up to 50 %', 'on both pods'],
      diagnosis: ['accounts is the suspected root'],
      root: 'accounts',
    },
    {
      service: 'portal',
      kind: 'errors',
      namedBy: PEAK + minutes(8),
      on: PEAK + minutes(20),
      pods: 2,
      light: 'red',
      says: ['errors up to 40 %', 'on both pods'],
      diagnosis: ['accounts is the suspected root, by way of gateway'],
      root: 'accounts',
    },
    {
      service: 'gateway',
      kind: 'stale-entry',
      namedBy: PEAK + minutes(8),
      on: PEAK + minutes(8),
      pods: 0,
      light: 'orange',
      says: ['depends on rates-v1, not in the fleet'],
    },
  ],
  beside: [
    { service: 'accounts', kind: 'errors' },
    { service: 'accounts', kind: 'latency' },
    { service: 'gateway', kind: 'latency' },
    { service: 'gateway', kind: 'dependency' },
    { service: 'portal', kind: 'latency' },
    { service: 'portal', kind: 'dependency' },
  ],
}
