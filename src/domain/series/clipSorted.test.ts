import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clipSorted } from './clipSorted.ts'
import { clipSpans, type SeenSpan } from './seenSpans.ts'

const spansOf = (edges: readonly number[]): readonly SeenSpan[] => {
  const sorted = [...new Set(edges)].toSorted((a, b) => a - b)
  return sorted.flatMap((from, i) => {
    const to = sorted[i + 1]
    return i % 2 === 0 && to !== undefined ? [{ from, to }] : []
  })
}

it('leaves what each span leaves by itself', () => {
  const edges = fc.array(fc.nat(60), { maxLength: 20 })
  fc.assert(
    fc.property(edges, edges, (a, b) => {
      const [stretches, spans] = [spansOf(a), spansOf(b)]
      expect(clipSorted(stretches, spans)).toEqual(stretches.flatMap((one) => clipSpans(spans, one)))
    }),
  )
})

it('keeps what a stretch says, and takes spans without an end', () => {
  const stretches = [{ from: 0, to: 10, light: 'red' }]
  expect(clipSorted(stretches, [{ from: -Infinity, to: 4 }])).toEqual([{ from: 0, to: 4, light: 'red' }])
  expect(clipSorted(stretches, [{ from: 4, to: Infinity }])).toEqual([{ from: 4, to: 10, light: 'red' }])
  expect(clipSorted(stretches, [])).toEqual([])
})
