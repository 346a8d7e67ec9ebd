import { describe, expect, it } from 'vitest'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, type Rule } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { failed, NOW, podFacts, scraped, signals, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { errorRatio } from './errorRatio.ts'
import { eventLoopLag } from './eventLoopLag.ts'
import { gcCpu } from './gcCpu.ts'
import { gcPause } from './gcPause.ts'
import { poolExhausted } from './poolExhausted.ts'

type Specs = Parameters<typeof signals>[0]

const ask = (rule: Rule, pod: PodFacts) => rule.find(pod, pod.service.policy, NOW)

const podWith = (specs: Specs, window: DurationMs | null = seconds(15), service = serviceOf()): PodFacts =>
  podFacts({ service, tracks: { metrics: scraped() }, signals: { ...signals(specs), window } })

type Verdict = readonly [light: 'orange' | 'red', part: object] | null | typeof NO_OPINION

const foundOf = (verdict: Verdict): unknown => {
  if (verdict === NO_OPINION) return NO_OPINION
  if (verdict === null) return []
  return [expect.objectContaining({ light: verdict[0], part: expect.objectContaining(verdict[1]) })]
}

const rows: readonly {
  rule: Rule
  name: string
  specs: Specs
  window?: DurationMs | null
  thresholds?: object
  expected: Verdict
}[] = [
  { rule: errorRatio, name: 'no page before this one', specs: [], window: null, expected: NO_OPINION },
  { rule: errorRatio, name: 'no requests', specs: [], expected: null },
  { rule: errorRatio, name: 'none fails', specs: errors(0, 100), expected: null },
  { rule: errorRatio, name: 'at orange', specs: errors(0.01, 100), expected: null },
  {
    rule: errorRatio,
    name: 'above orange',
    specs: errors(0.011, 100),
    expected: ['orange', { ratio: 0.011 }],
  },
  { rule: errorRatio, name: 'at red, of few', specs: errors(0.1, 2), expected: ['orange', {}] },
  {
    rule: errorRatio,
    name: 'above red',
    specs: errors(0.4, 12),
    expected: ['red', { kind: 'errors', ratio: 0.4, perSecond: 12 }],
  },
  { rule: errorRatio, name: 'one of two requests is no alarm', specs: errors(1 / 2, 2 / 15), expected: null },
  { rule: errorRatio, name: 'nor two of two', specs: errors(1, 2 / 15), expected: null },
  { rule: errorRatio, name: 'three of three are', specs: errors(1, 3 / 15), expected: ['red', {}] },
  { rule: errorRatio, name: 'three of a hundred', specs: errors(0.03, 100 / 15), expected: ['orange', {}] },
  { rule: errorRatio, name: 'of a short window', specs: errors(1 / 3, 2), window: 2000, expected: null },
  {
    rule: errorRatio,
    name: 'thresholds of its own',
    specs: errors(0.5, 2 / 15),
    thresholds: { errorsAtLeast: 1, errorsRed: 0.6 },
    expected: ['orange', {}],
  },
  { rule: eventLoopLag, name: 'no event loop', specs: [], expected: null },
  { rule: eventLoopLag, name: 'at orange', specs: [['eventLoopLag', 0.1]], expected: null },
  {
    rule: eventLoopLag,
    name: 'above orange',
    specs: [['eventLoopLag', 0.101]],
    expected: ['orange', { kind: 'event-loop', lag: 101 }],
  },
  { rule: eventLoopLag, name: 'at ten times', specs: [['eventLoopLag', 1]], expected: ['orange', {}] },
  { rule: eventLoopLag, name: 'above ten times', specs: [['eventLoopLag', 1.5]], expected: ['red', {}] },
  {
    rule: eventLoopLag,
    name: 'thresholds of its own',
    specs: [['eventLoopLag', 0.4]],
    thresholds: { loopLagOrange: '500ms' },
    expected: null,
  },
  { rule: gcPause, name: 'no page before this one', specs: [], window: null, expected: NO_OPINION },
  { rule: gcPause, name: 'no collection', specs: [], expected: null },
  { rule: gcPause, name: 'at orange', specs: [['gcPauseP99', 0.01]], expected: null },
  {
    rule: gcPause,
    name: 'above orange',
    specs: [['gcPauseP99', 0.011]],
    expected: ['orange', { kind: 'gc-pause', pause: 11 }],
  },
  { rule: gcPause, name: 'at ten times', specs: [['gcPauseP99', 0.1]], expected: ['orange', {}] },
  { rule: gcPause, name: 'above ten times', specs: [['gcPauseP99', 0.101]], expected: ['red', {}] },
  { rule: gcCpu, name: 'no page before this one', specs: [], window: null, expected: NO_OPINION },
  { rule: gcCpu, name: 'a gauge needs none', specs: [['gcCpu', 0.2]], window: null, expected: ['red', {}] },
  { rule: gcCpu, name: 'no collector', specs: [], expected: null },
  { rule: gcCpu, name: 'at orange', specs: [['gcCpu', 0.05]], expected: null },
  {
    rule: gcCpu,
    name: 'above orange',
    specs: [['gcCpu', 0.06]],
    expected: ['orange', { kind: 'gc-cpu', share: 0.06 }],
  },
  { rule: gcCpu, name: 'at red', specs: [['gcCpu', 0.1]], expected: ['orange', {}] },
  { rule: gcCpu, name: 'above red', specs: [['gcCpu', 0.11]], expected: ['red', {}] },
]

function errors(ratio: number, perSecond: number): Specs {
  return [
    ['errorRatio', ratio],
    ['requestRate', perSecond],
  ]
}

const KIND = { errors: errorRatio.kind, lag: eventLoopLag.kind, gc: gcCpu.kind, pause: gcPause.kind }

describe(`the process: ${Object.values(KIND).join(', ')}`, () => {
  for (const { rule, name, specs, window, thresholds = {}, expected } of rows) {
    it(`${rule.kind}: ${name}`, () => {
      const service = serviceOf({ pods: 1, thresholds })
      expect(ask(rule, podWith(specs, window, service))).toEqual(foundOf(expected))
    })
  }

  it('pauses and lags that are red have to last', () => {
    const pod = podWith([
      ['gcPauseP99', 0.2],
      ['eventLoopLag', 2],
    ])
    expect(ask(gcPause, pod)).toMatchObject([{ lasting: { orange: minutes(2), red: minutes(10) } }])
    expect(ask(eventLoopLag, pod)).toMatchObject([{ lasting: { red: minutes(10) } }])
  })

  for (const rule of [errorRatio, eventLoopLag, gcCpu, gcPause]) {
    it(`${rule.kind}: a page that fails is no opinion, whatever was known before`, () => {
      const known = signals([...errors(1, 100), ['eventLoopLag', 9], ['gcCpu', 1]])
      expect(ask(rule, podFacts({ signals: known }))).toBe(NO_OPINION)
      expect(ask(rule, podFacts({ tracks: { metrics: failed(TIMEOUT) }, signals: known }))).toBe(NO_OPINION)
    })
  }
})

const page = (active: number, available: number, awaiting: number): string =>
  `agroal_active_count{datasource="default"} ${active}\nagroal_available_count{datasource="default"} ${available}
agroal_awaiting_count{datasource="default"} ${awaiting}\nagroal_max_used_count{datasource="default"} 10\n`

describe('a pool that tells no limit (Agroal, of Quarkus)', () => {
  const pools: readonly { name: string; text: string; bounds?: object; full: object | null }[] = [
    { name: 'all in use, four wait', text: page(10, 0, 4), full: { inUse: 10, bound: 10, waiting: 4 } },
    { name: 'all in use, nobody waits', text: page(10, 0, 0), full: null },
    { name: 'one is free', text: page(9, 1, 4), full: null },
    { name: 'never used', text: page(0, 0, 0), full: null },
    {
      name: 'the fleet file knows of more',
      text: page(10, 0, 4),
      bounds: { poolInUse: 20 },
      full: null,
    },
  ]
  for (const { name, text, bounds = {}, full } of pools) {
    it(name, () => {
      const pod = podFacts({
        service: serviceOf({ pods: 1, bounds }),
        tracks: { metrics: scraped() },
        signals: readSignals(null, scrapeOf(text)),
      })
      const part = Object.assign({ kind: 'pool-exhausted', of: 'default' }, full)
      expect(ask(poolExhausted, pod)).toEqual(full === null ? [] : [{ light: 'red', part }])
    })
  }
})
