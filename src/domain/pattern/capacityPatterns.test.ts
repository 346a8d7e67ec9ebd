import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { capacityCreep } from './capacityCreep.ts'
import { poolCollapse } from './poolCollapse.ts'
import { binsOver, drift, neighbour, NOW, podsOf, seenOf } from './testing/seenOf.ts'

const DEPLOY = {
  version: '4.2.0',
  at: NOW - days(20),
  lastAt: NOW - days(20),
  pods: ['orders-1'],
  isRollback: false,
}

/** What one piece of work took two days before the deploy, and two days after it. */
const work = (before: number, after: number) =>
  binsOver(DEPLOY.at - days(2), DEPLOY.at + days(2), (hour) => (hour < 48 ? before : after), hours(1))

const busy = (share: number) => ({ values: [['utilisation', share, 1]] as const })

describe('capacity creep', () => {
  it.each([
    { name: 'at the threshold', pods: [busy(0.7)], told: false },
    { name: 'above it', pods: [busy(0.71)], told: true },
    {
      name: 'below it, and rising for good',
      pods: [{ ...busy(0.4), drifts: [drift('utilisation')] }],
      told: true,
    },
    { name: 'a queue alone', pods: [{ ...busy(0.4), drifts: [drift('queueDepth')] }], told: false },
  ])('of workers $name: $told', ({ pods, told }) => {
    expect(capacityCreep(seenOf({ pods: podsOf(pods) })) !== null).toBe(told)
  })

  it.each([
    {
      name: 'a tenth longer since the deploy',
      bins: work(0.02, 0.022),
      step: { before: 0.02, after: 0.022, deploy: DEPLOY },
    },
    { name: 'hardly longer', bins: work(0.02, 0.0208), step: null },
    { name: 'shorter', bins: work(0.022, 0.02), step: null },
    { name: 'only known since the deploy', bins: work(0.02, 0.022).slice(48), step: null },
  ])('names the step where work takes $name', ({ bins, step }) => {
    const seen = seenOf({
      pods: podsOf([busy(0.9)]),
      deploys: [DEPLOY],
      bins: { 'orders-1 processing': bins },
    })
    expect(capacityCreep(seen)?.step).toEqual(step)
  })

  it('says of the busiest pod how busy, and how the queue rises', () => {
    const pods = podsOf([
      busy(0.8),
      {
        ...busy(0.9),
        drifts: [drift('utilisation', { perHour: 0.001 }), drift('queueDepth', { perHour: 0.1 })],
      },
      busy(0.2),
    ])
    expect(capacityCreep(seenOf({ pods }))).toMatchObject({
      pods: ['orders-2', 'orders-1'],
      ofPods: 3,
      utilisation: 0.9,
      perHour: 0.001,
      queuePerHour: 0.1,
    })
  })
})

const FULL = NOW - minutes(10)

const health = (since: number): Reason<'health'> => ({
  kind: 'health',
  light: 'orange',
  since,
  ofPods: 2,
  pods: [{ pod: 'orders-1', light: 'orange', since, state: 'degraded', check: 'postgres', why: null }],
})

const start = (at: number) => neighbour('orders-db', { starts: [{ at, kind: 'restart', version: null }] })

describe('a pool that collapsed', () => {
  const pool: Reason<'pool-exhausted'> = {
    kind: 'pool-exhausted',
    light: 'red',
    since: FULL,
    ofPods: 2,
    pods: [{ pod: 'orders-1', light: 'red', since: FULL, inUse: 25, bound: 25, waiting: 300, of: 'main' }],
  }
  const latency = (now: number) => ({
    'orders-1 latencyP50': binsOver(FULL - hours(2), NOW, (hour) => (hour < 2 ? 0.005 : now), minutes(2)),
  })
  const cause = { what: 'orders-db', how: 'restart', at: FULL - minutes(1) }

  it.each([
    { name: 'full alone', own: {}, expected: null },
    {
      name: 'slower',
      own: { bins: latency(0.06) },
      expected: { latency: { before: 0.005, now: 0.06 }, cause: null },
    },
    { name: 'hardly slower', own: { bins: latency(0.009) }, expected: null },
    {
      name: 'the database restarted',
      own: { needs: [start(FULL - minutes(1))] },
      expected: { latency: null, cause },
    },
    { name: 'long before', own: { needs: [start(FULL - minutes(16))] }, expected: null },
    { name: 'after it', own: { needs: [start(FULL + minutes(6))] }, expected: null },
    {
      name: 'its trouble began',
      own: { needs: [neighbour('orders-db', { light: 'red', since: FULL - minutes(2) })] },
      expected: { latency: null, cause: { what: 'orders-db', how: 'trouble', at: FULL - minutes(2) } },
    },
    {
      name: 'a check of its own',
      own: { reasons: [pool, health(FULL - minutes(1))] },
      expected: { latency: null, cause: { what: 'postgres', how: 'check', at: FULL - minutes(1) } },
    },
    {
      name: 'a check that complains since yesterday',
      own: { reasons: [pool, health(NOW - days(1))] },
      expected: null,
    },
    { name: 'no full pool', own: { reasons: [], bins: latency(0.06) }, expected: null },
  ])('$name', ({ own, expected }) => {
    const found = poolCollapse(seenOf({ reasons: [pool], ...own }))
    expect(found === null ? null : { latency: found.latency, cause: found.cause }).toEqual(expected)
  })

  it('says how full it is, and where', () => {
    expect(poolCollapse(seenOf({ reasons: [pool], bins: latency(0.06) }))).toMatchObject({
      pods: ['orders-1'],
      ofPods: 2,
      inUse: 25,
      bound: 25,
      waiting: 300,
      of: 'main',
    })
  })
})
