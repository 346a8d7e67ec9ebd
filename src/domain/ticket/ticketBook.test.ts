import { expect, it } from 'vitest'
import { signedOff } from '#src/domain/check/testing/checkEvents.ts'
import { CHECKS } from './checksToken.ts'
import { openedWith } from './testing/events.ts'
import { after } from './testing/events.ts'
import { ticketBook } from './ticketBook.ts'

const one = openedWith({ openedAt: after(0) }, { ticket: '1ABCDE', id: 'open' })
const other = openedWith({ openedAt: after(5) }, { ticket: '2ABCDE', id: 'open' })

it.each([{ events: [one, other] }, { events: [other, one] }, { events: [other, one, other] }])(
  'a code that two tickets share is that of the newer one, whatever came first',
  ({ events }) => {
    const book = ticketBook()
    for (const event of events) book.add([event])
    expect(book.find('t-abcde')?.id).toBe('2ABCDE')
    expect(book.find('1ABCDE')?.id).toBe('1ABCDE')
  },
)

it.each(['__proto__', 'constructor', 'toString'])('a ticket may be called %s', (ticket) => {
  const book = ticketBook()
  expect(book.find(ticket)).toBeNull()
  book.add([openedWith({}, { ticket, id: ticket, actor: ticket })])
  expect(book.find(ticket)).toMatchObject({ id: ticket, state: 'new', lastEvent: ticket })
})

it('makes no ticket of morning checks, and gives their events for themselves, the same array until one is new', () => {
  const book = ticketBook()
  const [first, second] = [signedOff({}, { id: 'a' }), signedOff({}, { id: 'b' })]
  expect(book.add([one, first])).toEqual(new Set([one.ticket]))
  expect([...book.all().keys()]).toEqual([one.ticket])
  expect([book.find(CHECKS), book.find('T-HECKS')]).toEqual([null, null])
  const log = book.log(CHECKS)
  expect(log).toEqual([first])
  book.add([other, first])
  expect(book.log(CHECKS)).toBe(log)
  book.add([second])
  expect(book.log(CHECKS)).toEqual([first, second])
  expect(book.events()).toHaveLength(4)
  expect(book.log('constructor')).toEqual([])
})
