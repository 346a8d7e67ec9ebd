import { days, minutes, seconds } from '#src/domain/time/units.ts'
import { between } from '#src/domain/watch/scenario/between.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-12T11:01+01:00')
const FAILOVER = moment('2026-11-12T14:02+01:00')
const STARTS: readonly [Start] = [{ at: FROM - days(6), version: '4.4.1' }]
const POOL = { name: 'payments', size: 25 }

const after = (before: number, risen: number): ((t: number) => number) =>
  between([FAILOVER, before], [FAILOVER + minutes(3), risen])

/** Story 3: the database fails over, each new connection takes 100 ms to dial, and all 25 are soon waited for. */
export const poolCollapsed: Story = {
  name: 'the pool that collapsed after a failover',
  says: 'A database fails over, and within three minutes all 25 connections of each pod are waited for.',
  from: FROM,
  until: FAILOVER + minutes(20),
  liveFrom: FAILOVER - seconds(30),
  timeZone: 'Europe/Paris',
  every: minutes(2),
  pace: [{ from: FAILOVER - minutes(20), every: seconds(15) }],
  looks: [FAILOVER + minutes(2), FAILOVER + minutes(10)],
  services: [
    {
      name: 'payments',
      pods: 3,
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: () => 200,
          swing: 0.05,
          requests: { p50: after(0.005, 0.06), p99: after(0.03, 0.4) },
          pool: {
            ...POOL,
            inUse: (t) => (t < FAILOVER ? random.integer(4, 9) : 9 + (t - FAILOVER) / seconds(3)),
            waitsPerSecond: between([FAILOVER + seconds(40), 0], [FAILOVER + minutes(2), 60]),
            waitSeconds: () => 0.2,
          },
          checks: (t) => [
            t < FAILOVER
              ? { name: 'postgres', state: 'ok', message: null }
              : { name: 'postgres', state: 'degraded', message: 'primary moved to db-2' },
          ],
        }),
    },
    {
      name: 'payments-twin',
      pods: 1,
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: () => 200,
          swing: 0.05,
          requests: { p50: () => 0.005, p99: () => 0.03 },
          pool: { ...POOL, inUse: () => random.integer(18, 22) },
        }),
    },
  ],
  tells: [
    {
      service: 'payments',
      kind: 'pool-exhausted',
      namedBy: FAILOVER + minutes(2),
      on: FAILOVER + minutes(10),
      pods: 3,
      light: 'red',
      says: ['pool payments full on all 3 pods', '25 of 25 in use', 'waiting'],
      diagnosis: [
        'pool collapse: pool payments full on all 3 pods, 25 of 25 in use',
        'median request 5 ms → 6',
        'check postgres complains since 14:02',
      ],
    },
    {
      service: 'payments',
      kind: 'latency',
      namedBy: FAILOVER + minutes(2),
      on: FAILOVER + minutes(10),
      pods: 3,
      light: 'orange',
      says: ['latency p99', '× its usual', 'on all 3 pods', 'since 14:02'],
    },
    {
      service: 'payments',
      kind: 'health',
      namedBy: FAILOVER + minutes(2),
      on: FAILOVER + minutes(10),
      pods: 3,
      light: 'orange',
      says: ['postgres', 'primary moved to db-2', 'since 14:02'],
    },
  ],
}
