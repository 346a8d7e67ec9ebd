import { expect, it } from 'vitest'
import { shortPods } from './shortPods.ts'

const NAMES = ['storefront-fqswn-w7fpc', 'storefront-fqswn-mh5z2']

it.each([
  { name: 'whole where they fit', letters: 22, expected: NAMES },
  { name: 'by their ends where not', letters: 21, expected: ['…w7fpc', '…mh5z2'] },
])('calls pods $name', ({ letters, expected }) => {
  expect([...shortPods(NAMES, letters).values()]).toEqual(expected)
})
