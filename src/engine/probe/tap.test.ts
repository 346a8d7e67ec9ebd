import { describe, expect, it } from 'vitest'
import type { BodySink } from '#src/engine/ports.ts'
import { tap } from './tap.ts'

const chunk = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes)

/** Takes so many chunks. */
function sinkOf(most: number): BodySink & { readonly got: Uint8Array[] } {
  const got: Uint8Array[] = []
  return {
    got,
    push(piece) {
      got.push(piece)
      return got.length >= most ? 'enough' : 'more'
    },
  }
}

const plain = (chunks: readonly Uint8Array[]): readonly number[] => chunks.flatMap((piece) => [...piece])

describe('tap', () => {
  it.each([
    { name: 'keeps all of a short body', most: 10, kept: [1, 2, 3, 4, 5] },
    { name: 'keeps the begin of a long one', most: 4, kept: [1, 2, 3, 4] },
    { name: 'keeps to the byte where a chunk ends', most: 3, kept: [1, 2, 3] },
    { name: 'keeps nothing where nothing is to be kept', most: 0, kept: [] },
  ])('$name, and counts all of it', ({ most, kept }) => {
    const sink = sinkOf(9)
    const tapped = tap(sink, most)
    tapped.push(chunk(1, 2, 3))
    tapped.push(chunk(4, 5))
    expect(plain(tapped.told().head)).toEqual(kept)
    expect(tapped.told().bytes).toBe(5)
    expect(plain(sink.got)).toEqual([1, 2, 3, 4, 5])
  })

  it('is enough when that is enough', () => {
    const tapped = tap(sinkOf(2), 9)
    expect([tapped.push(chunk(1)), tapped.push(chunk(2))]).toEqual(['more', 'enough'])
  })

  it('does not keep the rest of a chunk in memory', () => {
    const tapped = tap(sinkOf(9), 2)
    tapped.push(new Uint8Array(1000))
    expect(tapped.told().head.map(({ buffer }) => buffer.byteLength)).toEqual([2])
  })
})
