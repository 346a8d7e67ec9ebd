import { expect, it } from 'vitest'
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
