import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { markBook } from './markBook.ts'

const T: EpochMs = 1_800_000_000_000

/** The marks of a pod that ran since an hour before, and was started at some time that became known later. */
function learned(start: EpochMs, noted: EpochMs, version = '1') {
  const book = markBook()
  book.note('orders', 'orders-1', { startedAt: T - hours(1), version: '1', at: T })
  book.note('orders', 'orders-1', { startedAt: start, version, at: noted })
  return book
}

describe('when a start became known', () => {
  it.each([
    { name: 'at once', after: seconds(60), learnedAt: undefined },
    { name: 'much later', after: hours(6), learnedAt: T + minutes(1) + hours(6) },
  ])('is kept where that was later: $name', ({ after, learnedAt }) => {
    const start = T + minutes(1)
    const [mark] = learned(start, start + after).marksOf('orders', 'orders-1')
    expect([mark?.at, mark?.learnedAt]).toEqual([start, learnedAt])
  })

  it('is stored, and read by those who know it and those who do not', () => {
    const saved: unknown = JSON.parse(JSON.stringify(learned(T + minutes(1), T + hours(6), '2').save()))
    const next = markBook()
    expect(next.load(saved)).toBe(true)
    expect(next.marksOf('orders', 'orders-1')).toEqual([
      { at: T + minutes(1), kind: 'deploy', version: '2', learnedAt: T + hours(6) },
    ])
    expect(saved).toMatchObject({ layout: 3 })
  })

  it('is kept of what happened between two sessions', () => {
    const before = markBook()
    before.note('orders', 'orders-1', { startedAt: T - hours(1), version: '1', at: T })
    const now = markBook()
    now.note('orders', 'orders-1', { startedAt: T + hours(1), version: '1', at: T + hours(9) })
    now.load(before.save())
    expect(now.marksOf('orders', 'orders-1')).toMatchObject([{ kind: 'restart', learnedAt: T + hours(9) }])
  })

  const TOLD = [{ at: T - hours(1), version: '1' }]
  it.each([
    { name: 'as a restart', found: { at: T + minutes(1) + seconds(1), version: null }, kind: 'restart' },
    { name: 'as a deploy', found: { at: T + minutes(1) - seconds(1), version: '2' }, kind: 'deploy' },
  ])('is kept where a source tells of the same start $name', ({ found, kind }) => {
    const book = learned(T + minutes(1), T + hours(6))
    book.noteStarts('orders', 'orders-1', [...TOLD, found])
    const told = [{ kind, learnedAt: T + hours(6) }]
    expect(book.marksOf('orders', 'orders-1')).toMatchObject(told)
    const other = learned(T + minutes(1), T + hours(9))
    other.load(book.save())
    expect(other.marksOf('orders', 'orders-1')).toMatchObject(told)
  })
})
