import { describe, expect, it } from 'vitest'
import { mappedOf } from './testing/mappedOf.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { wantedFamiliesOf } from './wantedFamiliesOf.ts'

describe('wantedFamiliesOf', () => {
  it('is compiled once for services that map alike, and never for those that map nothing', () => {
    const [one, two] = [mappedOf({ fds: 'shop_files' }), mappedOf({ memory: 'shop_files' })]
    expect(wantedFamiliesOf(one)).toBe(wantedFamiliesOf(two))
    expect(wantedFamiliesOf(one)).not.toBe(wantedFamiliesOf([]))
    expect(wantedFamiliesOf([])).toBe(wantedFamiliesOf([]))
  })

  it('asks for no more than those names', () => {
    const page = scrapeOf(
      'shop_files 1\nshop_other 2\n',
      0,
      5,
      wantedFamiliesOf(mappedOf({ fds: 'shop_files' })),
    )
    expect(page.exposition.samples.map(({ name }) => name)).toEqual(['shop_files'])
  })
})
