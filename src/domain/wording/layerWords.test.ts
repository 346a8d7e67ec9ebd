import { describe, expect, it } from 'vitest'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { DirectNeed } from '#src/domain/layer/directNeeds.ts'
import { LAYERS, type Layer, type LayerName } from '#src/domain/layer/layer.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { check, healthReading } from '#src/domain/watch/testing/podFacts.ts'
import { layerSummary, type LayerTold } from './layerWords.ts'

/** 2024-11-21T09:00:00+01:00. */
const NOW = 1_732_176_000_000
const READER = { now: NOW, timeZone: 'Europe/Paris' }
const TIMEOUT: ProbeFailure = { kind: 'timeout', after: 2000 }
const NONE: ProbeFailure = { kind: 'not-found', tried: ['/a', '/b'] }

const answer = (endpoint: Endpoint, failure: ProbeFailure | null = null, at: number | null = NOW) => ({
  endpoint,
  at,
  took: at === null ? null : 12,
  failure,
})
const log = (level: string) => ({ at: NOW, level, message: 'saved', fields: [] })
const needing = (name: string, light: DirectNeed['light']): DirectNeed => ({
  name,
  light,
  kind: 'service',
  by: 'fleet-file',
})
const VERSION = {
  version: '1.8.2',
  commit: 'ab12cd34ef',
  builtAt: null,
  runtime: 'go1.22',
  startedAt: null,
  from: '',
}

const POD: LayerTold['pod'] = {
  endpoints: [answer('health'), answer('ready'), answer('metrics'), answer('version')],
  health: healthReading('ok', {
    checks: [check('db', 'ok', { parts: [check('us1', 'ok'), check('us2', 'down')] }), check('disk', 'ok')],
    logs: [log('info'), log('error')],
  }),
  version: VERSION,
  signals: [{ signal: 'memory' }, { signal: 'cpu' }, { signal: 'scrapeBytes' }],
  startedAt: NOW - 29 * 60_000,
}
const TOLD: LayerTold = { pod: POD, needs: [needing('prices', 'green')], runtime: 'go' }

const line = (name: LayerName, pod: Partial<LayerTold['pod']> = {}, told: Partial<LayerTold> = {}): string =>
  layerSummary({ name, state: 'pass', reasons: [] }, { ...TOLD, ...told, pod: { ...POD, ...pod } }, READER)

const endpoints = (...all: readonly ReturnType<typeof answer>[]) => ({ endpoints: all })

it.each<[LayerName, Partial<LayerTold['pod']>, Partial<LayerTold>, string]>([
  ['reachable', {}, {}, '4 of 4 endpoints answer, health in 12 ms'],
  [
    'reachable',
    endpoints(answer('health', TIMEOUT), answer('metrics'), answer('version', NONE)),
    {},
    '1 of 2 endpoints answer; health timed out after 2 s',
  ],
  ['reachable', endpoints(answer('metrics')), {}, '1 of 1 endpoint answer'],
  ['reachable', endpoints(answer('health', null, null)), {}, 'not asked yet'],
  ['ready', {}, {}, 'answered in 12 ms'],
  ['ready', endpoints(), {}, 'not asked for: the fleet file names no readiness path'],
  ['ready', endpoints(answer('ready', TIMEOUT)), {}, 'timed out after 2 s'],
  ['resources', {}, {}, '2 signals read'],
  [
    'resources',
    { unmatched: [{ signal: 'heap', metric: 'our_heap' }] },
    {},
    '2 signals read; not on its page: the metric of signals.heap',
  ],
  [
    'resources',
    { signals: [{ signal: 'scrapeBytes' }] },
    {},
    'its metrics page was read, but no signal is recognised',
  ],
  ['resources', { signals: [] }, {}, 'its metrics page was read, but no signal is recognised'],
  ['resources', endpoints(answer('metrics', NONE)), {}, 'it has no metrics page'],
  ['resources', endpoints(answer('metrics', TIMEOUT)), {}, 'timed out after 2 s'],
  ['resources', endpoints(), {}, 'its metrics are not asked for'],
  ['checks', {}, {}, 'says OK, 2 of 3 checks OK'],
  ['checks', { health: healthReading('down', { why: 'HTTP 503' }) }, {}, 'says DOWN, HTTP 503'],
  ['checks', { health: null }, {}, 'not asked yet'],
  ['checks', endpoints(answer('health', NONE)), {}, 'it has no health page'],
  ['dependencies', {}, {}, 'needs 1 service, all well'],
  ['dependencies', {}, { needs: null }, 'not known yet'],
  ['dependencies', {}, { needs: [] }, 'it needs nothing that is known here'],
  ['dependencies', {}, { needs: [needing('mailer', null)] }, 'needs 1 service, nobody watches them here'],
  [
    'dependencies',
    {},
    { needs: [needing('prices', 'red'), needing('stock', 'unknown'), needing('a', 'green')] },
    'needs 3 services; in trouble: prices; not seen: stock',
  ],
  ['version', {}, {}, '1.8.2 (ab12cd3), go1.22, started 08:31'],
  ['version', { version: { ...VERSION, version: 'v1-ab12cd3' } }, {}, 'v1-ab12cd3, go1.22, started 08:31'],
  ['version', { version: null, startedAt: null }, {}, 'it tells none'],
  [
    'version',
    { version: null, startedAt: null, ...endpoints(answer('version', TIMEOUT)) },
    {},
    'timed out after 2 s',
  ],
  ['logs', {}, {}, '2 lines, 1 of an error'],
  ['logs', { health: healthReading('ok', { logs: [log('info')] }) }, {}, '1 line'],
  ['logs', { health: null }, {}, 'its health page carries none'],
  ['profile', {}, {}, 'Go: commands, filled in'],
  ['profile', {}, { runtime: null }, 'what to run on it'],
])('%s: %o %o says: %s', (name, pod, told, expected) => expect(line(name, pod, told)).toBe(expected))

const reason = (text: string) => ({ kind: 'level', light: 'red', text, todo: '' }) as const

const withReasons = (name: LayerName, texts: readonly string[]): Layer => ({
  name,
  state: 'fail',
  reasons: texts.map(reason),
})

describe('where there are reasons', () => {
  it.each(LAYERS)('the worst is the line of %s, and the others are counted', (name) => {
    expect(layerSummary(withReasons(name, ['memory 97 %']), TOLD, READER)).toBe('memory 97 %')
    expect(layerSummary(withReasons(name, ['memory 97 %', 'b', 'c']), TOLD, READER)).toBe(
      'memory 97 % and 2 more',
    )
  })
})
