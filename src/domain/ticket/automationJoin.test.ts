import { describe, expect, it } from 'vitest'
import type { Alarm } from '#src/domain/alert/alarm.ts'
import { alarmOf, alertOf, autoBoard, clearOf, play, standing, type Story } from './testing/autoBoard.ts'
import { after, eventOf } from './testing/events.ts'

const check = (minute: number, state: Alarm['state'] = 'firing'): Alarm =>
  alarmOf('orders', minute, { state })
const alert = (minute: number, state: Alarm['state'] = 'firing'): Alarm =>
  alertOf('orders', minute, { state })
/** An alert that was over long before anybody looked. */
const past = (from: number, to: number): Alarm =>
  alertOf('orders', to, { state: 'clear', began: after(from), detectedAt: after(500) })

describe('a check and alerts of one service', () => {
  it.each<Story>([
    {
      name: 'the alert joins the check',
      turns: [
        [2, check(0)],
        [3, check(0), alert(2)],
      ],
      told: [['opened'], ['signal_added']],
      tickets: ['orders new check|orders alertmanager|orders'],
    },
    {
      name: 'the check joins the alert',
      turns: [
        [2, check(1), alert(1)],
        [3, check(1), alert(1)],
      ],
      told: [['opened', 'signal_added'], []],
      tickets: ['orders new alertmanager|orders check|orders'],
    },
    {
      name: 'both at once are one',
      turns: [[2, check(0), alert(0)]],
      told: [['opened', 'signal_added']],
      tickets: ['orders new check|orders alertmanager|orders'],
    },
    {
      name: 'two alerts of one service are two',
      turns: [[2, alert(0), alertOf('orders', 1, { key: 'alertmanager|2' })]],
      told: [['opened', 'opened']],
      tickets: ['orders new alertmanager|orders', 'orders new alertmanager|2'],
    },
    {
      name: 'an alert of no service is its own',
      turns: [[2, check(0), alertOf('x', 0, { service: null })]],
      told: [['opened', 'opened']],
      tickets: ['orders new check|orders', ' new alertmanager|x'],
    },
    {
      name: 'it is resolved once both are well',
      turns: [
        [2, check(0), alert(0)],
        [10, check(10, 'clear'), alert(0)],
        [20, check(10, 'clear'), alert(20, 'clear')],
        [25, check(10, 'clear'), alert(20, 'clear')],
      ],
      told: [['opened', 'signal_added'], ['signal_cleared'], ['signal_cleared'], ['resolved']],
      tickets: ['orders resolved'],
    },
    {
      name: 'the alert brings the ticket of the check back as well',
      turns: [
        [2, check(0), alert(0)],
        [10, check(10, 'clear'), alert(10, 'clear')],
        [15, check(10, 'clear'), alert(10, 'clear')],
        [20, check(10, 'clear'), alert(20)],
      ],
      told: [
        ['opened', 'signal_added'],
        ['signal_cleared', 'signal_cleared'],
        ['resolved'],
        ['signal_added'],
      ],
      tickets: ['orders new alertmanager|orders'],
    },
  ])('$name', ({ turns, told, tickets }) => {
    const played = play(turns)
    expect(played.told).toEqual(told)
    expect(standing(played.tickets)).toEqual(tickets)
  })
})

describe('a ticket that was merged', () => {
  it('is continued by the other one', () => {
    const board = autoBoard()
    play([[3, alarmOf('orders', 0), alarmOf('db', 1)]], board)
    const [orders, db] = board.tickets()
    board.add([eventOf('merged_into', { into: db?.id ?? '' }, { ticket: orders?.id ?? '', at: after(3) })])
    const { told, tickets } = play(
      [
        [4, alarmOf('orders', 0), alarmOf('db', 1)],
        [10, alarmOf('orders', 0), clearOf('db', 10)],
        [16, clearOf('orders', 16), clearOf('db', 10)],
        [21, clearOf('orders', 16), clearOf('db', 10)],
      ],
      board,
    )
    expect(told).toEqual([['signal_added'], ['signal_cleared'], ['signal_cleared'], ['resolved']])
    expect(tickets.map(({ state }) => state).toSorted()).toEqual(['merged', 'resolved'])
  })
})

describe('what was over before anybody looked', () => {
  it('has a ticket with its times that is resolved, once', () => {
    const { told, tickets } = play([
      [500, past(0, 20), past(100, 130)],
      [501, past(0, 20), past(100, 130)],
    ])
    expect(told[0]).toEqual(['opened', 'signal_cleared', 'resolved', 'opened', 'signal_cleared', 'resolved'])
    expect(told[1]).toEqual([])
    expect(tickets.map(({ openedAt, resolution }) => [openedAt, resolution?.restoredAt])).toEqual([
      [after(0), after(20)],
      [after(100), after(130)],
    ])
    expect(tickets.map(({ detectedAt }) => detectedAt)).toEqual([after(500), after(500)])
  })

  it.each([
    { name: 'too short for its delay', alarm: { ...past(0, 1), delay: 60_001 } },
    { name: 'switched off', alarm: { ...past(0, 20), automatic: false } },
  ])('has none where it was $name', ({ alarm }) => {
    expect(play([[500, alarm]]).told).toEqual([[]])
  })

  it('has none where the service had one', () => {
    const board = autoBoard()
    play(
      [
        [2, alarmOf('orders', 0)],
        [20, clearOf('orders', 20)],
        [25, clearOf('orders', 20)],
      ],
      board,
    )
    expect(play([[500, past(1, 19)]], board).told).toEqual([[]])
    expect(play([[500, past(30, 40)]], board).told).toEqual([['opened', 'signal_cleared', 'resolved']])
  })

  it('ends what a ticket has as going on', () => {
    const board = autoBoard()
    play([[2, alertOf('orders', 0)]], board)
    const { told } = play(
      [
        [500, past(0, 20)],
        [503, past(0, 20)],
      ],
      board,
    )
    expect(told).toEqual([['signal_cleared'], ['resolved']])
    expect(board.tickets()[0]?.resolution?.restoredAt).toBe(after(20))
  })
})
