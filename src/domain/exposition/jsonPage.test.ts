import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject } from '#src/domain/json/jsonValue.ts'
import { jsonObject } from './jsonObject.ts'
import { JsonPage } from './jsonPage.ts'
import { labelSet } from './labelSet.ts'

const nested = (value: unknown) => {
  const page = new JsonPage()
  page.addNested('a', value)
  return page
    .toExposition('expvar', '')
    .samples.map((sample) => [sample.name, { ...sample.labels }, sample.value])
}

const ROWS = [
  { value: 5, expected: [['a', {}, 5]] },
  { value: 'text', expected: [] },
  { value: null, expected: [] },
  { value: true, expected: [] },
  { value: [1, 2, 3], expected: [] },
  { value: {}, expected: [] },
  {
    value: { b: { c: 1 }, d: 2 },
    expected: [
      ['a_b_c', {}, 1],
      ['a_d', {}, 2],
    ],
  },
  {
    value: { '/x': 1, '': 2 },
    expected: [
      ['a', { key: '/x' }, 1],
      ['a', { key: '' }, 2],
    ],
  },
  { value: { '/x': { hits: 1 } }, expected: [['a_hits', { key: '/x' }, 1]] },
  { value: [{ name: 'n', hits: 1 }, { hits: 2 }, null], expected: [['a_hits', { name: 'n' }, 1]] },
  { value: [{ name: 'n', list: [{ name: 'm', hits: 1 }] }], expected: [['a_list_hits', { name: 'm' }, 1]] },
]

describe('JsonPage', () => {
  for (const { value, expected } of ROWS) {
    it(`adds the numbers of ${JSON.stringify(value)}`, () => expect(nested(value)).toEqual(expected))
  }

  it('keeps types only of what it has added', () => {
    const page = new JsonPage()
    page.addTyped('a', 'counter', 1, labelSet([['b', 'c']]))
    page.addTyped('d', 'counter', 'text')
    const { samples, types, bytes } = page.toExposition('expvar', 'é€')
    expect(samples).toEqual([{ name: 'a', labels: { b: 'c' }, value: 1, at: null }])
    expect([...types]).toEqual([['a', 'counter']])
    expect(bytes).toBe(5)
  })

  it('adds numbers only, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const [name, labels, number] of nested(value)) {
          expect([typeof name, typeof labels, typeof number]).toEqual(['string', 'object', 'number'])
        }
      }),
    )
  })
})

describe('jsonObject', () => {
  const KINDS = [
    { text: '{"a":1}', kind: null },
    { text: '\n{}\n', kind: null },
    { text: '', kind: 'empty' },
    { text: '\n', kind: 'empty' },
    { text: ' <!doctype html>', kind: 'html' },
    { text: '[]', kind: 'unreadable' },
    { text: '"text"', kind: 'unreadable' },
    { text: '{"a":', kind: 'unreadable' },
    { text: 'up 1', kind: 'unreadable' },
  ]
  for (const { text, kind } of KINDS) {
    it(`${JSON.stringify(text)} is ${kind ?? 'an object'}`, () => {
      const body = jsonObject(text)
      expect(body.ok ? null : body.error.kind).toBe(kind)
    })
  }

  it('tells objects from all else', () => {
    expect([{}, [], null, 1, 'a', undefined].map(isObject)).toEqual([true, false, false, false, false, false])
  })
})
