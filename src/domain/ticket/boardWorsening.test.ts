import { describe, expect, it } from 'vitest'
import { boardSaid } from '#src/domain/wording/englishBoardSaid.ts'
import { boardWorsening, type WorseningRow } from './boardWorsening.ts'

const row = (id: string, own: Partial<WorseningRow> = {}): WorseningRow => ({
  id,
  code: `T-${id}`,
  title: `${id} does not answer`,
  priority: 2,
  state: 'new',
  breaches: [],
  ...own,
})
const board = (...rows: readonly WorseningRow[]): ReadonlyMap<string, WorseningRow> =>
  new Map(rows.map((one) => [one.id, one]))

const late = { clock: 'tta', at: 1000, byRequalification: false } as const
const A = row('A')

describe('what is said of a board that got worse', () => {
  it.each([
    { name: 'nothing changed', before: [A], now: [A], says: '' },
    { name: 'a new ticket', before: [], now: [A], says: 'New P2: T-A, A does not answer.' },
    {
      name: 'two new ones, the gravest first',
      before: [A],
      now: [A, row('B'), row('C', { priority: 1 })],
      says: 'New P1: T-C, C does not answer. New P2: T-B, B does not answer.',
    },
    {
      name: 'a storm',
      before: [],
      now: ['A', 'B', 'C', 'D'].map((id) => row(id, { priority: id === 'D' ? 1 : 3 })),
      says: '4 new tickets, the gravest a P1: T-D, D does not answer.',
    },
    { name: 'a ticket that came resolved', before: [], now: [row('A', { state: 'resolved' })], says: '' },
    { name: 'a ticket that was taken', before: [A], now: [row('A', { state: 'acknowledged' })], says: '' },
    { name: 'a ticket that is gone', before: [A], now: [], says: '' },
    { name: 'a raised priority', before: [A], now: [row('A', { priority: 1 })], says: 'T-A is a P1 now.' },
    { name: 'a lowered one', before: [A], now: [row('A', { priority: 3 })], says: '' },
    {
      name: 'a clock that ran out',
      before: [A],
      now: [row('A', { breaches: [late] })],
      says: 'TTA of T-A is breached.',
    },
    {
      name: 'one that had run out before',
      before: [row('A', { breaches: [late] })],
      now: [row('A', { breaches: [late], state: 'acknowledged' })],
      says: '',
    },
  ])('$name: “$says”', ({ before, now, says }) => {
    expect(boardSaid(boardWorsening(board(...before), board(...now)))).toBe(says)
  })
})
