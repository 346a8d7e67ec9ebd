import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { healthReading } from '#src/domain/watch/testing/podFacts.ts'
import { LAYERS, type LayerName } from './layer.ts'
import { type LayeredPod, type LayerFacts, layersOf } from './layersOf.ts'

const AT = 1_000_000
const VERSION = {
  version: '1.8.2',
  commit: null,
  builtAt: null,
  runtime: null,
  startedAt: null,
  from: 'build info',
}

describe('whichever pod it is', () => {
  const failure = fc.constantFrom<ProbeFailure>(
    { kind: 'timeout', after: 2000 },
    { kind: 'not-found', tried: ['/health'] },
    { kind: 'unreadable' },
    { kind: 'aborted' },
  )
  const endpoint = (name: Endpoint) =>
    fc.record({
      endpoint: fc.constant(name),
      at: fc.option(fc.constant(AT)),
      failure: fc.option(failure),
    })
  const pod: fc.Arbitrary<LayeredPod> = fc.record({
    endpoints: fc
      .tuple(endpoint('health'), endpoint('ready'), endpoint('metrics'), endpoint('version'))
      .chain((all) => fc.subarray(all)),
    health: fc.option(fc.constantFrom(healthReading('ok'), healthReading('down'), healthReading('unknown'))),
    version: fc.option(fc.constant(VERSION)),
    signals: fc.array(fc.record({ signal: fc.constantFrom('memory', 'scrapeBytes') }), { maxLength: 2 }),
  })
  const light = fc.constantFrom(...WORST_FIRST)
  const reason = fc
    .record({ layer: fc.constantFrom(...LAYERS), light })
    .map((own) => Object.assign(own, { kind: 'health', text: '', todo: '' } as const))
  const facts: fc.Arbitrary<LayerFacts> = fc.record({
    light,
    now: fc.constant(AT),
    isCurrent: fc.boolean(),
    reasons: fc.array(reason, { maxLength: 4 }),
    needs: fc.option(fc.array(fc.option(light), { maxLength: 3 })),
  })

  const ENDPOINTS_OF = new Map<LayerName, readonly Endpoint[]>([
    ['reachable', ['health', 'metrics']],
    ['ready', ['ready']],
    ['resources', ['metrics']],
    ['checks', ['health']],
  ])

  it('has all layers, in their order', () =>
    fc.assert(
      fc.property(pod, facts, (one, known) => {
        expect(layersOf(one, known).map(({ name }) => name)).toEqual(LAYERS)
      }),
    ))

  it('passes no layer whose endpoints were never read', () =>
    fc.assert(
      fc.property(pod, facts, (one, known) => {
        for (const { name, state } of layersOf(one, known)) {
          const wanted = ENDPOINTS_OF.get(name)
          if (state !== 'pass' || wanted === undefined) continue
          const read = one.endpoints.filter((each) => each.at !== null && each.failure === null)
          expect(read.some((each) => wanted.includes(each.endpoint))).toBe(true)
        }
      }),
    ))

  it('passes nothing where what is known is old, and fails nothing', () =>
    fc.assert(
      fc.property(pod, facts, (one, known) => {
        const states = layersOf(one, { ...known, isCurrent: false }).map(({ state }) => state)
        expect(states).not.toContain('pass')
        expect(states).not.toContain('fail')
      }),
    ))

  it('fails where a reason is red', () =>
    fc.assert(
      fc.property(pod, facts, (one, known) => {
        const layers = layersOf(one, { ...known, isCurrent: true })
        for (const red of known.reasons.filter((each) => each.light === 'red'))
          expect(layers.find(({ name }) => name === red.layer)?.state).toBe('fail')
      }),
    ))

  it('is not all well in its layers unless its light is green', () =>
    fc.assert(
      fc.property(pod, facts, (one, known) => {
        const states = layersOf(one, known).map(({ state }) => state)
        const isAsking = states.some((state) => state === 'fail' || state === 'watch' || state === 'unseen')
        expect(isAsking || known.light === 'green').toBe(true)
      }),
    ))
})
