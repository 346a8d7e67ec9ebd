import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { versionGroups } from './versionGroups.ts'

const pods = (...versions: readonly string[]) => versions.map((version, i) => ({ pod: `p${i}`, version }))

describe('versionGroups', () => {
  const rows = [
    { name: 'two of one pod each', versions: ['1.0', '2.0'], expected: '1.0 on p0, 2.0 on p1' },
    { name: 'the most common first', versions: ['1.0', '2.0', '2.0'], expected: '2.0 on 2, 1.0 on p0' },
    { name: 'three are all told', versions: ['1', '2', '3'], expected: '1 on p0, 2 on p1, 3 on p2' },
    {
      name: 'more are counted',
      versions: ['1', '2', '3', '4', '5'],
      expected: '1 on p0, 2 on p1, 3 on p2 and 2 more',
    },
    { name: 'none', versions: [], expected: '' },
  ]
  for (const { name, versions, expected } of rows) {
    it(name, () => expect(versionGroups(pods(...versions))).toBe(expected))
  }

  it('begins with the largest group, whatever the order of the pods', () => {
    const mixed = fc.shuffledSubarray(['1', '1', '1', '2', '2', '3'], { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(mixed, (versions) => {
        expect(versionGroups(pods(...versions))).toMatch(/^1 on 3, 2 on 2, 3 on p\d$/)
      }),
    )
  })
})
