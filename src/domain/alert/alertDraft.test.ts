import { describe, expect, it } from 'vitest'
import type { TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import { alertDraft } from './alertDraft.ts'
import { parseAlertLink } from './alertLink.ts'
import type { AlertSubject } from './alertSubject.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
const ORDERS: AlertSubject = {
  service: 'orders',
  called: 'orders-service',
  pod: null,
  hasPod: false,
  places: [],
}
const NOBODY: AlertSubject = { ...ORDERS, service: null, called: null }

const draft = (query: string, subject = ORDERS): TicketDraft =>
  alertDraft(parseAlertLink(new URLSearchParams(query)), subject, NOW)

describe('the ticket of an alert link', () => {
  it('has what the link says', () => {
    expect(
      draft(
        'message=[orders-service] charge: 502&priority=P1&at=2026-11-22T03:12:00Z&fingerprint=0a1b&runbook=https://wiki.test/r',
      ),
    ).toEqual({
      title: 'charge: 502',
      description: '[orders-service] charge: 502',
      service: 'orders',
      project: null,
      priority: 1,
      source: 'link',
      dedupKey: 'alertmanager|0a1b',
      openedAt: Date.UTC(2026, 10, 22, 3, 12),
      links: [{ label: 'Runbook', url: 'https://wiki.test/r' }],
    })
  })

  it.each<{ name: string; query: string; subject?: AlertSubject; has: Partial<TicketDraft> }>([
    {
      name: 'begins now where it says nothing else',
      query: 'message=x',
      has: { openedAt: NOW, priority: 3, links: [] },
    },
    {
      name: 'is the same for whoever opens the same link',
      query: 'message=x',
      has: { dedupKey: 'link|orders|x' },
    },
    { name: 'is called like its alert', query: 'filter={alertname="Late"}', has: { title: 'Late' } },
    { name: 'is called like its service', query: 'service=orders', has: { title: 'Alert on orders' } },
    { name: 'of a prefix alone too', query: 'message=[orders]', has: { title: 'Alert on orders' } },
    { name: 'is one line', query: 'message=a:%0A%20b', has: { title: 'a: b' } },
    {
      name: 'says of a service that is not here how it is called',
      query: 'message=[mail] x',
      subject: { ...NOBODY, called: 'mail' },
      has: { title: '[mail] x', service: null, dedupKey: 'link|mail|[mail] x' },
    },
  ])('$name', ({ query, subject, has }) => expect(draft(query, subject)).toMatchObject(has))

  it('is never longer than a ticket may be', () => {
    const { title, description, dedupKey } = draft(`message=${'x'.repeat(9000)}`, NOBODY)
    expect(title.length).toBeLessThanOrEqual(200)
    expect(description.length).toBeLessThanOrEqual(4000)
    expect(dedupKey?.length).toBeLessThanOrEqual(500)
  })
})
