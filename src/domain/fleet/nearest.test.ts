import { expect, it } from 'vitest'
import { nearest } from './nearest.ts'

for (const [word, known, expected] of [
  ['servces', ['services', 'title'], 'services'],
  ['tiemout', ['timeout', 'title'], 'timeout'],
  ['URL', ['url', 'pods'], 'url'],
  ['colour', ['services', 'title'], null],
  ['', ['url'], null],
  ['x'.repeat(5000), ['url'], null],
  ['a', [], null],
] as const) {
  it(`of ${JSON.stringify(word.slice(0, 10))} is ${expected}`, () => {
    expect(nearest(word, known)).toBe(expected)
  })
}
