import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { retryStorm } from './retryStorm.ts'
import { slowTail } from './slowTail.ts'
import { warmUp } from './warmUp.ts'
import { terminating } from './terminating.ts'
import { binsOver, drift, neighbour, NOW, podsOf, seenOf } from './testing/seenOf.ts'

const busy = (rate: number, errors: number, usual = 40) => ({
  values: [
    ['requestRate', rate],
    ['errorRatio', errors],
  ] as const,
  usual: { requestRate: usual },
})

const caller = (own: object) => neighbour('basket', own)

describe('a retry storm', () => {
  it.each([
    { name: 'five times as many, and errors', pods: [busy(200, 0.2)], told: true },
    { name: 'a peak without errors', pods: [busy(200, 0)], told: false },
    { name: 'errors at the usual rate', pods: [busy(45, 0.3)], told: false },
    { name: 'just under three times', pods: [busy(119, 0.2)], told: false },
    { name: 'three times', pods: [busy(120, 0.2)], told: true },
    { name: 'one pod that carries what the other dropped', pods: [busy(120, 0.2), busy(0, 0)], told: false },
    {
      name: 'nothing known of the usual',
      pods: [
        {
          values: [
            ['requestRate', 200],
            ['errorRatio', 0.2],
          ] as const,
        },
      ],
      told: false,
    },
    {
      name: 'callers that show errors',
      pods: [busy(200, 0.2)],
      callers: [caller({ light: 'red' })],
      told: true,
    },
    {
      name: 'a caller that is orange for errors',
      pods: [busy(200, 0.2)],
      callers: [caller({ light: 'orange', kinds: ['errors'] })],
      told: true,
    },
    { name: 'callers that are well', pods: [busy(200, 0.2)], callers: [caller({})], told: false },
    {
      name: 'a caller that is orange for its certificate',
      pods: [busy(200, 0.2)],
      callers: [caller({ light: 'orange', kinds: ['certificate'] })],
      told: false,
    },
  ] as const)('$name: $told', ({ pods, told, ...more }) => {
    const callers = 'callers' in more ? more.callers : []
    expect(retryStorm(seenOf({ pods: podsOf(pods), callers })) !== null).toBe(told)
  })

  it('counts all pods together', () => {
    const pods = podsOf([busy(150, 0.2, 30), busy(50, 0.4, 30)])
    const seen = seenOf({ pods, callers: [neighbour('a'), caller({ light: 'red' })] })
    expect(retryStorm(seen)).toMatchObject({ perSecond: 200, usual: 60, errors: 0.25, callers: ['basket'] })
  })
})

const answering = (p99: number, p50: number, usual: object = { latencyP99: 0.08, latencyP50: 0.02 }) => ({
  values: [
    ['latencyP99', p99],
    ['latencyP50', p50],
  ] as const,
  usual,
})

describe('a tail that is slow', () => {
  it.each([
    { name: 'the p99 alone', pods: [answering(0.2, 0.021)], told: true },
    { name: 'just under twice its usual', pods: [answering(0.159, 0.02)], told: false },
    { name: 'the median as well', pods: [answering(0.2, 0.027)], told: false },
    {
      name: 'a drift of the p99',
      pods: [{ ...answering(0.2, 0.02, {}), drifts: [drift('latencyP99')] }],
      told: true,
    },
    {
      name: 'a drift of both',
      pods: [{ ...answering(0.2, 0.02, {}), drifts: [drift('latencyP99'), drift('latencyP50')] }],
      told: false,
    },
    { name: 'nothing known of the usual', pods: [answering(0.2, 0.02, {})], told: false },
    { name: 'no latency', pods: [{}], told: false },
    {
      name: 'a pod that was just started',
      pods: [{ ...answering(0.2, 0.021), startedAt: NOW - minutes(14) }],
      told: false,
    },
    {
      name: 'a pod that has been up for long enough to be warm',
      pods: [{ ...answering(0.2, 0.021), startedAt: NOW - minutes(15) }],
      told: true,
    },
  ])('$name: $told', ({ pods, told }) => {
    expect(slowTail(seenOf({ pods: podsOf(pods) })) !== null).toBe(told)
  })

  it.each([
    {
      name: 'the suspected root',
      own: { place: { root: 'prices', via: ['basket', 'stock', 'prices'], redDependencies: [] } },
      deepest: { service: 'prices', via: ['basket', 'stock'] },
    },
    {
      name: 'what is in trouble for longest',
      own: {
        needs: [
          neighbour('stock', { light: 'orange', since: NOW - 1000 }),
          neighbour('prices', { light: 'orange', since: NOW - 9000 }),
          neighbour('mail', { since: NOW - 99_000 }),
        ],
      },
      deepest: { service: 'prices', via: [] },
    },
    { name: 'nothing', own: {}, deepest: null },
  ])('leads to $name', ({ own, deepest }) => {
    expect(slowTail(seenOf({ pods: podsOf([answering(4, 0.02)]), ...own }))?.deepest).toEqual(deepest)
  })
})

const errors: Reason<'errors'> = { kind: 'errors', light: 'orange', since: NOW, ofPods: 3, pods: [] }

const cold = (pods: readonly (readonly [ready: boolean | null, endsAt: number])[]): Reason<'warm-up'> => ({
  kind: 'warm-up',
  light: 'orange',
  since: NOW,
  ofPods: 6,
  pods: pods.map(([ready, endsAt], i) => ({
    pod: `orders-${i + 1}`,
    light: 'orange',
    since: NOW,
    signal: 'latencyP99',
    value: 0.21 - i / 100,
    usual: 0.04,
    ready,
    endsAt,
  })),
})

describe('pods that warm up', () => {
  it.each([
    { name: 'one that says it is ready', pods: [[true, NOW]], early: true, endsAt: NOW },
    { name: 'one that says it is not', pods: [[false, NOW]], early: false, endsAt: NOW },
    { name: 'one that is not asked', pods: [[null, NOW]], early: false, endsAt: NOW },
    {
      name: 'one that is ready of two, the other to end later',
      pods: [
        [false, NOW],
        [true, NOW + 5],
      ],
      early: true,
      endsAt: NOW + 5,
    },
  ] as const)('$name', ({ pods, early, endsAt }) => {
    expect(warmUp({ reasons: [errors, cold(pods)] })).toEqual({
      kind: 'warm-up',
      pods: pods.map((_, i) => `orders-${i + 1}`),
      ofPods: 6,
      signal: 'latencyP99',
      value: 0.21,
      usual: 0.04,
      early,
      endsAt,
    })
  })

  it('are none without a reason that tells of them', () => {
    expect(warmUp({ reasons: [errors] })).toBeNull()
    expect(warmUp({ reasons: [] })).toBeNull()
  })
})

const STARTS = [NOW - hours(5), NOW - hours(5) + minutes(10), NOW - hours(5) + minutes(20)]
const startsOf = (pod: string) => {
  const at = STARTS[Number(pod.slice(-1)) - 1]
  return at === undefined ? [] : [{ at, kind: 'deploy' as const, version: '2' }]
}
/** A fifth of the requests of a pod fails in these minutes. */
const bad = (...at: readonly number[]) =>
  binsOver(
    NOW - hours(6),
    NOW,
    (hour) => {
      const t = NOW - hours(6) + hours(hour)
      return at.some((one) => Math.abs(t - one) < minutes(1)) ? 0.2 : 0.001
    },
    minutes(2),
  )
const [first = 0, second = 0, third = 0] = STARTS.map((at) => at - minutes(2))

describe('requests that fail as pods end', () => {
  it.each([
    { name: 'before all three', at: [[first], [second], [third]], starts: 3 },
    { name: 'before two of three', at: [[first], [second], []], starts: 2 },
    { name: 'before one: may be chance', at: [[first], [], []], starts: null },
    {
      name: 'at other times as often',
      at: [[first, NOW - hours(2)], [second], [NOW - hours(1)]],
      starts: null,
    },
    { name: 'on pods that do not end then', at: [[second], [third], [first]], starts: null },
    { name: 'now, where the start is to come', at: [[first], [second, NOW - minutes(2)], []], starts: 2 },
    { name: 'never', at: [[], [], []], starts: null },
  ])('$name', ({ at, starts }) => {
    const bins = Object.fromEntries(at.map((times, i) => [`orders-${i + 1} errorRatio`, bad(...times)]))
    const found = terminating(seenOf({ pods: podsOf([{}, {}, {}]), reasons: [errors], bins, startsOf }))
    const told = found === null ? null : { ...found, ratio: Math.round(100 * found.ratio) / 100 }
    const pods = ['orders-1', 'orders-2', 'orders-3'].slice(0, starts ?? 0)
    const facts = { kind: 'terminating', pods, ofPods: 3, starts, ofStarts: 3, ratio: 0.2 }
    expect(told).toEqual(starts === null ? null : facts)
  })

  it('are not looked for where none fail', () => {
    const bins = { 'orders-1 errorRatio': bad(first), 'orders-2 errorRatio': bad(second) }
    expect(terminating(seenOf({ pods: podsOf([{}, {}, {}]), bins, startsOf }))).toBeNull()
  })
})
