import { expect, it } from 'vitest'
import { automation } from './automation.ts'
import { alarmOf, autoBoard, clearOf, FLEET, standing } from './testing/autoBoard.ts'
import { after, openedWith } from './testing/events.ts'
import { ticketId } from './ticketId.ts'

const ID = ticketId(FLEET.tickets.board, 'check', 'check|orders', 0)

it('ends what a clock that was seven minutes ahead has opened, once it is known to have been', () => {
  const board = autoBoard()
  board.add([openedWith({ openedAt: after(7) }, { ticket: ID, at: after(9), srv: after(2) })])
  for (const minute of [3, 5, 8]) board.at(after(minute), [clearOf('orders', 3)])
  expect(standing(board.tickets())).toEqual(['orders resolved'])
})

it('begins anew at once after an end that a clock seven minutes ahead has told', () => {
  const board = autoBoard()
  board.at(after(2), [alarmOf('orders', 0)])
  const tickets = new Map(board.tickets().map((ticket) => [ticket.id, ticket]))
  const [ahead] = automation({ tickets, alarms: [clearOf('orders', 12)], fleet: FLEET, now: after(12) })
  board.add(ahead === undefined ? [] : [{ ...ahead, srv: after(5) }])
  expect(board.at(after(8), [alarmOf('orders', 8)]).map(({ kind }) => kind)).toEqual(['signal_added'])
})
