import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readApiAnswer } from './apiAnswer.ts'
import { isOfOneQuery, type QueryFailure } from './queryFailure.ts'

const capture = (file: string): string => readFileSync(`e2e/fixtures/prometheus-api/${file}`, 'utf8')

const refused = (status: number, errorType: string, error: unknown): QueryFailure =>
  expect.objectContaining({ kind: 'refused', status, errorType, error })

const failures: readonly { name: string; status: number; text: string; expected: unknown; one: boolean }[] = [
  {
    name: 'a query that cannot be read',
    status: 400,
    text: capture('error-parse.json'),
    expected: refused(400, 'bad_data', expect.stringContaining('unclosed left parenthesis')),
    one: true,
  },
  {
    name: 'too many points',
    status: 400,
    text: capture('error-resolution.json'),
    expected: refused(400, 'bad_data', expect.stringContaining('11,000 points')),
    one: true,
  },
  {
    name: 'a query that cannot be carried out',
    status: 422,
    text: capture('error-execution.json'),
    expected: refused(422, 'execution', expect.stringContaining('duplicate series')),
    one: true,
  },
  {
    name: 'VictoriaMetrics, whose errorType is the status',
    status: 422,
    text: '{"status":"error","errorType":"422","error":"cannot parse query"}',
    expected: refused(422, '422', 'cannot parse query'),
    one: true,
  },
  {
    name: 'a query that took too long',
    status: 503,
    text: '{"status":"error","errorType":"timeout","error":"query timed out in expression evaluation"}',
    expected: refused(503, 'timeout', expect.stringContaining('timed out')),
    one: false,
  },
  {
    name: 'an error without words',
    status: 500,
    text: '{"status":"error"}',
    expected: refused(500, '', ''),
    one: false,
  },
  {
    name: 'a path that it does not have',
    status: 404,
    text: capture('not-found.txt'),
    expected: { kind: 'no-api', status: 404, holds: 'text' },
    one: false,
  },
  {
    name: 'a login page',
    status: 200,
    text: '\n<!doctype html><title>Sign in</title>',
    expected: { kind: 'no-api', status: 200, holds: 'html' },
    one: false,
  },
  {
    name: 'JSON of something else',
    status: 200,
    text: '{"database":"ok"}',
    expected: { kind: 'no-api', status: 200, holds: 'json' },
    one: false,
  },
  {
    name: 'null',
    status: 200,
    text: 'null',
    expected: { kind: 'no-api', status: 200, holds: 'json' },
    one: false,
  },
  {
    name: 'a success that is none',
    status: 502,
    text: '{"status":"success"}',
    expected: { kind: 'no-api', status: 502, holds: 'json' },
    one: false,
  },
  {
    name: 'nothing',
    status: 200,
    text: '',
    expected: { kind: 'no-api', status: 200, holds: 'text' },
    one: false,
  },
  {
    name: 'an answer that was cut off',
    status: 200,
    text: capture('matrix.json').slice(0, 500),
    expected: { kind: 'cut-off' },
    one: false,
  },
]

describe('readApiAnswer', () => {
  it.each(failures)('names $name', ({ status, text, expected, one }) => {
    const answer = readApiAnswer(status, text)
    if (answer.ok) throw new Error('read as data')
    expect(answer.error).toEqual(expected)
    expect(isOfOneQuery(answer.error)).toBe(one)
  })

  it('keeps warnings and infos of an answer that may be partial', () => {
    const text = '{"status":"success","data":{},"warnings":["store down",1],"infos":["not a counter"]}'
    expect(readApiAnswer(200, text)).toEqual({
      ok: true,
      value: { data: {}, warnings: ['store down', 'not a counter'] },
    })
  })

  it('takes the mark of a partial answer for a warning', () => {
    expect(readApiAnswer(200, '{"status":"success","isPartial":true,"data":1}')).toEqual({
      ok: true,
      value: { data: 1, warnings: ['isPartial'] },
    })
    expect(readApiAnswer(200, '{"status":"success","isPartial":false,"data":1}')).toMatchObject({
      value: { warnings: [] },
    })
  })

  it('answers whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.integer({ min: 100, max: 599 }), (text, status) => {
        expect(typeof readApiAnswer(status, text).ok).toBe('boolean')
      }),
    )
  })
})
