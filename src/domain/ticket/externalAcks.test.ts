import { expect, it } from 'vitest'
import type { AlertAcknowledgement } from '#src/domain/alert/acknowledgementsOf.ts'
import { externalAcks } from './externalAcks.ts'
import { parseEvent } from './parseEvent.ts'
import { after, eventOf, openedWith } from './testing/events.ts'
import { ticketBook } from './ticketBook.ts'
import type { TicketEvent } from './ticketEvent.ts'

const opened = (ticket: string, minute: number) =>
  openedWith(
    { source: 'alertmanager', dedupKey: 'alertmanager|a', openedAt: after(minute) },
    { ticket, id: 'open' },
  )
const over = eventOf(
  'resolved',
  { restoredAt: after(5), note: '', cause: 'incident' },
  { ticket: 'OLDER', at: after(5), actor: 'auto' },
)

const silence = (own: Partial<AlertAcknowledgement> = {}): AlertAcknowledgement => ({
  key: 'alertmanager|a',
  by: 'Anna',
  known: true,
  comment: 'ACK!',
  silence: 's1',
  at: after(61),
  until: after(90),
  code: null,
  ...own,
})

function heard(own: Partial<AlertAcknowledgement>, ...events: readonly TicketEvent[]) {
  const book = ticketBook()
  book.add([opened('OLDER', 0), over, opened('NEWER', 60), ...events])
  const written = externalAcks(book.all(), [silence(own)])
  // As another browser reads them, and a page after a reload.
  expect(written.map((event) => parseEvent(event).ok)).toEqual(written.map(() => true))
  book.add(written)
  expect(externalAcks(book.all(), [silence(own)])).toEqual([])
  return book.find('NEWER')
}

it.each<{ name: string; own: Partial<AlertAcknowledgement>; expected: object }>([
  { name: 'somebody known', own: {}, expected: { ack: { by: 'Anna', at: after(61) }, silencedBy: null } },
  { name: 'somebody else', own: { known: false }, expected: { ack: null, silencedBy: 'Anna' } },
  { name: 'somebody who says no name', own: { known: false, by: '' }, expected: { silencedBy: '?' } },
  {
    name: 'somebody of a long name',
    own: { known: false, by: 'x'.repeat(200), silence: 's'.repeat(300) },
    expected: { silencedBy: `${'x'.repeat(119)}…` },
  },
  { name: 'a silence that names it', own: { code: 'T-NEWER' }, expected: { ack: { by: 'Anna' } } },
  {
    name: 'a silence that names a ticket of another board',
    own: { code: 'T-AAAAA' },
    expected: { ack: { by: 'Anna' } },
  },
  {
    name: 'a silence that names the ticket of the last episode',
    own: { code: 'T-OLDER', at: after(1) },
    expected: { ack: null, silencedBy: null },
  },
])('is told of $name', ({ own, expected }) => {
  expect(heard(own)).toMatchObject(expected)
})

it('is told of a silence that names a ticket which was merged into it', () => {
  const merged = eventOf('merged_into', { into: 'NEWER' }, { ticket: 'OLDER', at: after(62) })
  expect(heard({ code: 'T-OLDER' }, merged)).toMatchObject({ ack: { by: 'Anna' } })
})
