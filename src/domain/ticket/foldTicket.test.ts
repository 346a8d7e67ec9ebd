import { expect, it } from 'vitest'
import { foldTicket } from './foldTicket.ts'
import { ack, assign, green, pause, requalify, resolve } from './testing/deeds.ts'
import { after, eventOf, NOW, openedWith, POLICY, ticketOf } from './testing/events.ts'
import type { Ticket } from './ticket.ts'
import type { TicketEvent } from './ticketEvent.ts'

const at = (minute: number, actor = 'anna') => ({ at: after(minute), actor })
const silenced = (known: boolean, by = 'Boris') =>
  eventOf('external_ack', { by, known, comment: 'ACK!', silence: 's1' }, at(4, 'auto'))

const ackOf = ({ ack }: Ticket) => (ack === null ? null : [ack.by, ack.at])

it('is no ticket while the event that opens it is missing', () => {
  expect(foldTicket([])).toBeNull()
  expect(foldTicket([ack(1), resolve(2)])).toBeNull()
})

it('is what it was opened as', () => {
  const link = { label: 'runbook', url: 'https://wiki.example/orders' }
  const ticket = ticketOf(
    openedWith({ openedAt: after(-5), detectedAt: NOW, links: [link] }, { ticket: '01ABCDE' }),
  )
  expect(ticket).toMatchObject({
    id: '01ABCDE',
    code: 'T-ABCDE',
    state: 'new',
    openedAt: after(-5),
    detectedAt: NOW,
    ack: null,
    links: [link],
    cycles: [{ start: after(-5), ackAt: null, restoredAt: null }],
    signals: [{ key: 'check|orders', since: after(-5), clearedAt: null }],
    priorities: [{ at: after(-5), to: 2, from: null, by: 'auto', reason: '3 of 3 pods are out' }],
    lastEvent: 'open',
  })
})

it('has no signal when a person opened it', () => {
  expect(ticketOf(openedWith({ source: 'hand' }))).toMatchObject({ signals: [], wellSince: null })
})

it.each<{ name: string; events: TicketEvent[]; expected: [string, number] | null; others?: string[] }>([
  { name: 'an acknowledgement', events: [ack(3)], expected: ['anna', after(3)] },
  { name: 'assigning it to oneself', events: [assign('Anna', 3)], expected: ['anna', after(3)] },
  { name: 'assigning it to somebody else', events: [assign('boris', 3)], expected: null },
  { name: 'a requalification', events: [requalify(1, 3)], expected: ['anna', after(3)] },
  { name: 'an automatic requalification', events: [requalify(1, 3, 'auto')], expected: null },
  { name: 'a pause', events: [pause(3)], expected: ['anna', after(3)] },
  { name: 'a resolution', events: [resolve(3)], expected: ['anna', after(3)] },
  { name: 'a resolution by itself', events: [green(3), resolve(8, 3, 'auto')], expected: null },
  { name: 'a comment', events: [eventOf('commented', { text: 'hm' })], expected: null },
  { name: 'a silence by somebody known', events: [silenced(true, 'Boris')], expected: ['Boris', after(4)] },
  { name: 'a silence by somebody unknown', events: [silenced(false)], expected: null },
  {
    name: 'the first of two',
    events: [ack(4, 'boris'), ack(3), ack(5, 'chloe')],
    expected: ['anna', after(3)],
    others: ['boris', 'chloe'],
  },
  {
    name: 'what came after it had resolved itself',
    events: [green(1), resolve(6, 1, 'auto'), ack(7)],
    expected: null,
  },
])('acknowledged by: $name', ({ events, expected, others = [] }) => {
  const ticket = ticketOf(...events)
  expect(ackOf(ticket)).toEqual(expected)
  expect(ticket.cycles.at(-1)?.ackAt ?? null).toBe(expected?.[1] ?? null)
  expect(ticket.coResponders).toEqual(others)
})

it('says who silenced it where that is nobody known', () => {
  expect(ticketOf(silenced(false)).silencedBy).toBe('Boris')
})

it('counts what was done offline at its own time, and says how late it was told', () => {
  const ticket = ticketOf(eventOf('acknowledged', {}, { ...at(3), srv: after(33) }))
  expect(ticket.ack).toEqual({
    by: 'anna',
    at: after(3),
    eventId: 'acknowledged-180000-anna',
    toldLateBy: 30 * 60_000,
  })
})

it('leaves it to the first of two who took it at once', () => {
  const boris = [ack(2, 'boris'), assign('boris', 2, 'boris')]
  const anna = [ack(1), assign('anna', 1)]
  expect(ticketOf(...boris, ...anna)).toMatchObject({
    assignee: 'anna',
    coResponders: ['boris'],
    crossedBy: null,
  })
})

it.each([
  ['p', 'q', 'r', 's'],
  ['s', 'r', 'q', 'p'],
  ['q', 'p', 'r', 's'],
  ['p', 's', 'r', 'q'],
])(
  'has one owner who acknowledged it, where two took it in the same millisecond: ids %s %s %s %s',
  (...ids) => {
    const [one, two, three, four] = [ack(1), assign('anna', 1), ack(1, 'boris'), assign('boris', 1, 'boris')]
    const [a, b, c, d] = ids
    const ticket = ticketOf({ ...one, id: a }, { ...two, id: b }, { ...three, id: c }, { ...four, id: d })
    expect(ticket.assignee).toBe(ticket.ack?.by)
    expect(new Set([ticket.ack?.by, ...ticket.coResponders])).toEqual(new Set(['anna', 'boris']))
  },
)

it('is not raised by itself once a person has decided on its priority', () => {
  expect(ticketOf(requalify(1, 1, 'auto')).priority).toBe(1)
  const both = ticketOf(requalify(3, 1), requalify(1, 2, 'auto'))
  expect(both).toMatchObject({ priority: 3, crossedBy: null })
})

it.each([
  { name: 'without having seen the other', seen: 'open', crossed: ['boris', 'anna'] },
  { name: 'having seen it', seen: 'requalified-60000-anna', crossed: null },
])('tells of two who requalified it, the later $name', ({ seen, crossed }) => {
  const ticket = ticketOf(requalify(1, 1, 'anna', 'open'), requalify(3, 2, 'boris', seen))
  expect(ticket.crossedBy).toEqual(crossed)
  expect(ticket.priority).toBe(3)
  expect(ticket.priorities.map(({ from, to, by }) => [from, to, by])).toEqual([
    [null, 2, 'auto'],
    [2, 1, 'anna'],
    [1, 3, 'boris'],
  ])
})

it('tells no more of two changes once somebody who saw both has made a third', () => {
  const two = [requalify(1, 1, 'anna', 'open'), requalify(3, 2, 'boris', 'open')]
  expect(ticketOf(...two, requalify(2, 3, 'chloe', 'requalified-120000-boris')).crossedBy).toBeNull()
})

it.each([
  { name: 'raised by somebody else', events: [requalify(1, 2, 'boris')], expected: true },
  { name: 'raised by whom it is assigned to', events: [requalify(1, 2)], expected: false },
  { name: 'lowered by somebody else', events: [requalify(3, 2, 'boris')], expected: false },
  {
    name: 'looked at since',
    events: [requalify(1, 2, 'boris'), eventOf('commented', { text: 'on it' }, at(3))],
    expected: false,
  },
  {
    name: 'acknowledged since by a third',
    events: [requalify(1, 2, 'boris'), ack(3, 'chloe')],
    expected: false,
  },
  { name: 'resolved since', events: [requalify(1, 2, 'boris'), resolve(3, 3, 'boris')], expected: false },
])('needs a fresh look: $name', ({ events, expected }) => {
  expect(ticketOf(assign('anna', 1), ...events).needsFreshLook).toBe(expected)
})

it('hides what was redacted and keeps what it did', () => {
  const resolved = resolve(9)
  const edited = eventOf('edited', { field: 'title', value: 'call 0664 123' }, at(2))
  const hidden = [resolved, edited, openedWith()].map(({ id }) =>
    eventOf('redacted', { event: id }, { id: `r-${id}` }),
  )
  const ticket = ticketOf(openedWith({ description: 'call me' }), resolved, edited, ...hidden)
  expect(ticket).toMatchObject({ title: '', description: '', state: 'resolved', resolution: { note: '' } })
  expect(JSON.stringify(ticket)).not.toMatch(/rolled back|0664|call me/)
  expect(ticket.timeline.filter(({ redacted }) => redacted)).toHaveLength(3)
})

it('goes by what was written last, field by field', () => {
  const edits = [
    eventOf('edited', { field: 'title', value: 'one' }, at(1)),
    eventOf('edited', { field: 'title', value: 'two' }, at(2)),
    eventOf('edited', { field: 'project', value: 'payments' }, at(1, 'boris')),
    eventOf('policy_changed', { policy: { ...POLICY, pausesP1: true }, reason: '' }, at(3)),
    eventOf('postmortem', { whys: [{ answer: 'because', evidence: 'log' }], markdown: '# T' }, at(4)),
    eventOf('linked', { label: 'a', url: 'https://a.example' }, at(4)),
    eventOf('linked', { label: 'again', url: 'https://a.example' }, at(5)),
  ]
  expect(ticketOf(...edits)).toMatchObject({
    title: 'two',
    project: 'payments',
    policy: { pausesP1: true },
    whys: [{ answer: 'because', evidence: 'log' }],
    postmortem: '# T',
    links: [{ label: 'a', url: 'https://a.example' }],
    crossedBy: null,
  })
})

it('counts the engine’s writing of an event, whatever else goes by the same id', () => {
  const own = eventOf('acknowledged', {}, { ...at(1), id: 'x' })
  const engines = eventOf('acknowledged', {}, { ...at(3), id: 'x', srv: after(3) })
  for (const events of [
    [own, engines],
    [engines, own],
  ])
    expect(ackOf(ticketOf(...events))).toEqual(['anna', after(3)])
})

it('takes nothing that was written into another ticket', () => {
  expect(ticketOf(openedWith(), { ...ack(1), ticket: 't2' })).toEqual(ticketOf(openedWith()))
})
