import { expect, it } from 'vitest'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { GRAVEST_FIRST } from '#src/domain/verdict/gravity.ts'
import { healthReading } from '#src/domain/watch/testing/podFacts.ts'
import type { LayerName, LayerState } from './layer.ts'
import { layerOfReason } from './layerOfReason.ts'
import { type LayeredPod, type LayerFacts, layersOf } from './layersOf.ts'
import type { PodReason } from './podReasons.ts'

const AT = 1_000_000
const TIMEOUT: ProbeFailure = { kind: 'timeout', after: 2000 }
const NOT_FOUND: ProbeFailure = { kind: 'not-found', tried: ['/health'] }
const VERSION = {
  version: '1.8.2',
  commit: null,
  builtAt: null,
  runtime: null,
  startedAt: null,
  from: 'build info',
}

const answered = (endpoint: Endpoint, failure: ProbeFailure | null = null) => ({ endpoint, at: AT, failure })
const notAsked = (endpoint: Endpoint) => ({ endpoint, at: null, failure: null })

/** All four endpoints were read, and nothing is wrong. */
const WELL: LayeredPod = {
  endpoints: [answered('health'), answered('ready'), answered('metrics'), answered('version')],
  health: healthReading('ok', { logs: [{ at: AT, level: 'info', message: 'saved', fields: [] }] }),
  version: VERSION,
  signals: [{ signal: 'memory' }],
}

const QUIET: LayerFacts = { light: 'green', now: AT, isCurrent: true, reasons: [], needs: ['green'] }

const statesOf = (
  pod: Partial<LayeredPod> = {},
  facts: Partial<LayerFacts> = {},
): Record<LayerName, LayerState> => {
  const layers = layersOf({ ...WELL, ...pod }, { ...QUIET, ...facts })
  const of = (name: LayerName): LayerState => layers.find((layer) => layer.name === name)?.state ?? 'fail'
  return {
    reachable: of('reachable'),
    ready: of('ready'),
    resources: of('resources'),
    checks: of('checks'),
    dependencies: of('dependencies'),
    version: of('version'),
    logs: of('logs'),
    profile: of('profile'),
  }
}

const ALL_PASS = {
  reachable: 'pass',
  ready: 'pass',
  resources: 'pass',
  checks: 'pass',
  dependencies: 'pass',
  version: 'pass',
  logs: 'pass',
  profile: 'aid',
}

const withEndpoint = (own: ReturnType<typeof answered> | ReturnType<typeof notAsked>) => ({
  endpoints: WELL.endpoints.map((each) => (each.endpoint === own.endpoint ? own : each)),
})
const without = (endpoint: Endpoint) => ({
  endpoints: WELL.endpoints.filter((each) => each.endpoint !== endpoint),
})

it.each<[string, Partial<LayeredPod>, Partial<LayerFacts>, Partial<Record<LayerName, LayerState>>]>([
  ['all read, all well', {}, {}, {}],
  [
    'health was never asked',
    withEndpoint(notAsked('health')),
    {},
    { reachable: 'unseen', checks: 'unseen', logs: 'unseen' },
  ],
  [
    'health failed the last time',
    withEndpoint(answered('health', TIMEOUT)),
    {},
    { reachable: 'unseen', checks: 'unseen', logs: 'unseen' },
  ],
  [
    'no health page: it lives by its metrics',
    withEndpoint(answered('health', NOT_FOUND)),
    {},
    { checks: 'none', logs: 'unseen' },
  ],
  [
    'neither health nor metrics anywhere',
    { endpoints: [answered('health', NOT_FOUND), answered('metrics', NOT_FOUND)] },
    {},
    { reachable: 'unseen', ready: 'none', resources: 'none', checks: 'none', logs: 'unseen' },
  ],
  ['readiness is not asked for', without('ready'), {}, { ready: 'none' }],
  ['readiness was never read', withEndpoint(notAsked('ready')), {}, { ready: 'unseen' }],
  ['metrics failed', withEndpoint(answered('metrics', TIMEOUT)), {}, { resources: 'unseen' }],
  ['metrics in which nothing is recognised', { signals: [] }, {}, { resources: 'unseen' }],
  [
    'metrics of which only the scrape itself tells',
    { signals: [{ signal: 'scrapeBytes' }, { signal: 'scrapeDuration' }, { signal: 'seriesCount' }] },
    {},
    { resources: 'unseen' },
  ],
  [
    'a signal whose own metric is not on the page',
    { unmatched: [{ signal: 'heap', metric: 'our_heap' }] },
    {},
    { resources: 'unseen' },
  ],
  ['metrics are not asked for', without('metrics'), {}, { resources: 'none' }],
  [
    'a bad answer that is still to be confirmed',
    { health: healthReading('down') },
    {},
    { checks: 'unseen', logs: 'none' },
  ],
  ['health does not tell', { health: healthReading('unknown') }, {}, { checks: 'unseen', logs: 'none' }],
  ['what it needs is not known', {}, { needs: null }, { dependencies: 'unseen' }],
  ['it needs nothing', {}, { needs: [] }, { dependencies: 'none' }],
  ['it needs what nobody watches', {}, { needs: [null] }, { dependencies: 'none' }],
  ['something that it needs is red', {}, { needs: ['green', 'red'] }, { dependencies: 'watch' }],
  ['something that it needs is grey', {}, { needs: ['unknown', null] }, { dependencies: 'unseen' }],
  ['no version endpoint, and none told', { version: null, ...without('version') }, {}, { version: 'none' }],
  [
    'the version cannot be read',
    { version: null, ...withEndpoint(answered('version', TIMEOUT)) },
    {},
    { version: 'unseen' },
  ],
  ['an answer without a version', { version: null }, {}, { version: 'none' }],
  [
    'the health page tells the version',
    { version: null, health: healthReading('ok', { version: '2' }) },
    {},
    { logs: 'none' },
  ],
  [
    'an error among the lines',
    { health: healthReading('ok', { logs: [{ at: null, level: 'ERROR', message: 'refused', fields: [] }] }) },
    {},
    { logs: 'watch' },
  ],
  [
    'what is known is old',
    {},
    { isCurrent: false, light: 'unknown' },
    {
      reachable: 'unseen',
      ready: 'unseen',
      resources: 'unseen',
      checks: 'unseen',
      dependencies: 'unseen',
      version: 'unseen',
      logs: 'unseen',
    },
  ],
  ['grey, and nothing says why', {}, { light: 'unknown' }, { reachable: 'unseen' }],
])('%s', (_name, pod, facts, expected) => expect(statesOf(pod, facts)).toEqual({ ...ALL_PASS, ...expected }))

const said = (layer: LayerName, light: PodReason['light']): PodReason => ({
  kind: 'health',
  light,
  text: '',
  todo: '',
  layer,
})

it.each<[PodReason['light'][], LayerState]>([
  [['red'], 'fail'],
  [['orange'], 'watch'],
  [['unknown'], 'unseen'],
  [['orange', 'red'], 'fail'],
  [['unknown', 'orange'], 'watch'],
])('reasons %j make a layer %s', (lights, state) =>
  expect(statesOf({}, { reasons: lights.map((light) => said('checks', light)) }).checks).toBe(state),
)

it('puts each kind of reason into one layer, and only tickets into none', () => {
  expect(GRAVEST_FIRST.filter((kind) => layerOfReason(kind) === null)).toEqual(['ticket'])
})

it('is nothing but unseen once its answers are old, though none of them failed', () => {
  const endpoints = WELL.endpoints.map((answer) => Object.assign({ holdsUntil: AT + 1000 }, answer))
  expect(Object.values(statesOf({ endpoints }, { now: AT + 1000 }))).not.toContain('unseen')
  expect(statesOf({ endpoints }, { now: AT + 1001, needs: [] })).toEqual({
    reachable: 'unseen',
    ready: 'unseen',
    resources: 'unseen',
    checks: 'unseen',
    dependencies: 'none',
    version: 'unseen',
    logs: 'unseen',
    profile: 'aid',
  })
})
