import { expect, it } from 'vitest'
import { readRaw } from './readRaw.ts'

it('reads every sample as it was stored, and passes over what has another shape', () => {
  const metric = { __name__: 'up', job: 'orders', instance: 'a:1' }
  const found = readRaw({
    resultType: 'matrix',
    result: [
      { metric, values: [[1.5, '1'], 'x', ['2', '1'], [3, '0'], [4, 'NaN']] },
      { metric, histograms: [] },
      null,
    ],
  })
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  expect(found.value.map(({ labels, at, values }) => [{ ...labels }, [...at], [...values]])).toEqual([
    [{ job: 'orders', instance: 'a:1' }, [1500, 3000, 4000], [1, 0, Number.NaN]],
  ])
})

it.each([{ data: { resultType: 'vector', result: [] } }, { data: null }, { data: [] }])(
  'is none: $data',
  ({ data }) => expect(readRaw(data)).toMatchObject({ ok: false, error: { kind: 'unexpected' } }),
)
