import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreMatch, searched } from './scoreMatch.ts'

const score = (wanted: string, text: string): number | null => scoreMatch(wanted, searched(text))

describe('scoreMatch', () => {
  const found = [
    { wanted: 'pay', text: 'payments', why: 'the beginning' },
    { wanted: 'ments', text: 'payments', why: 'a piece from the middle' },
    { wanted: 'b2', text: 'billing-2', why: 'beginnings of words' },
    { wanted: 'us', text: 'userSync', why: 'humps' },
    { wanted: 'pmt', text: 'payments', why: 'letters in order' },
    { wanted: 'ü', text: 'Prüfung', why: 'letters of any alphabet' },
    { wanted: 't-0a7', text: 'T-0A7QK orders does not answer', why: 'a code, in any case' },
  ]
  it.each(found)('finds $wanted in $text: $why', ({ wanted, text }) => {
    expect(score(wanted, text)).toBeGreaterThan(0)
  })

  it.each([
    { wanted: 'x', text: 'payments' },
    { wanted: 'yap', text: 'payments' },
    { wanted: 'payy', text: 'payments' },
    { wanted: 'a', text: '' },
  ])('does not find $wanted in “$text”', ({ wanted, text }) => {
    expect(score(wanted, text)).toBeNull()
  })

  it.each([
    { wanted: 'pay', better: 'payments', worse: 'repay', why: 'a word begins with it' },
    { wanted: 'pay', better: 'mobile-pay', worse: 'repayment', why: 'a word begins with it, further on' },
    { wanted: 'order', better: 'orders', worse: 'orders-archive', why: 'less is left over' },
    { wanted: 'or', better: 'orders', worse: 'o-x-r-y', why: 'letters that stand together' },
    { wanted: 'rt', better: 'rate-table', worse: 'prevents', why: 'beginnings of two words' },
    { wanted: 'mem', better: 'memory', worse: 'm-x-e-x-m', why: 'in one piece' },
  ])('likes $better better than $worse for “$wanted”: $why', ({ wanted, better, worse }) => {
    expect(score(wanted, better)).toBeGreaterThan(score(wanted, worse) ?? Infinity)
  })

  it('finds what a text is left with when letters are taken out', () => {
    const text = fc.string({ minLength: 1, maxLength: 24 }).map((any) => any.toLowerCase())
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.boolean()), (whole, stays) => {
        const wanted = Array.from(whole)
          .filter(() => stays.next().value === true)
          .join('')
        expect(wanted === '' || score(wanted, whole) !== null).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
