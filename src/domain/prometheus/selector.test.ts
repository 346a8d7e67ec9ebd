import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedLength, selector } from './selector.ts'

describe('selector', () => {
  it.each([
    { name: 'no condition', conditions: [], expected: '{}' },
    { name: 'one value', conditions: [{ label: 'job', values: ['a.b'] }], expected: '{job="a.b"}' },
    {
      name: 'several values, sorted and once each',
      conditions: [{ label: '__name__', values: ['up', 'a', 'up'] }],
      expected: '{__name__=~"a|up"}',
    },
    {
      name: 'what means something in an expression',
      conditions: [{ label: 'instance', values: ['10.0.0.7:80', '[::1]:80', 'a|b(c)*+?^${d}'] }],
      expected: String.raw`{instance=~"10\\.0\\.0\\.7:80|\\[::1\\]:80|a\\|b\\(c\\)\\*\\+\\?\\^\\$\\{d\\}"}`,
    },
    {
      name: 'quotes, backslashes and line ends',
      conditions: [{ label: 'a', values: ['x"y\\z\n'] }],
      expected: String.raw`{a="x\"y\\z\n"}`,
    },
    {
      name: 'half a character',
      conditions: [{ label: 'a', values: ['\ud800'] }],
      expected: '{a="\u{FFFD}"}',
    },
    {
      name: 'no value: series without the label',
      conditions: [{ label: 'a', values: [] }],
      expected: '{a=""}',
    },
    {
      name: 'two conditions',
      conditions: [
        { label: 'a', values: ['1'] },
        { label: 'b', values: ['2', '3'] },
      ],
      expected: '{a="1",b=~"2|3"}',
    },
  ])('writes $name', ({ conditions, expected }) => {
    expect(selector(conditions)).toBe(expected)
  })

  it('takes exactly the values that it was given, whatever they are', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 2, maxLength: 5 }), value, (values, other) => {
        const text = /^\{a=~(.*)\}$/s.exec(selector([{ label: 'a', values }]))?.[1] ?? ''
        const expression = new RegExp(`^(?:${String(JSON.parse(text))})$`, 's')
        expect(values.every((one) => expression.test(one))).toBe(true)
        expect(expression.test(other)).toBe(values.includes(other))
      }),
    )
  })
})

it('counts what a text takes in a URL', () => {
  expect(['a', 'a|b', '\\', 'é', '\ud800'].map(encodedLength)).toEqual([1, 5, 3, 6, 9])
})
