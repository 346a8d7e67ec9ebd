import { describe, expect, it } from 'vitest'
import type { Exposition } from '#src/domain/exposition/exposition.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION, type Rule } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { failed, NOW, podFacts, scraped, signals, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { exposition } from './exposition.ts'
import { level } from './level.ts'
import { poolExhausted } from './poolExhausted.ts'

const ask = (rule: Rule, pod: PodFacts) => rule.find(pod, pod.service.policy, NOW)

type Specs = Parameters<typeof signals>[0]

const podWith = (specs: Specs, service = serviceOf()): PodFacts =>
  podFacts({ service, tracks: { metrics: scraped() }, signals: signals(specs) })

const bounded = (bounds: object): ReturnType<typeof serviceOf> => serviceOf({ pods: 1, bounds })

describe('level near its bound', () => {
  const rows: readonly {
    name: string
    specs: Specs
    service?: ReturnType<typeof serviceOf>
    expected: readonly (readonly [light: string, signal: string, value: number, bound: number])[]
  }[] = [
    { name: 'no signals', specs: [], expected: [] },
    { name: 'no bound known', specs: [['memory', 1e12]], expected: [] },
    { name: 'below orange', specs: [['fds', 799, 1000]], expected: [] },
    { name: 'at orange', specs: [['fds', 800, 1000]], expected: [] },
    { name: 'above orange', specs: [['fds', 801, 1000]], expected: [['orange', 'fds', 801, 1000]] },
    { name: 'at red', specs: [['fds', 950, 1000]], expected: [['orange', 'fds', 950, 1000]] },
    { name: 'above red', specs: [['fds', 951, 1000]], expected: [['red', 'fds', 951, 1000]] },
    { name: 'over its bound', specs: [['fds', 2000, 1000]], expected: [['red', 'fds', 2000, 1000]] },
    { name: 'a bound of 0 is none', specs: [['queueDepth', 5, 0]], expected: [] },
    {
      name: 'the bound of the fleet file where the metrics name none',
      specs: [['memory', 90]],
      service: bounded({ memory: 100 }),
      expected: [['orange', 'memory', 90, 100]],
    },
    {
      name: 'the bound of the fleet file before that of the metrics',
      specs: [['memory', 90, 91]],
      service: bounded({ memory: 1000 }),
      expected: [],
    },
    {
      name: 'thresholds of its own',
      specs: [['disk', 60, 100]],
      service: serviceOf({ pods: 1, thresholds: { levelOrange: 0.4, levelRed: 0.5 } }),
      expected: [['red', 'disk', 60, 100]],
    },
    {
      name: 'several at once',
      specs: [
        ['memory', 99, 100],
        ['disk', 85, 100],
        ['fds', 1, 100],
      ],
      expected: [
        ['red', 'memory', 99, 100],
        ['orange', 'disk', 85, 100],
      ],
    },
    {
      name: 'a heap or a pool that is full is only busy',
      specs: [
        ['heap', 100, 100],
        ['poolInUse', 100, 100],
      ],
      expected: [],
    },
    { name: 'goroutines', specs: [['goroutines', 96, 100]], expected: [['red', 'goroutines', 96, 100]] },
    { name: 'threads', specs: [['threads', 81, 100]], expected: [['orange', 'threads', 81, 100]] },
    { name: 'a queue', specs: [['queueDepth', 81, 100]], expected: [['orange', 'queueDepth', 81, 100]] },
  ]
  for (const { name, specs, service, expected } of rows) {
    it(name, () => {
      const parts = expected.map(([light, signal, value, bound]) => ({
        light,
        part: { kind: 'level', signal, value, bound, of: null },
      }))
      expect(ask(level, podWith(specs, service))).toEqual(parts)
    })
  }

  it.each([
    ['CPU without a limit', [['cpu', 4]], []],
    ['CPU at orange', [['cpu', 3.2, 4]], []],
    ['CPU above orange', [['cpu', 3.3, 4]], ['orange']],
    ['CPU above red', [['cpu', 3.9, 4]], ['red']],
  ] as const)('%s, which has to last', (_, specs, lights) => {
    const lasting = { orange: minutes(5), red: minutes(5) }
    expect(ask(level, podWith(specs))).toMatchObject(lights.map((light) => ({ light, lasting })))
  })

  it('names which of several it is', () => {
    expect(ask(level, podWith([['disk', 99, 100, '/var']]))).toMatchObject([{ part: { of: '/var' } }])
  })
})

describe('an exhausted pool', () => {
  const rows: readonly { name: string; specs: Specs; bounds?: object; expected: unknown }[] = [
    { name: 'no pool', specs: [['poolWaiting', 3]], expected: [] },
    {
      name: 'full, nobody waits',
      specs: [
        ['poolInUse', 10, 10],
        ['poolWaiting', 0],
      ],
      expected: [],
    },
    { name: 'full, waiters not told', specs: [['poolInUse', 10, 10]], expected: [] },
    {
      name: 'one free, some wait',
      specs: [
        ['poolInUse', 9, 10],
        ['poolWaiting', 2],
      ],
      expected: [],
    },
    {
      name: 'full, one waits',
      specs: [
        ['poolInUse', 10, 10, 'orders-db'],
        ['poolWaiting', 1],
      ],
      expected: { inUse: 10, bound: 10, waiting: 1, of: 'orders-db' },
    },
    {
      name: 'no bound known',
      specs: [
        ['poolInUse', 10],
        ['poolWaiting', 9],
      ],
      expected: [],
    },
    {
      name: 'the bound of the fleet file',
      specs: [
        ['poolInUse', 10],
        ['poolWaiting', 9],
      ],
      bounds: { poolInUse: 10 },
      expected: { inUse: 10, bound: 10, waiting: 9, of: null },
    },
  ]
  for (const { name, specs, bounds = {}, expected } of rows) {
    it(name, () => {
      const found = Array.isArray(expected)
        ? expected
        : [{ light: 'red', part: Object.assign({ kind: 'pool-exhausted' }, expected) }]
      expect(ask(poolExhausted, podWith(specs, bounded(bounds)))).toEqual(found)
    })
  }
})

describe('the metrics page itself', () => {
  const rows: readonly { name: string; page: Partial<Exposition>; took: number; wrong: object | null }[] = [
    { name: 'whole and quick', page: {}, took: 999, wrong: null },
    { name: 'at the threshold', page: {}, took: 1000, wrong: null },
    { name: 'slow', page: {}, took: 1001, wrong: {} },
    { name: 'cut at its bytes', page: { truncatedBy: 'bytes' }, took: 5, wrong: { truncatedBy: 'bytes' } },
    { name: 'cut at its series', page: { truncatedBy: 'series' }, took: 5, wrong: { truncatedBy: 'series' } },
    {
      name: 'bad lines',
      page: { issueCount: 12, issues: [{ line: 7, column: 3, reason: 'no value' }] },
      took: 5,
      wrong: { badLines: 12, firstBadLine: { line: 7, reason: 'no value' } },
    },
  ]
  for (const { name, page, took, wrong } of rows) {
    it(`${name} is ${wrong === null ? 'nothing' : 'orange'}`, () => {
      const part = {
        kind: 'exposition',
        took,
        bytes: 1000,
        series: 0,
        truncatedBy: null,
        badLines: 0,
        firstBadLine: null,
        ...wrong,
      }
      const pod = podFacts({ tracks: { metrics: scraped(page, took) } })
      expect(ask(exposition, pod)).toEqual(wrong === null ? [] : [{ light: 'orange', part }])
    })
  }
})

const lightOf = (took: number, file = {}) =>
  ask(exposition, podFacts({ service: serviceOf(1, file), tracks: { metrics: scraped({}, took) } }))

describe('a metrics page that takes nearly as long as is waited for it', () => {
  const label = { name: 'user_agent', values: 600, about: false, examples: ['curl/8'] }
  const largest = [{ family: 'http_requests_total', series: 900, label }]
  it.each([
    { took: 3200, file: {}, light: 'orange' },
    { took: 3201, file: {}, light: 'red' },
    { took: 3201, file: { timeout: '10s' }, light: 'orange' },
    { took: 900, file: { timeout: '1s' }, light: 'red' },
    { took: 3201, file: { thresholds: { expositionRed: 0.9 } }, light: 'orange' },
  ])('$took ms: $light ($file)', ({ took, file, light }) => {
    expect(lightOf(took, file)).toMatchObject([{ light }])
  })

  it('names the label that makes it large; not where a line is bad', () => {
    const slow = podFacts({ tracks: { metrics: scraped({ largest }, 1001) } })
    const grows = { label: 'user_agent', family: 'http_requests_total', values: 600, grewBy: null }
    expect(ask(exposition, slow)).toMatchObject([{ part: { grows } }])
    const bad = podFacts({ tracks: { metrics: scraped({ largest, issueCount: 1 }, 5) } })
    expect(ask(exposition, bad)).not.toMatchObject([{ part: { grows } }])
  })
})

describe('no metrics came', () => {
  for (const [name, rule] of Object.entries({ level, poolExhausted, exposition })) {
    it(`is no opinion of ${name}, whatever was known before`, () => {
      const known = signals([['fds', 1000, 1000]])
      expect(ask(rule, podFacts({ signals: known }))).toBe(NO_OPINION)
      expect(ask(rule, podFacts({ tracks: { metrics: failed(TIMEOUT) }, signals: known }))).toBe(NO_OPINION)
    })
  }
})
