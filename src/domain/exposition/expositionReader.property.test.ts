import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAllFamilies } from './readAllFamilies.ts'
import { arbitraryPage, arbitrarySample, NAMES, print } from './testing/arbitraryPages.ts'
import { bytesOf, readCut } from './testing/pages.ts'
import { everyFamily, wantedFamilies } from './wanted.ts'

const CUTS = fc.array(fc.nat(40), { maxLength: 40 })
const EVERY = everyFamily()
const SOME = wantedFamilies({ exact: ['up', 'a'], suffixes: [] })
const plain = (samples: readonly { readonly labels: object }[]) =>
  samples.map((sample) => ({ ...sample, labels: Object.entries(sample.labels) }))

describe('a page', () => {
  it('reads the same however it is cut into chunks', () => {
    fc.assert(
      fc.property(arbitraryPage, CUTS, fc.nat(30), fc.nat(800), (text, cuts, seriesCap, byteCap) => {
        const bytes = bytesOf(text)
        for (const options of [
          { wanted: EVERY },
          { wanted: SOME },
          { wanted: SOME, seriesCap },
          { wanted: EVERY, byteCap },
        ]) {
          expect(readCut(bytes, cuts, options)).toEqual(readCut(bytes, [], options))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('reads the same byte by byte', () => {
    fc.assert(
      fc.property(arbitraryPage, (text) => {
        const bytes = bytesOf(text)
        const ones = Array.from(bytes, () => 1)
        expect(readCut(bytes, ones, { wanted: EVERY })).toEqual(readCut(bytes, [], { wanted: EVERY }))
      }),
    )
  })

  it('reads the same whatever was read before', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPage, { maxLength: 4 }), arbitraryPage, (before, text) => {
        const wanted = wantedFamilies({ exact: NAMES.slice(0, 4), suffixes: ['sum'] })
        for (const other of before) readCut(bytesOf(other), [], { wanted })
        const fresh = wantedFamilies({ exact: NAMES.slice(0, 4), suffixes: ['sum'] })
        expect(readCut(bytesOf(text), [], { wanted })).toEqual(readCut(bytesOf(text), [], { wanted: fresh }))
      }),
    )
  })

  it('of wanted families is the whole page without the others', () => {
    fc.assert(
      fc.property(arbitraryPage, fc.subarray(NAMES, { minLength: 2, maxLength: 4 }), (text, exact) => {
        const bytes = bytesOf(text)
        const all = readCut(bytes, [], { wanted: EVERY })
        const some = readCut(bytes, [], { wanted: wantedFamilies({ exact, suffixes: [] }) })
        expect(some.ok).toBe(all.ok)
        if (!all.ok || !some.ok) return
        const isWanted = (name: string): boolean =>
          exact.some((family) =>
            [family, `${family}_total`, `${family}_bucket`, `${family}_sum`].includes(name),
          )
        expect(some.value.samples).toEqual(all.value.samples.filter(({ name }) => isWanted(name)))
        expect(some.value.seriesCount).toBe(all.value.seriesCount)
        for (const [family, type] of some.value.types) expect(all.value.types.get(family)).toBe(type)
        for (const family of exact) expect(some.value.types.get(family)).toBe(all.value.types.get(family))
        expect(some.value.issueCount).toBeLessThanOrEqual(all.value.issueCount)
      }),
      { numRuns: 100 },
    )
  })

  it('grouped by family holds the same samples', () => {
    fc.assert(
      fc.property(arbitraryPage, (text) => {
        const all = readCut(bytesOf(text), [], { wanted: EVERY })
        const full = readAllFamilies(bytesOf(text))
        expect(full.ok).toBe(all.ok)
        if (!all.ok || !full.ok) return
        const grouped = full.value.families.flatMap(({ samples }) => samples)
        const sorted = (samples: typeof grouped) =>
          plain(samples)
            .map((sample) => JSON.stringify(sample))
            .sort()
        expect(sorted(grouped)).toEqual(sorted([...all.value.samples]))
        const { samples: _samples, types: _types, ...facts } = all.value
        expect(full.value).toMatchObject(facts)
      }),
    )
  })
})

describe('reading', () => {
  it('undoes printing', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySample, { minLength: 1, maxLength: 20 }), CUTS, (samples, cuts) => {
        const page = readCut(bytesOf(samples.map(print).join('')), cuts, {
          wanted: EVERY,
          declared: 'prometheus-text',
        })
        expect(page.ok).toBe(true)
        if (!page.ok) return
        expect(page.value.issues).toEqual([])
        const printed = samples.map((sample) => ({ ...sample, value: sample.value === 0 ? 0 : sample.value }))
        expect(plain(page.value.samples)).toEqual(plain(printed))
      }),
      { numRuns: 100 },
    )
  })

  it('never throws, whatever the bytes', () => {
    const likely = fc.constantFrom(...bytesOf('a{}="\\,#\n\r 1.e+TYPEF<'), 0x80, 0xc3, 0xef, 0xbb, 0xbf, 0xf0)
    const bytes = fc
      .array(fc.oneof(likely, fc.nat(255)), { maxLength: 100 })
      .map((list) => Uint8Array.from(list))
    fc.assert(
      fc.property(bytes, CUTS, (page, cuts) => {
        const cut = readCut(page, cuts, { wanted: EVERY })
        expect(cut).toEqual(readCut(page, [], { wanted: EVERY }))
        expect(readAllFamilies(page).ok).toBe(cut.ok)
        const { line, column } = cut.ok ? { line: 1, column: 1 } : cut.error
        expect(line >= 1 && column >= 1).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
