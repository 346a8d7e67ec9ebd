import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LabelScan, MOST_LABELS } from './labelScan.ts'
import { unescapeText } from './quotedText.ts'
import { arbitrarySample, print } from './testing/arbitraryPages.ts'
import { bytesOf, viewOf } from './testing/pages.ts'
import { decodeUtf8 } from './utf8.ts'

const scanned = (text: string): { readonly whole: boolean; readonly labels: readonly string[] } => {
  const view = viewOf(text)
  const scan = new LabelScan()
  const whole = scan.read(view, 0, bytesOf(text).length)
  const part = (from: number | undefined, to: number | undefined): string =>
    decodeUtf8(view, from ?? 0, to ?? 0)
  const labels = Array.from(
    { length: scan.count },
    (_, i) => `${part(scan.nameFrom[i], scan.nameTo[i])}=${part(scan.valueFrom[i], scan.valueTo[i])}`,
  )
  return { whole, labels }
}

const ROWS: readonly { text: string; labels: readonly string[]; whole?: boolean }[] = [
  { text: ' 1', labels: [] },
  { text: '', labels: [] },
  { text: '{} 1', labels: [] },
  { text: '{a="b"} 1', labels: ['a=b'] },
  { text: '{a="b",c="d"} 1', labels: ['a=b', 'c=d'] },
  { text: ' { a = "b" , c\t=\t"d" , } 1', labels: ['a=b', 'c=d'] },
  { text: '{a="",b="}"} 1', labels: ['a=', 'b=}'] },
  { text: '{a="b\\"c",d="\\\\"} 1', labels: ['a=b\\"c', 'd=\\\\'] },
  { text: '{"my.metric",a="b"} 1', labels: ['a=b'] },
  { text: '{"my.metric"} 1', labels: [] },
  { text: '{"my.label"="x",a="b"} 1', labels: ['my.label=x', 'a=b'] },
  { text: '{"a=b"="x"} 1', labels: ['a=b=x'] },
  { text: '{pfad="/größe/😀"} 1', labels: ['pfad=/größe/😀'] },
  { text: '{a="b"} 1 # {trace="x"} 1', labels: ['a=b'] },
  { text: '{a="b",c="d 1', labels: ['a=b'], whole: false },
  { text: '{a="b",c=d} 1', labels: ['a=b'], whole: false },
  { text: '{a="b",="d"} 1', labels: ['a=b'], whole: false },
  { text: '{a="b",c"d"} 1', labels: ['a=b'], whole: false },
  { text: '{a="b"', labels: ['a=b'], whole: false },
  { text: '{a', labels: [], whole: false },
  { text: '{"a', labels: [], whole: false },
  { text: '{a="\\', labels: [], whole: false },
]

describe('LabelScan', () => {
  it.each(ROWS)('$text', ({ text, labels, whole = true }) => {
    expect(scanned(text)).toEqual({ whole, labels })
  })

  it(`stops behind ${MOST_LABELS} labels`, () => {
    const labels = Array.from({ length: 40 }, (_, i) => `l${i}="${i}"`).join(',')
    expect(scanned(`{${labels}} 1`).labels).toHaveLength(MOST_LABELS)
  })

  it('finds what was printed', () => {
    fc.assert(
      fc.property(arbitrarySample, (sample) => {
        const { whole, labels } = scanned(print(sample).slice(sample.name.length, -1))
        expect(whole).toBe(true)
        expect(labels.map(unescapeText)).toEqual(
          Object.entries(sample.labels).map(([name, value]) => `${name}=${value}`),
        )
      }),
    )
  })

  it('stays within the line, whatever it is', () => {
    const piece = fc.constantFrom('{', '}', '"', '\\', '=', ',', ' ', 'a', 'é', '#')
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 30 }), (text) => {
        const end = bytesOf(text).length
        const scan = new LabelScan()
        scan.read(viewOf(text), 0, end)
        for (let i = 0; i < scan.count; i += 1) expect(scan.valueTo[i]).toBeLessThan(end)
      }),
    )
  })
})
