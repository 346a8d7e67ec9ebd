import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { readApiAnswer } from './apiAnswer.ts'
import { readMatrix, readVector, type StoredSeries } from './readResult.ts'
import type { Span } from './span.ts'

const dataOf = (file: string): unknown => {
  const answer = readApiAnswer(200, readFileSync(`e2e/fixtures/prometheus-api/${file}`, 'utf8'))
  return answer.ok ? answer.value.data : null
}

const N = 1_795_279_200_000
const DAY_ENDS: Span = { start: N - hours(2), end: N, step: hours(1) }

const matrixOf = (data: unknown, span = DAY_ENDS): readonly StoredSeries[] => {
  const matrix = readMatrix(data, span)
  return matrix.ok ? matrix.value : []
}

const pairs = (...values: unknown[]) => ({
  resultType: 'matrix',
  result: [{ metric: { __name__: 'm', a: 'b' }, values }],
})

describe('readMatrix', () => {
  it('reads a capture', () => {
    const series = matrixOf(dataOf('matrix.json'))
    expect(series.map(({ name, labels }) => `${name} ${labels['pod']}`)).toEqual([
      'process_open_fds orders-1',
      'process_open_fds orders-2',
      'process_open_fds orders-3',
      'queue_depth orders-1',
      'queue_depth orders-2',
      'queue_depth orders-3',
    ])
    expect([...(series[0]?.values ?? [])]).toEqual([50, 50, 50])
    expect(series[3]?.labels).toEqual({
      instance: '10.0.0.1:8080',
      job: 'orders',
      pod: 'orders-1',
      queue: 'mails',
    })
  })

  it('reads values that JSON cannot write, and a series without a name', () => {
    const [series] = matrixOf(dataOf('matrix-special.json'), { start: N - hours(1), end: N, step: hours(1) })
    expect([series?.name, ...(series?.values ?? [])]).toEqual(['', Number.NEGATIVE_INFINITY, Number.NaN])
  })

  it.each([
    {
      name: 'gaps as no figure',
      values: [[(N - hours(1)) / 1000, '7']],
      expected: [Number.NaN, 7, Number.NaN],
    },
    {
      name: 'infinity, exponents and words',
      values: [
        [(N - hours(2)) / 1000, '+Inf'],
        [(N - hours(1)) / 1000, '1e+06'],
        [N / 1000, 'x'],
      ],
      expected: [Number.POSITIVE_INFINITY, 1e6, Number.NaN],
    },
    {
      name: 'nothing of moments that were not asked for, nor of junk',
      values: [[0, '1'], [N / 1000 + 3600, '2'], ['x', '3'], null, [], [N / 1000], {}],
      expected: [Number.NaN, Number.NaN, Number.NaN],
    },
    {
      name: 'a moment that was rounded on the way',
      values: [[N / 1000 - 0.001, '4']],
      expected: [Number.NaN, Number.NaN, 4],
    },
  ])('reads $name', ({ values, expected }) => {
    expect([...(matrixOf(pairs(...values))[0]?.values ?? [])]).toEqual(expected)
  })

  it('passes over native histograms', () => {
    const histogram = { metric: { __name__: 'h' }, histograms: [[N / 1000, { count: '1', sum: '2' }]] }
    expect(
      matrixOf({ resultType: 'matrix', result: [histogram, ...pairs([N / 1000, '1']).result] }),
    ).toHaveLength(1)
  })

  it.each(['scalar.json', 'string.json', 'vector-up.json', 'targets-none.json'])('refuses %s', (file) => {
    expect(readMatrix(dataOf(file), DAY_ENDS)).toMatchObject({ ok: false, error: { kind: 'unexpected' } })
  })

  it('answers whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (result, value) => {
        expect(readMatrix({ resultType: 'matrix', result }, DAY_ENDS)).toBeDefined()
        expect(readVector({ resultType: 'vector', result: [{ metric: result, value }] })).toBeDefined()
        expect(matrixOf(pairs(value))).toHaveLength(1)
      }),
    )
  })
})

describe('readVector', () => {
  it('reads a capture', () => {
    const up = readVector(dataOf('vector-up.json'))
    expect(up.ok && up.value.map(({ name, labels, value }) => [name, labels['pod'], value])).toEqual([
      ['up', 'orders-1', 1],
      ['up', 'orders-2', 1],
      ['up', 'orders-3', 1],
    ])
  })

  it('reads an empty one as nothing', () => {
    expect(readVector(dataOf('vector-empty.json'))).toEqual({ ok: true, value: [] })
  })

  it.each(['scalar.json', 'matrix.json'])('refuses %s', (file) => {
    expect(readVector(dataOf(file))).toMatchObject({ ok: false, error: { kind: 'unexpected' } })
  })
})
