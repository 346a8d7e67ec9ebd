import { describe, expect, it } from 'vitest'

import { found } from './finding.ts'
import type { HealthCheck, HealthState } from './healthReading.ts'
import { bare } from './readChecks.ts'
import { WHY_CAP, whyNotOk } from './whyNotOk.ts'

const check = (name: string, state: HealthState, message: string | null = null, parts: HealthCheck[] = []) =>
  bare(name, { state, message, parts })
const why = (status: number, state: HealthState, words: string | null, ...checks: HealthCheck[]) =>
  whyNotOk(status, found({ format: 'in-house', state, words, checks }))

const rows = [
  {
    name: 'a check and its words',
    line: why(200, 'down', null, check('redis', 'down', 'ECONNREFUSED')),
    expected: 'redis: ECONNREFUSED',
  },
  {
    name: 'the status first',
    line: why(503, 'down', 'x', check('redis', 'down')),
    expected: 'HTTP 503; redis: down',
  },
  {
    name: 'the words of the whole',
    line: why(503, 'down', 'db: bad connection'),
    expected: 'HTTP 503; db: bad connection',
  },
  {
    name: 'the worst first, then in their order',
    line: why(
      200,
      'down',
      null,
      check('a', 'degraded', 'slow'),
      check('b', 'ok'),
      check('c', 'down', 'gone'),
    ),
    expected: 'c: gone; a: slow',
  },
  {
    name: 'the deepest part at fault',
    line: why(200, 'down', null, check('a', 'down', 'x', [check('b', 'ok'), check('c', 'down', 'y')])),
    expected: 'a/c: y',
  },
  {
    name: 'a part whose own parts are fine',
    line: why(200, 'down', null, check('a', 'down', 'x', [check('b', 'ok')])),
    expected: 'a: x',
  },
  {
    name: 'words where no check is as bad as the whole',
    line: why(200, 'down', 'no quorum', check('a', 'degraded', 'slow')),
    expected: 'no quorum; a: slow',
  },
  {
    name: 'a status against the body',
    line: why(503, 'ok', 'all good'),
    expected: 'HTTP 503, though the body says ok',
  },
  { name: 'nothing to say', line: why(200, 'down', null), expected: 'the answer says down' },
  { name: 'several lines', line: why(200, 'down', 'a\n  b'), expected: 'a b' },
]

describe('whyNotOk', () => {
  it.each(rows)('$name', ({ line, expected }) => {
    expect(line).toBe(expected)
  })

  it('counts what it does not name', () => {
    const many = Array.from({ length: 50 }, (_, i) => check(`dependency-${i}`, 'down', 'connection refused'))
    const line = why(503, 'down', null, ...many)
    expect(line).toMatch(/^HTTP 503; dependency-0: connection refused; .* and 4\d more$/)
    expect(line.length).toBeLessThanOrEqual(WHY_CAP)
  })

  it('fits even where one name or message does not', () => {
    const long = 'x'.repeat(5000)
    const line = why(503, 'down', null, check(long, 'down', long), check('b', 'down'))
    expect(line).toMatch(/^HTTP 503; x+…: x+…/)
    expect(line.length).toBeLessThanOrEqual(WHY_CAP)
    expect(why(503, 'down', long)).toHaveLength(WHY_CAP)
  })
})
