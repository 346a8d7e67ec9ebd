import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import type { Condition } from '#src/domain/verdict/condition.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  conditions,
  failed,
  NOW,
  podFacts,
  read,
  REFUSED,
  scraped,
  SIGN_IN,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { type Light, lightRank, worstLight } from './light.ts'
import type { PodFacts } from './podFacts.ts'
import type { Part } from './reason.ts'
import { rollUp, type ServiceVerdict } from './rollUp.ts'

const found = (light: Light, part: Part): ReadonlyMap<string, Condition> =>
  conditions({ part, light, since: NOW - seconds(30), answers: [] })

const DOWN = { kind: 'health', state: 'down', check: null, why: null } as const
const DEGRADED = { kind: 'health', state: 'degraded', check: null, why: null } as const
const FULL = { kind: 'level', signal: 'fds', value: 99, bound: 100, of: null } as const

/** Pods in a word each: what is wrong with them, confirmed. */
const POD: Readonly<Record<string, Parameters<typeof podFacts>[0]>> = {
  ok: { tracks: { health: read('ok') } },
  out: {
    tracks: { health: failed(TIMEOUT) },
    conditions: found('red', { kind: 'failing', failure: TIMEOUT }),
  },
  down: { tracks: { health: read('down') }, conditions: found('red', DOWN) },
  degraded: { tracks: { health: read('degraded') }, conditions: found('orange', DEGRADED) },
  unready: {
    tracks: { health: read('ok'), ready: read('down') },
    conditions: found('red', { kind: 'not-ready', why: null }),
  },
  starting: {
    tracks: { health: read('ok'), ready: read('down') },
    conditions: found('orange', { kind: 'not-ready', why: null }),
  },
  full: { tracks: { health: read('ok'), metrics: scraped() }, conditions: found('red', FULL) },
  unseen: {},
  signIn: { tracks: { health: failed(SIGN_IN) } },
  waiting: { tracks: { health: failed(REFUSED) } },
}

function podsOf(words: readonly string[]): PodFacts[] {
  const service = serviceOf(words.length)
  return words.flatMap((word, i) => {
    const pod = service.pods[i]
    return pod === undefined ? [] : [podFacts({ ...POD[word], service, pod })]
  })
}

function judge(words: readonly string[], quorum = 0.5): ServiceVerdict {
  const pods = podsOf(words)
  const policy = { ...serviceOf().policy, quorum }
  return rollUp(pods, policy, { disagreeSince: NOW }, NOW)
}

const outline = ({ reasons }: ServiceVerdict): string[] =>
  reasons.map(({ kind, light, pods, ofPods }) => `${light} ${kind} ${pods.length} of ${ofPods}`)

describe('the verdict of a service whose pods are', () => {
  for (const { pods, light, reasons } of [
    { pods: 'ok', light: 'green', reasons: [] },
    { pods: 'ok ok ok', light: 'green', reasons: [] },
    { pods: 'out', light: 'red', reasons: ['red failing 1 of 1'] },
    { pods: 'out ok', light: 'orange', reasons: ['orange failing 1 of 2'] },
    { pods: 'ok ok out', light: 'orange', reasons: ['orange failing 1 of 3'] },
    { pods: 'out ok out', light: 'red', reasons: ['red failing 2 of 3'] },
    { pods: 'out out ok ok', light: 'orange', reasons: ['orange failing 2 of 4'] },
    { pods: 'out out out ok', light: 'red', reasons: ['red failing 3 of 4'] },
    { pods: 'out out', light: 'red', reasons: ['red failing 2 of 2'] },
    { pods: 'down ok', light: 'orange', reasons: ['orange health 1 of 2'] },
    { pods: 'out down ok', light: 'red', reasons: ['red failing 1 of 3', 'red health 1 of 3'] },
    { pods: 'out down ok ok', light: 'orange', reasons: ['orange failing 1 of 4', 'orange health 1 of 4'] },
    { pods: 'unready ok ok', light: 'orange', reasons: ['orange not-ready 1 of 3'] },
    {
      pods: 'unready down ok',
      light: 'red',
      reasons: ['red health 1 of 3', 'red not-ready 1 of 3'],
    },
    { pods: 'starting starting', light: 'orange', reasons: ['orange not-ready 2 of 2'] },
    { pods: 'degraded degraded', light: 'orange', reasons: ['orange health 2 of 2'] },
    { pods: 'degraded down ok', light: 'orange', reasons: ['orange health 2 of 3'] },
    { pods: 'full ok ok ok ok', light: 'red', reasons: ['red level 1 of 5'] },
    { pods: 'unseen', light: 'unknown', reasons: ['unknown stale 1 of 1'] },
    { pods: 'ok unseen ok', light: 'unknown', reasons: ['unknown stale 1 of 3'] },
    { pods: 'signIn ok', light: 'unknown', reasons: ['unknown cannot-see 1 of 2'] },
    { pods: 'waiting ok', light: 'unknown', reasons: ['unknown confirming 1 of 2'] },
    {
      pods: 'out unseen ok',
      light: 'orange',
      reasons: ['orange failing 1 of 3', 'unknown stale 1 of 3'],
    },
    {
      pods: 'unseen signIn full',
      light: 'red',
      reasons: ['red level 1 of 3', 'unknown cannot-see 1 of 3', 'unknown stale 1 of 3'],
    },
  ]) {
    it(`${pods}: ${light}`, () => {
      const verdict = judge(pods.split(' '))
      expect(verdict.light).toBe(light)
      expect(outline(verdict)).toEqual(reasons)
    })
  }

  for (const { pods, quorum, light } of [
    { pods: 'out ok ok ok', quorum: 0.75, light: 'orange' },
    { pods: 'out ok ok ok', quorum: 0.76, light: 'red' },
    { pods: 'out out out ok', quorum: 0.25, light: 'orange' },
    { pods: 'out out out ok', quorum: 0, light: 'orange' },
    { pods: 'out out', quorum: 0, light: 'red' },
    { pods: 'out ok', quorum: 1, light: 'red' },
  ]) {
    it(`${pods} at a quorum of ${quorum}: ${light}`, () => {
      expect(judge(pods.split(' '), quorum).light).toBe(light)
    })
  }
})

describe('a reason', () => {
  it('names its pods, worst first, with their own lights and facts', () => {
    const { reasons, podLights } = judge(['degraded', 'down', 'ok'])
    expect(reasons[0]).toMatchObject({
      kind: 'health',
      since: NOW - seconds(30),
      pods: [
        { pod: 'orders-2', light: 'red', state: 'down' },
        { pod: 'orders-1', light: 'orange', state: 'degraded' },
      ],
    })
    expect([...podLights]).toEqual([
      ['orders-1', 'orange'],
      ['orders-2', 'red'],
      ['orders-3', 'green'],
    ])
  })

  it('is as old as its oldest share, which comes first among equals', () => {
    const failing = { kind: 'failing', failure: TIMEOUT } as const
    const pods = podsOf(['ok', 'ok']).map((pod, i) =>
      Object.assign(pod, {
        conditions: conditions({ part: failing, light: 'red', since: 100 - i, answers: [] }),
      }),
    )
    const [reason] = rollUp(pods, serviceOf().policy, { disagreeSince: NOW }, NOW).reasons
    expect(reason?.since).toBe(99)
    expect(reason?.pods.map(({ pod }) => pod)).toEqual(['orders-2', 'orders-1'])
  })
})

describe('whatever the pods', () => {
  const words = fc.array(fc.constantFrom(...Object.keys(POD)), { minLength: 1, maxLength: 6 })

  it('a service is green only where every pod is, and then it has no reasons', () => {
    fc.assert(
      fc.property(words, (pods) => {
        const { light, reasons, podLights } = judge(pods)
        expect(light === 'green').toBe([...podLights.values()].every((pod) => pod === 'green'))
        expect(light === 'green').toBe(reasons.length === 0)
      }),
    )
  })

  it('it is never worse than its worst pod, nor than its worst reason, and that one comes first', () => {
    fc.assert(
      fc.property(words, (pods) => {
        const { light, reasons, podLights } = judge(pods)
        expect(lightRank(light)).toBeGreaterThanOrEqual(lightRank(worstLight(podLights.values())))
        expect(light).toBe(reasons[0]?.light ?? 'green')
        expect(reasons.every((reason) => reason.pods.length > 0)).toBe(true)
      }),
    )
  })

  it('the order of the pods does not matter', () => {
    fc.assert(
      fc.property(words, (pods) => {
        const one = judge(pods)
        const other = judge(pods.toReversed())
        expect(other.light).toBe(one.light)
        expect(outline(other)).toEqual(outline(one))
      }),
    )
  })

  it('a pod that was not seen healthy keeps it from green, also where no rule says why', () => {
    const unsaid = podFacts({ tracks: { health: read('degraded') } })
    expect(
      rollUp([...podsOf(['ok']), unsaid], unsaid.service.policy, { disagreeSince: NOW }, NOW),
    ).toMatchObject({
      light: 'unknown',
      reasons: [],
    })
  })

  it('there is no service without a pod', () => {
    expect(parseFleet({ services: [{ name: 'orders', pods: [] }] }).ok).toBe(false)
    expect(rollUp([], serviceOf().policy, { disagreeSince: NOW }, NOW).light).toBe('unknown')
  })
})
