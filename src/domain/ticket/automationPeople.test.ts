import { describe, expect, it } from 'vitest'
import type { Alarm } from '#src/domain/alert/alarm.ts'
import { alarmOf, autoBoard, clearOf, play, type Turn } from './testing/autoBoard.ts'
import { after, eventOf } from './testing/events.ts'
import type { TicketEvent } from './ticketEvent.ts'

const red = (minute: number, own: Partial<Alarm> = {}): Alarm => alarmOf('orders', minute, own)
const green = (minute: number): Alarm => clearOf('orders', minute)

describe('what people do', () => {
  const opened = play([[2, red(0)]])
  const ticket = opened.tickets[0]?.id ?? ''
  const byAnna = (minute: number) => ({ ticket, at: after(minute) })
  const resolved = (minute: number) =>
    eventOf('resolved', { restoredAt: after(minute), note: '', cause: 'incident' }, byAnna(minute))

  const after2 = (...events: readonly TicketEvent[]) => {
    const board = autoBoard()
    board.add([...opened.board.events(), ...events])
    return board
  }

  it.each<{
    name: string
    done: readonly TicketEvent[]
    turns: readonly Turn[]
    told: readonly (readonly string[])[]
  }>([
    {
      name: 'what a person resolved stays so while it goes on, whatever new browsers see',
      done: [resolved(5)],
      turns: [
        [6, red(0)],
        [90, red(0)],
        [120, red(100)],
      ],
      told: [[], [], []],
    },
    {
      name: 'and comes back once it was clear',
      done: [resolved(5)],
      turns: [
        [6, red(0)],
        [8, green(8)],
        [13, red(10)],
      ],
      told: [[], ['signal_cleared'], ['signal_added']],
    },
    {
      name: 'a paused ticket is not resolved, one whose pause is over is',
      done: [eventOf('paused', { reason: 'third-party', note: '', until: after(30) }, byAnna(4))],
      turns: [
        [10, green(10)],
        [20, green(10)],
        [30, green(10)],
      ],
      told: [['signal_cleared'], [], ['resolved']],
    },
    {
      name: 'one that is held open after it was resolved is not resolved again while nothing happens',
      done: [resolved(5), eventOf('reopened', { reason: 'not yet' }, byAnna(6))],
      turns: [
        [10, green(10)],
        [20, green(10)],
      ],
      told: [['signal_cleared'], []],
    },
    {
      name: 'a priority that a person set is not raised',
      done: [eventOf('requalified', { from: 2, to: 3, reason: 'no customers at night' }, byAnna(3))],
      turns: [[5, red(0, { priority: 1 })]],
      told: [[]],
    },
    {
      name: 'one that nobody set is, once',
      done: [],
      turns: [
        [5, red(0, { priority: 1 })],
        [6, red(0, { priority: 2 })],
        [7, red(0, { priority: 1 })],
      ],
      told: [['requalified'], [], []],
    },
  ])('$name', ({ done, turns, told }) => {
    expect(play(turns, after2(...done)).told).toEqual(told)
  })

  it('a ticket that flaps is left to them', () => {
    const blips = [0, 20, 40, 60, 80].flatMap((minute): Turn[] => [
      [minute + 2, red(minute)],
      [minute + 5, green(minute + 5)],
      [minute + 10, green(minute + 5)],
    ])
    const { told, tickets } = play([...blips, [200, green(85)]])
    expect(tickets).toHaveLength(1)
    expect(tickets[0]?.flapping).toBe(3)
    expect(told.flat().filter((kind) => kind === 'resolved')).toHaveLength(3)
  })
})
