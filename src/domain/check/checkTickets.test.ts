import { describe, expect, it } from 'vitest'
import { after, eventOf, NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import { checkTickets } from './checkTickets.ts'

const SPAN = { from: after(60), to: after(600) }

const rowOf = (ticket: Ticket) =>
  ticketRowOf(
    ticket,
    { codeOf: (id) => id, sending: 'saved', signalUnknown: false, automatic: true },
    SPAN.to,
  )

const resolved = (minute: number, restored = minute) =>
  eventOf(
    'resolved',
    { restoredAt: after(restored), note: '', cause: 'incident' },
    { id: `r${minute}`, at: after(minute) },
  )
const comment = (minute: number) =>
  eventOf('commented', { text: 'hm' }, { id: `c${minute}`, at: after(minute) })

const told = (...events: readonly TicketEvent[]) => checkTickets([ticketOf(...events)], SPAN, rowOf)

describe('tickets of a check', () => {
  it.each<{ name: string; events: readonly TicketEvent[]; deeds: readonly string[] | null }>([
    { name: 'open, and untouched', events: [openedWith()], deeds: [] },
    { name: 'ended before', events: [openedWith(), resolved(50)], deeds: null },
    { name: 'ended within', events: [openedWith(), resolved(70)], deeds: ['resolved'] },
    {
      name: 'ended before, remarked within',
      events: [openedWith(), resolved(50), comment(61)],
      deeds: ['commented'],
    },
    { name: 'ended before, remarked later', events: [openedWith(), resolved(50), comment(601)], deeds: null },
    {
      name: 'opened within',
      events: [openedWith({ openedAt: after(65) }), resolved(66)],
      deeds: ['opened', 'resolved'],
    },
    {
      name: 'seen within, begun before',
      events: [openedWith({ detectedAt: after(61) }), resolved(62)],
      deeds: ['opened', 'resolved'],
    },
    {
      name: 'merged within',
      events: [openedWith(), eventOf('merged_into', { into: 't2' }, { at: after(61) })],
      deeds: ['merged_into'],
    },
    {
      name: 'merged before',
      events: [openedWith(), eventOf('merged_into', { into: 't2' }, { at: after(6) })],
      deeds: null,
    },
  ])('$name', ({ events, deeds }) => {
    const [ticket] = told(...events)
    expect(ticket?.deeds.map(({ event }) => event.kind) ?? null).toEqual(deeds)
  })

  it('tell when a limit was broken within the time, though nobody did anything', () => {
    const [ticket] = told(openedWith({ priority: 1, openedAt: after(58) }))
    const within = ticket?.row.breaches.filter(({ at }) => at >= SPAN.from)
    expect(within).toMatchObject([{ clock: 'tta' }, { clock: 'trs' }])
  })

  it('come without what they are long for', () => {
    const evidence = { light: 'red', at: NOW, reasons: ['x'], pods: '', version: null, lines: [] } as const
    const whys = [{ answer: 'a', evidence: 'e' }]
    const [ticket] = told(
      openedWith({ openedAt: after(61), evidence }),
      eventOf('postmortem', { whys, markdown: 'long' }, { at: after(62) }),
    )
    expect(ticket?.deeds.map(({ event }) => event.data)).toMatchObject([
      { evidence: null, title: 'orders: all pods failing' },
      { whys: [], markdown: '' },
    ])
  })

  it('come in the order in which they were opened, the same objects each time', () => {
    const [late, early] = [5, 1].map((minute) =>
      ticketOf(openedWith({ openedAt: after(minute) }, { ticket: `t${minute}` }), {
        ...comment(70),
        ticket: `t${minute}`,
      }),
    )
    if (late === undefined || early === undefined) throw new Error('two tickets are made')
    const first = checkTickets([late, early], SPAN, rowOf)
    expect(first.map(({ row }) => row.id)).toEqual(['t1', 't5'])
    expect(checkTickets([late], SPAN, rowOf)[0]?.deeds[0]).toBe(first[1]?.deeds[0])
  })
})
