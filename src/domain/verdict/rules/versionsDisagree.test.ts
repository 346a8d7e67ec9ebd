import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { NOW, podFacts, read } from '#src/domain/watch/testing/podFacts.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { rollUp } from '#src/domain/verdict/rollUp.ts'
import { versionsDisagree } from './versionsDisagree.ts'

type Runs = readonly [version: string | null, startedAt: number | null]

function podsOf(runs: readonly Runs[]): PodFacts[] {
  const service = serviceOf(runs.length)
  return runs.flatMap(([version, startedAt], i) => {
    const pod = service.pods[i]
    const reading = { version, commit: null, builtAt: null, runtime: 'go1.22', startedAt: null, from: 'test' }
    if (pod === undefined) return []
    return [podFacts({ service, pod, version: reading, startedAt, tracks: { health: read('ok') } })]
  })
}

const { policy } = serviceOf()
const disagreement = (pods: readonly PodFacts[], disagreeSince: number) =>
  versionsDisagree.find({ pods, policy, wrong: [], out: new Set(), disagreeSince, rollout: null }, NOW, NOW)
    ?.reason ?? null

const WINDOW = minutes(15)
const LONG_AGO = NOW - minutes(600)

describe('versions of one service', () => {
  const rows: readonly { name: string; runs: readonly Runs[]; firstSeen: number; since: number | null }[] = [
    { name: 'one pod', runs: [['1', LONG_AGO]], firstSeen: LONG_AGO, since: null },
    {
      name: 'the same',
      runs: [
        ['1', LONG_AGO],
        ['1', LONG_AGO],
      ],
      firstSeen: LONG_AGO,
      since: null,
    },
    {
      name: 'one of them unknown',
      runs: [
        ['1', LONG_AGO],
        [null, LONG_AGO],
      ],
      firstSeen: LONG_AGO,
      since: null,
    },
    {
      name: 'none of them known',
      runs: [
        [null, null],
        [null, null],
      ],
      firstSeen: LONG_AGO,
      since: null,
    },
    {
      name: 'different since long',
      runs: [
        ['1', LONG_AGO],
        ['2', LONG_AGO + 5],
      ],
      firstSeen: NOW,
      since: LONG_AGO + 5,
    },
    {
      name: 'different within the roll-out window of the newest start',
      runs: [
        ['1', LONG_AGO],
        ['2', NOW - WINDOW],
      ],
      firstSeen: LONG_AGO,
      since: null,
    },
    {
      name: 'different just after it',
      runs: [
        ['1', LONG_AGO],
        ['2', NOW - WINDOW - 1],
      ],
      firstSeen: LONG_AGO,
      since: NOW - WINDOW - 1,
    },
    {
      name: 'different, starts unknown, seen a moment ago',
      runs: [
        ['1', null],
        ['2', null],
      ],
      firstSeen: NOW - WINDOW,
      since: null,
    },
    {
      name: 'different, starts unknown, seen for longer than a roll-out takes',
      runs: [
        ['1', null],
        ['2', null],
      ],
      firstSeen: NOW - WINDOW - 1,
      since: NOW - WINDOW - 1,
    },
    {
      name: 'different, one start known: where the other began is not known better',
      runs: [
        ['1', LONG_AGO],
        ['2', null],
      ],
      firstSeen: NOW - WINDOW,
      since: null,
    },
  ]
  for (const { name, runs, firstSeen, since } of rows) {
    it(`${name}: ${since === null ? 'nothing' : 'orange'}`, () => {
      const reason = disagreement(podsOf(runs), firstSeen)
      expect(reason === null ? null : [reason.light, reason.since]).toEqual(
        since === null ? null : ['orange', since],
      )
    })
  }

  it('are named pod by pod, without those that are not known', () => {
    const pods = podsOf([
      ['1', LONG_AGO],
      [null, LONG_AGO],
      ['2', LONG_AGO],
    ])
    expect(disagreement(pods, NOW)).toEqual({
      kind: 'versions-disagree',
      light: 'orange',
      since: LONG_AGO,
      ofPods: 3,
      pods: [
        { pod: 'orders-1', version: '1', light: 'orange', since: LONG_AGO },
        { pod: 'orders-3', version: '2', light: 'orange', since: LONG_AGO },
      ],
    })
  })

  it('make a service of healthy pods orange, after everything else that is', () => {
    const pods = podsOf([
      ['1', LONG_AGO],
      ['2', LONG_AGO],
    ]).map((pod) => Object.assign(pod, { restarts: [NOW - 1000] }))
    const { light, reasons, podLights } = rollUp(pods, policy, { disagreeSince: NOW }, NOW)
    expect(light).toBe('orange')
    expect(reasons.map((reason) => reason.kind)).toEqual(['restarts', 'versions-disagree'])
    expect(podLights.get('orders-1')).toBe('orange')
  })
})
