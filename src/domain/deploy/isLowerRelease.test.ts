import { expect, it } from 'vitest'
import { isLowerRelease } from './isLowerRelease.ts'

it.each<[version: string | null, than: string | null, lower: boolean]>([
  ['1.8.1', '1.8.2', true],
  ['1.8.2', '1.8.1', false],
  ['1.8.2', '1.8.2', false],
  ['1.9.0', '1.10.0', true],
  ['v2.0', 'v2.0.1', true],
  ['2.0', '2.0.0', false],
  ['2.0.1', '2.0', false],
  ['2026.11.19', '2026.11.20', true],
  ['1.9.0-rc1', '1.10.0', false],
  ['4f2a91c', '9c1d2e3', false],
  ['7', '8', false],
  [null, '1.8.2', false],
  ['1.8.2', null, false],
])('%s is lower than %s: %s', (version, than, lower) => {
  expect(isLowerRelease(version, than)).toBe(lower)
})
