import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { markBook } from './markBook.ts'
import { NOON } from './testing/looks.ts'

const named = (...pods: readonly string[]) => [{ name: 'orders', pods: pods.map((name) => ({ name })) }]

/** A book that heard of one pod, 19 hours ago. */
const yesterday = () => {
  const book = markBook()
  book.note('orders', 'orders-1', { startedAt: NOON - hours(30), version: '1', at: NOON - hours(19) })
  return book
}

describe('a book of starts', () => {
  it('knows which pods are gone, and that one came back', () => {
    const book = yesterday()
    const goneOf = (pod: string) => book.livesOf('orders').get(pod)?.gone
    book.noteNamed(named('orders-2'), NOON)
    expect(goneOf('orders-1')).toEqual({ seenAt: NOON - hours(19), missedAt: NOON })
    expect(goneOf('orders-2')).toBeNull()
    book.noteNamed(named('orders-1'), NOON + hours(1))
    expect(goneOf('orders-1')).toBeNull()
    expect(goneOf('orders-2')).toEqual({ seenAt: NOON + hours(1), missedAt: NOON + hours(1) })
    const revision = book.revision()
    book.noteNamed(named('orders-1'), NOON + hours(2))
    book.noteNamed(named(), Number.NEGATIVE_INFINITY)
    expect(book.revision()).toBe(revision)
  })

  it('is full of what is there, not of what is gone', () => {
    const book = yesterday()
    const pods = Array.from({ length: 20_000 }, (_, i) => ({ name: `orders-${i}` }))
    book.noteNamed([{ name: 'orders', pods: pods.slice(0, 10_000) }], NOON)
    book.noteNamed([{ name: 'orders', pods: pods.slice(0, 9_000) }], NOON)
    for (let i = 20_000; i < 30_100; i++)
      book.note('orders', `orders-${i}`, { startedAt: NOON, version: null, at: NOON })
    expect(book.livesOf('orders').size).toBe(20_000)
    expect(book.livesOf('orders').has('orders-1')).toBe(true)
    expect(book.livesOf('orders').has('orders-9000')).toBe(false)
  })
})
