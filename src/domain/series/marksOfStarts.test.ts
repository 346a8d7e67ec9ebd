import { describe, expect, it } from 'vitest'
import { markBook } from './markBook.ts'
import { type KnownStart, marksOfStarts } from './startLife.ts'

const starts = (...versions: readonly (string | null)[]): KnownStart[] =>
  versions.map((version, i) => ({ at: 100_000 * (i + 1), version }))

describe('starts that somebody else has seen', () => {
  const rows: readonly { name: string; versions: readonly (string | null)[]; marks: readonly string[] }[] = [
    { name: 'none', versions: [], marks: [] },
    { name: 'one: nobody knows whether it was a restart', versions: ['1'], marks: [] },
    { name: 'the same version', versions: ['1', '1'], marks: ['restart'] },
    { name: 'another', versions: ['1', '2', '2'], marks: ['deploy 2', 'restart'] },
    { name: 'and back', versions: ['1', '2', '1'], marks: ['deploy 2', 'deploy 1'] },
    { name: 'no version told', versions: [null, null], marks: ['restart'] },
    { name: 'told from now on', versions: [null, '1'], marks: ['restart'] },
    { name: 'not told once in between', versions: ['1', null, '2'], marks: ['restart', 'deploy 2'] },
  ]
  for (const { name, versions, marks } of rows) {
    it(`${name}: ${marks.join(', ') || 'no mark'}`, () => {
      const told = marksOfStarts(starts(...versions)).map(({ kind, version }) =>
        version === null ? kind : `${kind} ${version}`,
      )
      expect(told).toEqual(marks)
    })
  }

  it('make one deploy of what was seen here as a restart only', () => {
    const book = markBook()
    book.note('orders', 'orders-1', { startedAt: 100_000, version: null, at: 150_000 })
    book.note('orders', 'orders-1', { startedAt: 200_000, version: null, at: 201_000 })
    book.noteStarts('orders', 'orders-1', starts('1', '2'))
    expect(book.marksOf('orders', 'orders-1')).toEqual([{ at: 200_000, kind: 'deploy', version: '2' }])
  })
})
