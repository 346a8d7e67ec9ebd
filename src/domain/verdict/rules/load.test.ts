import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import { rollUp } from '#src/domain/verdict/rollUp.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  conditions,
  failed,
  NOW,
  podFacts,
  read,
  scraped,
  signals,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'

const SINCE = NOW - minutes(5)
const LONG_BEFORE = new Map([['load' as const, NOW - minutes(60)]])

const told = (light: Light, part: Part) => conditions({ part, light, since: SINCE, answers: [] })

const DROPS = (ratio: number): Part => ({ kind: 'errors', ratio, perSecond: 40 })
const FULL: Part = { kind: 'level', signal: 'memory', value: 99, bound: 100, of: null }

/** A pod in a word: how many requests a second it gets, and what is wrong with it. */
type Pod =
  | { readonly out: true }
  | { readonly perSecond: number; readonly part?: Part; readonly light?: Light; readonly errors?: number }
  | { readonly silent: true }

function verdictOf(pods: readonly Pod[], found = LONG_BEFORE) {
  const service = serviceOf({ pods: pods.length, bounds: { cpu: 2 } })
  const facts = pods.map((pod, i) => {
    const own = { service, pod: service.pods[i] ?? { name: 'none', url: '' } }
    if ('out' in pod) {
      const tracks = { health: failed(TIMEOUT) }
      return podFacts({ ...own, tracks, conditions: told('red', { kind: 'failing', failure: TIMEOUT }) })
    }
    const tracks = { health: read('ok'), metrics: scraped() }
    if ('silent' in pod) return podFacts({ ...own, tracks, signals: signals([]) })
    const page = signals([
      ['requestRate', pod.perSecond],
      ['errorRatio', pod.errors ?? 0],
      ['cpu', 1],
    ])
    const all = pod.part === undefined ? new Map() : told(pod.light ?? 'red', pod.part)
    return podFacts({ ...own, tracks, signals: page, conditions: all })
  })
  return rollUp(facts, service.policy, { disagreeSince: NOW, found }, NOW)
}

/** For how long it has been found already. */
const since = (before: number) => new Map([['load' as const, NOW - before]])

const OUT: Pod = { out: true }
const at = (perSecond: number): Pod => ({ perSecond })

describe('load that lies on one pod', () => {
  const rows: readonly { name: string; pods: readonly Pod[]; light: Light; kinds: readonly string[] }[] = [
    { name: 'fair shares', pods: [at(40), at(40)], light: 'green', kinds: [] },
    { name: 'exactly 1.5 times the fair share', pods: [at(45), at(15)], light: 'green', kinds: [] },
    { name: 'more than that, and no chance', pods: [at(60), at(10)], light: 'orange', kinds: ['load'] },
    {
      name: 'more, but so few requests that chance may deal them',
      pods: [at(0.8), at(0.1)],
      light: 'green',
      kinds: [],
    },
    { name: 'a single pod', pods: [at(100)], light: 'green', kinds: [] },
    { name: 'a pod that tells no rate', pods: [at(100), { silent: true }], light: 'green', kinds: [] },
    {
      name: 'one of twelve is out: the rest have hardly more',
      pods: [OUT, ...Array.from({ length: 11 }, () => at(10))],
      light: 'orange',
      kinds: ['failing'],
    },
    { name: 'one of two is out, the other copes', pods: [OUT, at(40)], light: 'orange', kinds: ['load'] },
    {
      name: 'one of two is out, hardly anything comes',
      pods: [OUT, at(0.1)],
      light: 'orange',
      kinds: ['failing'],
    },
    {
      name: 'one of two is out, the other drops a fifth',
      pods: [OUT, { perSecond: 40, part: DROPS(0.2), errors: 0.2 }],
      light: 'red',
      kinds: ['load'],
    },
    { name: 'two of three are out: no quorum', pods: [OUT, OUT, at(40)], light: 'red', kinds: ['load'] },
    {
      name: 'two of three are full and get less',
      pods: [{ perSecond: 5, part: FULL }, { perSecond: 5, part: FULL }, at(40)],
      light: 'red',
      kinds: ['level', 'load'],
    },
  ]
  for (const { name, pods, light, kinds } of rows) {
    it(`${name}: ${light}, ${kinds.join(' and ') || 'nothing'}`, () => {
      const verdict = verdictOf(pods)
      expect([verdict.light, verdict.reasons.map(({ kind }) => kind)]).toEqual([light, kinds])
    })
  }

  it('stands while less comes by chance, but does not begin then', () => {
    expect(verdictOf([OUT, at(0.5)], new Map()).reasons[0]?.kind).toBe('failing')
    expect(verdictOf([OUT, at(0.5)], since(minutes(1))).reasons[0]?.kind).toBe('load')
    expect(verdictOf([OUT, at(0.2)], since(minutes(1))).reasons[0]?.kind).toBe('failing')
  })

  it('is told after five minutes, but at once where a pod is missing', () => {
    expect(verdictOf([at(60), at(10)], new Map()).reasons).toEqual([])
    expect(verdictOf([at(60), at(10)], since(minutes(5) - seconds(1))).reasons).toEqual([])
    expect(verdictOf([at(60), at(10)], since(minutes(5))).light).toBe('orange')
    expect(verdictOf([OUT, at(40)], new Map()).reasons).toMatchObject([{ kind: 'load' }])
  })
})

describe('what is said of it', () => {
  const sayings: readonly (readonly [pods: readonly Pod[], says: string])[] = [
    [
      [OUT, { perSecond: 40, part: DROPS(0.2), errors: 0.2 }],
      '1 of 2 pods is out: timed out after 4 s (orders-1); orders-2 carries 100 % of the load and drops 20 %',
    ],
    [
      [OUT, at(40)],
      '1 of 2 pods is out: timed out after 4 s (orders-1); orders-2 carries 100 % of the load and has 50 % of its capacity left',
    ],
    [[at(60), at(10)], 'orders-1 carries 86 % of the load, its fair share is 50 %'],
    [
      [{ perSecond: 5, part: FULL }, { perSecond: 5, part: FULL }, at(40)],
      '2 of 3 pods are at the limit; orders-3 carries 80 % of the load and has 50 % of its capacity left',
    ],
  ]
  for (const [pods, says] of sayings) {
    it(says, () => {
      const reason = verdictOf(pods).reasons.find(({ kind }) => kind === 'load')
      expect(reason && reasonLine(reason, NOW, 'UTC')).toContain(says)
    })
  }

  it('dates from when the pod went missing', () => {
    expect(verdictOf([OUT, at(40)]).reasons[0]?.since).toBe(SINCE)
  })
})
