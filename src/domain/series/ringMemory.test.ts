import { describe, expect, it } from 'vitest'
import { ringMemory } from './ringMemory.ts'

describe('memory of rings', () => {
  it('cuts arrays of its lengths from common blocks, and none overlaps another', () => {
    const memory = ringMemory([700])
    const all = Array.from({ length: 100 }, () => memory.take(700))
    for (const [i, { values, count }] of all.entries()) {
      values.fill(i)
      count.fill(i)
    }
    expect(
      all.every(({ values, count }, i) => values.every((v) => v === i) && count.every((v) => v === i)),
    ).toBe(true)
    expect(all.map(({ values, count }) => [values.length, count.length])).toContainEqual([2100, 700])
    expect(new Set(all.map(({ values }) => values.buffer)).size).toBeLessThan(4)
  })

  it('lends what was given back, as if nothing had been in it', () => {
    const memory = ringMemory([4])
    const first = memory.take(4)
    first.count.fill(9)
    memory.give(first)
    const again = memory.take(4)
    expect(again.values.buffer).toBe(first.values.buffer)
    expect(again.values.byteOffset).toBe(first.values.byteOffset)
    expect([...again.count]).toEqual([0, 0, 0, 0])
  })

  it('gives other lengths arrays of their own, and keeps none of them', () => {
    const memory = ringMemory([4])
    const one = memory.take(8)
    memory.give(one)
    expect(memory.take(8).values.buffer).not.toBe(one.values.buffer)
    expect(one.values.buffer.byteLength).toBe(8 * 12)
  })
})
