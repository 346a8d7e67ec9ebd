import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinNames, namesIn } from './nameList.ts'

for (const { text, expected } of [
  { text: '', expected: [] },
  { text: ',', expected: [] },
  { text: 'orders', expected: ['orders'] },
  { text: 'orders,,user-sync', expected: ['orders', 'user-sync'] },
  { text: 'a%2Cb,100%25', expected: ['a,b', '100%'] },
]) {
  it(`of “${text}”`, () => expect(namesIn(text)).toEqual(expected))
}

it('reads what it wrote', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '%', '2', 'C', '5', ',', 'é'), minLength: 1 })
  fc.assert(
    fc.property(fc.array(name), (names) => {
      expect(namesIn(joinNames(names))).toEqual(names)
    }),
  )
})
