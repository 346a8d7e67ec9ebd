import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allNodes, checkNodes } from './checkNode.ts'
import { changesSince } from './changesSince.ts'
import type { HealthCheck } from './healthReading.ts'
import { bare } from './readChecks.ts'

const ok = (name: string, own: Partial<HealthCheck> = {}): HealthCheck => bare(name, { state: 'ok', ...own })
const reading = (...checks: readonly HealthCheck[]) => ({ checks })
const changed = (own: object) => ({ kind: 'changed', state: null, message: null, details: [], ...own })

type Row = {
  readonly name: string
  readonly was: readonly HealthCheck[]
  readonly now: readonly HealthCheck[]
  readonly of: Readonly<Record<string, unknown>>
  readonly gone: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'nothing', was: [ok('db')], now: [ok('db')], of: {}, gone: [] },
  { name: 'another order', was: [ok('a'), ok('b')], now: [ok('b'), ok('a')], of: {}, gone: [] },
  { name: 'a new check', was: [], now: [ok('db')], of: { db: { kind: 'new' } }, gone: [] },
  { name: 'a gone check', was: [ok('db'), ok('mq')], now: [ok('mq')], of: {}, gone: ['db'] },
  {
    name: 'another state',
    was: [ok('db')],
    now: [bare('db', { state: 'down', message: 'refused' })],
    of: { db: changed({ state: 'ok', message: { was: null } }) },
    gone: [],
  },
  {
    name: 'a message that ended',
    was: [ok('db', { message: 'slow' })],
    now: [ok('db')],
    of: { db: changed({ message: { was: 'slow' } }) },
    gone: [],
  },
  {
    name: 'details',
    was: [
      ok('db', {
        details: [
          ['host', 'a'],
          ['lag', '1'],
          ['pool', '5'],
        ],
      }),
    ],
    now: [
      ok('db', {
        details: [
          ['pool', '5'],
          ['lag', '9'],
          ['role', 'replica'],
        ],
      }),
    ],
    of: {
      db: changed({
        details: [
          { key: 'lag', was: '1', is: '9' },
          { key: 'role', was: null, is: 'replica' },
          { key: 'host', was: 'a', is: null },
        ],
      }),
    },
    gone: [],
  },
  {
    name: 'parts of parts',
    was: [ok('db', { parts: [ok('us1'), ok('us2')] })],
    now: [ok('db', { parts: [bare('us1', { state: 'down' })] })],
    of: { 'db us1': changed({ state: 'ok' }) },
    gone: ['db us2'],
  },
  {
    name: 'a branch that is gone, told once',
    was: [ok('db', { parts: [ok('us1')] })],
    now: [],
    of: {},
    gone: ['db'],
  },
  {
    name: 'checks of one name, by their number',
    was: [ok('node'), ok('node')],
    now: [ok('node'), bare('node', { state: 'down' }), ok('node')],
    of: { 'node #2': changed({ state: 'ok' }), 'node #3': { kind: 'new' } },
    gone: [],
  },
  {
    name: 'names of prototypes',
    was: [ok('__proto__')],
    now: [ok('constructor')],
    of: { constructor: { kind: 'new' } },
    gone: ['__proto__'],
  },
]

const checkOf = (parts: fc.Arbitrary<HealthCheck[]>): fc.Arbitrary<HealthCheck> =>
  fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom('ok', 'degraded', 'down', 'unknown'),
    message: fc.option(fc.constantFrom('x', 'y')),
    details: fc.constantFrom([], [['k', 'v']] as const),
    parts,
  })

describe('changesSince', () => {
  it.each(rows)('$name', ({ was, now, of, gone }) => {
    const changes = changesSince(reading(...was), reading(...now))
    const named = [...changes.of].map(([key, change]) => [key.trim().replaceAll('\n', ' '), change])
    expect(Object.fromEntries(named)).toEqual(of)
    expect(changes.gone.map(({ path }) => path.join(' '))).toEqual(gone)
  })

  const leaf = checkOf(fc.constant([]))
  const check = checkOf(fc.array(checkOf(fc.array(leaf, { maxLength: 2 })), { maxLength: 3 }))

  it('finds nothing between an answer and itself, and everything new in what was empty', () => {
    fc.assert(
      fc.property(fc.array(check, { maxLength: 4 }), (checks) => {
        const same = changesSince({ checks }, { checks })
        expect([same.of.size, same.gone]).toEqual([0, []])
        const all = allNodes(checkNodes(checks))
        expect(changesSince({ checks: [] }, { checks }).of.size).toBe(all.length)
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      }),
    )
  })
})
