import { describe, expect, it } from 'vitest'
import type { QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { mebibytes, seconds } from '#src/domain/time/units.ts'
import { queryFailureWords, unmatchedSentence } from './sourceWords.ts'

type Row = { readonly failure: QueryFailure; readonly what: string; readonly repair: RegExp }

const refused = (status: number, errorType: string, error: string): QueryFailure => ({
  kind: 'refused',
  status,
  errorType,
  error,
})

const rows: readonly Row[] = [
  {
    failure: { kind: 'not-reached', failure: { kind: 'timeout', after: seconds(20) } },
    what: 'timed out after 20 s',
    repair: /overloaded/,
  },
  {
    failure: { kind: 'not-reached', failure: { kind: 'unreachable', by: 'gateway', detail: 'refused' } },
    what: 'refused the connection',
    repair: /sources\.prometheus\.url/,
  },
  {
    failure: { kind: 'not-reached', failure: { kind: 'unreadable' } },
    what: 'CORS headers missing',
    repair: /--web\.cors\.origin.*gateway/,
  },
  {
    failure: { kind: 'not-reached', failure: { kind: 'sign-in-needed', how: 'status' } },
    what: 'sign-in needed',
    repair: /"credentials": "include".*token/,
  },
  {
    failure: { kind: 'not-reached', failure: { kind: 'too-large', cap: mebibytes(16) } },
    what: 'answer over 16 MiB',
    repair: /sources\.prometheus\.match/,
  },
  {
    failure: refused(422, 'execution', 'query processing would\nload too many samples'),
    what: 'refused the query (execution: query processing would load too many samples)',
    repair: /limit of the server/,
  },
  {
    failure: refused(503, 'unavailable', ''),
    what: 'refused the query (unavailable)',
    repair: /log.*again by itself/,
  },
  {
    failure: { kind: 'no-api', status: 200, holds: 'html' },
    what: 'answered with a web page, not with data',
    repair: /base of the API/,
  },
  {
    failure: { kind: 'no-api', status: 503, holds: 'text' },
    what: 'answered HTTP 503 without data',
    repair: /log/,
  },
  {
    failure: { kind: 'no-api', status: 200, holds: 'json' },
    what: 'answered with JSON of another kind',
    repair: /base of the API/,
  },
  { failure: { kind: 'cut-off' }, what: 'broke off in the middle of an answer', repair: /proxies/ },
  {
    failure: { kind: 'unexpected', found: 'scalar' },
    what: 'answered with scalar, which was not asked for',
    repair: /base of the API/,
  },
]

describe('queryFailureWords', () => {
  it.each(rows)('$what', ({ failure, what, repair }) => {
    const words = queryFailureWords(failure)
    expect(words.what).toBe(what)
    expect(words.repair).toMatch(repair)
  })

  it('keeps the words of a talkative server short', () => {
    expect(queryFailureWords(refused(400, 'bad_data', 'x'.repeat(5000))).what.length).toBeLessThan(240)
  })
})

it('says what to write for a pod without a past', () => {
  expect(unmatchedSentence('none', [])).toMatch(/labels\.pod.*shownUrl/)
  expect(unmatchedSentence('several', ['node', 'redis'])).toMatch(/\(node, redis\).*labels\.service/)
})
