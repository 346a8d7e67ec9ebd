import { describe, expect, it } from 'vitest'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { driftRows } from '#src/domain/wording/testing/driftReasonRows.ts'
import { NOW, reasonOf, SINCE } from '#src/domain/wording/testing/reasonOf.ts'
import { failureRows, stateRows } from '#src/domain/wording/testing/reasonRows.ts'
import { signalRows } from '#src/domain/wording/testing/signalReasonRows.ts'
import { usualRows } from '#src/domain/wording/testing/usualReasonRows.ts'
import { wholeRows } from '#src/domain/wording/testing/wholeReasonRows.ts'
import { layerOfReason } from './layerOfReason.ts'
import { podReasons } from './podReasons.ts'

const READER = { now: NOW, timeZone: 'Europe/Paris' }
const LATE = { kind: 'timeout', after: 2000 } as const
const REFUSED = { kind: 'unreachable', by: 'browser', detail: null } as const

const told = (reasons: readonly Reason[], pod: string) => podReasons(reasons, pod, READER)

describe('a reason that names a pod', () => {
  const two = reasonOf('failing', 3, { 'orders-1': { failure: LATE }, 'orders-2': { failure: REFUSED } })

  it('is worded for that pod alone', () =>
    expect(told([two], 'orders-2')).toMatchObject([
      {
        kind: 'failing',
        layer: 'reachable',
        light: 'red',
        text: 'orders-2 does not answer: refused or DNS error since 08:31',
        todo: 'see whether the pod runs, then read its last log lines',
      },
    ]))

  it('says nothing of another', () => expect(told([two], 'orders-3')).toEqual([]))

  it('has the light of the pod, and the worst comes first', () => {
    const worst: Reason = { ...two, light: 'orange' }
    const ready: Reason = {
      kind: 'not-ready',
      light: 'red',
      since: SINCE,
      ofPods: 2,
      pods: [
        { pod: 'orders-3', light: 'red', since: SINCE, why: null },
        { pod: 'orders-1', light: 'orange', since: NOW, why: null },
      ],
    }
    expect(told([ready, worst], 'orders-1').map(({ kind, light }) => [kind, light])).toEqual([
      ['failing', 'red'],
      ['not-ready', 'orange'],
    ])
  })
})

describe('how the load lies', () => {
  const load: Reason = {
    kind: 'load',
    light: 'red',
    since: SINCE,
    ofPods: 4,
    pods: [
      {
        pod: 'app-1',
        light: 'red',
        since: SINCE,
        share: 1,
        fair: 0.25,
        perSecond: 80,
        drops: 0.2,
        busy: null,
      },
    ],
    about: {
      out: [
        { pod: 'app-2', failure: LATE },
        { pod: 'app-3', failure: null },
      ],
      saturated: ['app-4'],
    },
  }

  it.each([
    ['app-1', 'resources', /carries 100 % of the load/],
    ['app-2', 'reachable', /^timed out after 2 s: /],
    ['app-3', 'checks', /out/],
    ['app-4', 'resources', /out/],
  ])('speaks of %s in the layer %s', (pod, layer, text) => {
    const [only, ...more] = told([load], pod)
    expect(only).toMatchObject({ kind: 'load', layer, light: 'red' })
    expect(only?.text).toMatch(text)
    expect(more).toEqual([])
  })

  it('says nothing of a pod that it does not name', () => expect(told([load], 'app-5')).toEqual([]))
})

it('speaks of every pod where it speaks of the service as a whole, but for tickets', () => {
  const common = { light: 'orange', since: SINCE, ofPods: 2, pods: [] } as const
  const needs: Reason = {
    kind: 'dependency',
    ...common,
    about: { on: [{ service: 'prices', since: SINCE }] },
  }
  const ticket: Reason = { kind: 'ticket', ...common, about: { tickets: [] } }
  expect(told([needs, ticket], 'orders-9').map(({ kind, layer }) => [kind, layer])).toEqual([
    ['dependency', 'dependencies'],
  ])
})

const ROWS = [...failureRows, ...stateRows, ...signalRows, ...usualRows, ...driftRows, ...wholeRows]

it.each(ROWS.map(({ name, reason }) => [name, reason] as const))(
  'is told of each of its pods, once, where its kind belongs: %s',
  (_name, reason) => {
    for (const { pod, light } of reason.pods) {
      const layer = layerOfReason(reason.kind)
      const found = told([reason], pod)
      expect(found.map((each) => each.layer)).toEqual(layer === null ? [] : [layer])
      expect(found.every((each) => each.light === light && each.text !== '')).toBe(true)
    }
  },
)

it('has samples of every kind but those that name no pod', () => {
  const kinds = new Set(ROWS.filter(({ reason }) => reason.pods.length > 0).map(({ reason }) => reason.kind))
  expect(kinds.size).toBeGreaterThanOrEqual(27)
})
