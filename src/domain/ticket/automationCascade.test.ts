import { describe, expect, it } from 'vitest'
import type { Alarm } from '#src/domain/alert/alarm.ts'
import { alarmOf, clearOf, play, standing, type Story } from './testing/autoBoard.ts'
import { after } from './testing/events.ts'

const root = (minute: number, own: Partial<Alarm> = {}): Alarm => alarmOf('db', minute, own)
/** Red under the database. */
const under = (minute: number, own: Partial<Alarm> = {}): Alarm =>
  alarmOf('orders', minute, { root: 'check|db', ...own })
/** Red, and under nobody any more. */
const own = (minute: number): Alarm => alarmOf('orders', minute)

describe('what is dragged down', () => {
  it.each<Story>([
    {
      name: 'joins the ticket of its root, also one that is opened just then',
      turns: [[2, root(0), under(1)]],
      told: [['opened', 'signal_added']],
      tickets: ['db new check|db check|orders'],
    },
    {
      name: 'waits until the root has one',
      turns: [
        [3, root(2), under(0)],
        [4, root(2), under(0)],
      ],
      told: [[], ['opened', 'signal_added']],
      tickets: ['db new check|db check|orders'],
    },
    {
      name: 'has none while the root is under maintenance',
      turns: [[9, root(0, { state: 'unknown' }), under(0)]],
      told: [[]],
      tickets: [],
    },
    {
      name: 'has its own where tickets of the root are switched off',
      turns: [[9, root(0, { automatic: false }), under(0)]],
      told: [['opened']],
      tickets: ['orders new check|orders'],
    },
    {
      name: 'has its own where the root is not known',
      turns: [[9, under(0)]],
      told: [['opened']],
      tickets: ['orders new check|orders'],
    },
    {
      name: 'keeps the ticket that it had before',
      turns: [
        [2, own(0)],
        [5, root(3), under(0)],
      ],
      told: [['opened'], ['opened']],
      tickets: ['orders new check|orders', 'db new check|db'],
    },
    {
      name: 'holds the ticket of its root open for a while',
      turns: [
        [2, root(0), under(1)],
        [10, clearOf('db', 10), own(1)],
        [11.9, clearOf('db', 10), own(1)],
      ],
      told: [['opened', 'signal_added'], ['signal_cleared'], []],
      tickets: ['db new check|orders'],
    },
    {
      name: 'has its own once it has gone on for its delay without the root',
      turns: [
        [2, root(0), under(1)],
        [10, clearOf('db', 10), own(1)],
        [12, clearOf('db', 10), own(1)],
        [15, clearOf('db', 10), own(1)],
      ],
      told: [['opened', 'signal_added'], ['signal_cleared'], ['opened', 'signal_cleared'], ['resolved']],
      tickets: ['db resolved', 'orders new check|orders'],
    },
    {
      name: 'is resolved with its root',
      turns: [
        [2, root(0), under(1)],
        [11, clearOf('db', 10), clearOf('orders', 11)],
        [16, clearOf('db', 10), clearOf('orders', 11)],
      ],
      told: [['opened', 'signal_added'], ['signal_cleared', 'signal_cleared'], ['resolved']],
      tickets: ['db resolved'],
    },
    {
      name: 'raises the ticket of its root where it is more urgent',
      turns: [[5, root(0, { priority: 3 }), under(0, { priority: 1 })]],
      told: [['opened', 'signal_added', 'requalified']],
      tickets: ['db new check|db check|orders'],
    },
  ])('$name', ({ turns, told, tickets }) => {
    const played = play(turns)
    expect(played.told).toEqual(told)
    expect(standing(played.tickets)).toEqual(tickets)
  })

  it('counts for itself from when its root was well', () => {
    const { tickets } = play([
      [2, root(0), under(1)],
      [10, clearOf('db', 10), own(1)],
      [12, clearOf('db', 10), own(1)],
      [15, clearOf('db', 10), own(1)],
    ])
    expect(tickets.map(({ openedAt }) => openedAt)).toEqual([after(0), after(10)])
    expect(tickets[0]?.resolution?.restoredAt).toBe(after(10))
  })
})
