import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { driftOf, sparkOf } from '#src/domain/wording/testing/sparkOf.ts'
import {
  type Digest,
  forgetSavedDigest,
  parseDigest,
  printDigest,
  readSavedDigest,
  saveDigest,
} from './savedDigest.ts'
import { NOW, sampleRow, sampleStrip, silentPod } from './testing/sampleRow.ts'
import { memoryStorage } from './testing/testScreen.ts'

const spark = sparkOf({ values: Float32Array.from([1, Number.NaN, 3]), slope: driftOf() })

function digestOf(count: number): Digest {
  const rows = Array.from({ length: count }, (_, i) =>
    sampleRow(`service-${i}`, i % 2 === 0 ? 'green' : 'red', {
      spark,
      reasons: [silentPod(`service-${i}-1`)],
    }),
  )
  return { fleetUrl: 'http://localhost/fleet.json', at: NOW, rows, strip: sampleStrip(rows) }
}

const textOf = (digest: Digest): string => printDigest(digest) ?? ''

describe('a kept digest', () => {
  it('comes back as it was, gaps of its lines included', () => {
    expect(parseDigest(textOf(digestOf(3)))).toEqual(digestOf(3))
  })

  it('leaves its lines out when they would make it too long', () => {
    const many = { ...spark, values: new Float32Array(400).fill(123.4) }
    const large = digestOf(400)
    const rows = large.rows.map((row) => Object.assign({}, row, { spark: many }))
    const back = parseDigest(textOf({ ...large, rows }))
    expect(back?.rows).toHaveLength(400)
    expect(back?.rows[0]?.spark).toBeNull()
  })

  it('is not kept at all when even that is too long', () => {
    expect(printDigest(digestOf(5000))).toBeNull()
  })
})

describe('a text that is not ours', () => {
  const good = textOf(digestOf(2))
  const rows = [
    { name: 'none', text: null },
    { name: 'empty', text: '' },
    { name: 'something else', text: '{"rows":[]}' },
    { name: 'another version', text: good.replace(/^\d+/, '999') },
    { name: 'cut', text: good.slice(0, -10) },
    { name: 'changed by hand', text: good.replace('service-0', 'service-X') },
    { name: 'a false sum', text: good.replace(/ [0-9a-f]+ /, ' 0 ') },
  ]
  for (const { name, text } of rows) {
    it(`is passed over: ${name}`, () => expect(parseDigest(text)).toBeNull())
  }

  it('is passed over wherever one character is another', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(good[at] !== other)
        expect(parseDigest(good.slice(0, at) + other + good.slice(at + 1))).toBeNull()
      }),
    )
  })
})

describe('the storage', () => {
  it('gives back the digest of the same fleet file only', () => {
    const storage = memoryStorage()
    saveDigest(storage, digestOf(2))
    expect(readSavedDigest(storage, 'http://localhost/fleet.json')?.rows).toHaveLength(2)
    expect(readSavedDigest(storage, 'http://localhost/other.json')).toBeNull()
  })

  it('drops an older digest that the newer one is too large to replace', () => {
    const storage = memoryStorage()
    saveDigest(storage, digestOf(2))
    saveDigest(storage, digestOf(5000))
    expect(readSavedDigest(storage, 'http://localhost/fleet.json')).toBeNull()
  })

  it('forgets when told', () => {
    const storage = memoryStorage()
    saveDigest(storage, digestOf(2))
    forgetSavedDigest(storage)
    expect(readSavedDigest(storage, 'http://localhost/fleet.json')).toBeNull()
  })
})
