import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DEPTH_CAP } from './checkBudget.ts'
import { healthRank } from './healthRank.ts'
import type { HealthCheck } from './healthReading.ts'
import { readHealth } from './readHealth.ts'

const STATUS_WORDS = [
  'UP',
  'DOWN',
  'ok',
  'error',
  'pass',
  'warn',
  'fail',
  'Healthy',
  'Unhealthy',
  'green',
  'UNKNOWN',
  'shipped',
]
const KEYS = [
  'status',
  'state',
  'checks',
  'components',
  'details',
  'entries',
  'info',
  'error',
  'health',
  'ready',
  'healthy',
]
const OTHER_KEYS = [
  'name',
  'Checks',
  'Service',
  'CheckID',
  'Status',
  'logs',
  'metrics',
  'failures',
  'data',
  '__proto__',
  'sealed',
]

/** JSON of the words and keys that health answers are made of, in any combination. */
const healthLike = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(...STATUS_WORDS),
    fc.boolean(),
    fc.constantFrom(null, 0, 1, 200, 503, 1e308, ''),
    fc.dictionary(fc.constantFrom(...KEYS, ...OTHER_KEYS), tie('value'), { maxKeys: 5 }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value

const anyStatus = fc.oneof(
  fc.constantFrom(200, 204, 302, 401, 404, 429, 472, 473, 500, 501, 503, 530),
  fc.integer(),
  fc.double(),
)
const anyType = fc.constantFrom(
  null,
  '',
  'application/json',
  'text/html',
  'text/plain; charset=utf-8',
  'application/health+json',
)
const anyBody = fc.oneof(
  healthLike.map((value) => JSON.stringify(value)),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.json().chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<html>', '<title>', 'OK', '[+]', '[-]x', '\n', ' => ', ' is ready', '{', '"'), {
      maxLength: 9,
    })
    .map((a) => a.join('')),
)

describe('readHealth on anything', () => {
  it('never throws; ok needs no reason but a shape that is known, everything else has one of at most 200 characters', () => {
    fc.assert(
      fc.property(anyStatus, anyType, anyBody, (status, contentType, body) => {
        const { state, why, format } = readHealth({ status, contentType, body })
        expect(why === null).toBe(state === 'ok' && format !== 'http-status')
        expect((why ?? '').length).toBeLessThanOrEqual(200)
        expect(why ?? '').not.toMatch(/\n/)
      }),
      { numRuns: 3000 },
    )
  })

  it('is ok with 2xx only, but for the standby codes of Vault', () => {
    fc.assert(
      fc.property(anyStatus, anyType, anyBody, (status, contentType, body) => {
        const { state, format } = readHealth({ status, contentType, body })
        const isStandby = format === 'vault' && [429, 472, 473].includes(status)
        const mayBeOk = (status >= 200 && status < 300) || isStandby
        expect(state !== 'ok' || mayBeOk).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('is down from 500 on, but for refusals (511) and 501 without a registered check', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 599 }), anyType, anyBody, (status, contentType, body) => {
        const { state, format } = readHealth({ status, contentType, body })
        const expected =
          status === 511 || (status === 501 && format === 'dropwizard') ? ['unknown'] : ['down']
        expect(expected.includes(state) || (status === 501 && state === 'down')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is never better for a worse status', () => {
    fc.assert(
      fc.property(anyType, anyBody, (contentType, body) => {
        const at = (status: number) => healthRank(readHealth({ status, contentType, body }).state)
        expect(at(503)).toBeGreaterThanOrEqual(at(200))
      }),
      { numRuns: 1000 },
    )
  })
})

const tree = fc.letrec<{ part: Record<string, unknown> }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ status: fc.constantFrom('UP', 'UNKNOWN') }),
    fc.record({
      status: fc.constant('UP'),
      components: fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), tie('part'), {
        minKeys: 1,
        maxKeys: 4,
      }),
    }),
  ),
})).part

const wrap = (part: object, depth: number): object =>
  depth === 0 ? part : wrap({ status: 'UP', components: { up: { status: 'UP' }, deeper: part } }, depth - 1)

const at200 = (body: unknown) => readHealth({ status: 200, contentType: null, body: JSON.stringify(body) })

const leaves = (checks: readonly HealthCheck[]): readonly HealthCheck[] =>
  checks.flatMap((check) => (check.parts.length === 0 ? [check] : leaves(check.parts)))

describe('readHealth on a tree of Spring components', () => {
  it('a part that is DOWN at any depth is never ok, whatever the root says, and is named', () => {
    fc.assert(
      fc.property(
        tree,
        fc.integer({ min: 1, max: DEPTH_CAP - 6 }),
        fc.constantFrom('UP', 'DOWN'),
        (part, depth, root) => {
          const ill = { status: 'DOWN', details: { error: 'culprit' } }
          const body = { ...wrap({ status: 'UP', components: { part, ill } }, depth), status: root }
          const { state, why, checks } = readHealth({
            status: 200,
            contentType: null,
            body: JSON.stringify(body),
          })
          expect(state).toBe(root === 'UP' ? 'degraded' : 'down')
          expect(why).toContain('culprit')
          expect(leaves(checks).filter((check) => check.state === 'down')).toHaveLength(1)
        },
      ),
    )
  })

  it('the order of keys makes no difference', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, reversed(item)]),
      )
    }
    fc.assert(
      fc.property(healthLike, (value) => {
        const [given, turned] = [at200(value), at200(reversed(JSON.parse(JSON.stringify(value))))]
        expect([turned.state, turned.format]).toEqual([given.state, given.format])
      }),
      { numRuns: 1000 },
    )
  })
})
