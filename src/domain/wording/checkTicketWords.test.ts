import { describe, expect, it } from 'vitest'
import { ticketOf } from '#src/domain/check/testing/sampleLog.ts'
import { at, EVENING, MORNING } from '#src/domain/check/testing/sampleNight.ts'
import { eventOf } from '#src/domain/ticket/testing/events.ts'
import { minutes } from '#src/domain/time/units.ts'
import { ticketDeeds, ticketFacts } from './checkTicketWords.ts'

const reader = { now: MORNING, timeZone: 'Europe/Paris' }
const { row } = ticketOf('aaaaa')
const ack = { by: 'anna-muller', at: at('21 03:16'), eventId: 'e', toldLateBy: null }
const acked = {
  ack,
  state: 'acknowledged' as const,
  tta: { ...row.tta, state: 'stopped' as const, spent: minutes(4) },
}
const late = {
  ...acked,
  tta: { ...acked.tta, spent: minutes(24), due: at('21 03:27'), asOf: at('21 03:36') },
}
const restored = {
  state: 'resolved' as const,
  restoredAt: at('21 03:36'),
  resolvedAt: at('21 03:41'),
  trs: {
    ...row.trs,
    state: 'stopped' as const,
    spent: minutes(24),
    due: at('21 07:12'),
    asOf: at('21 03:36'),
  },
}
const breach = { clock: 'tta', at: at('21 03:27'), byRequalification: false } as const

describe('ticketFacts', () => {
  it.each([
    { name: 'new', own: {}, facts: ['opened 03:12', 'not acknowledged'] },
    { name: 'old', own: { openedAt: at('19 12:00') }, facts: ['open since Thu 12:00', 'not acknowledged'] },
    { name: 'acknowledged', own: acked, facts: ['opened 03:12', 'TTA 4 min by anna-muller'] },
    {
      name: 'acknowledged late, by whom it is assigned to',
      own: { ...late, breaches: [breach], assignee: 'Anna Muller' },
      facts: ['opened 03:12', 'TTA 24 min by Anna Muller, over the 15 min agreed', 'TTA breached 03:27'],
    },
    {
      name: 'a breach of before',
      own: { ...acked, breaches: [{ ...breach, at: EVENING - 1 }] },
      facts: ['opened 03:12', 'TTA 4 min by anna-muller'],
    },
    {
      name: 'restored by itself',
      own: restored,
      facts: ['opened 03:12', 'never acknowledged', 'restored 03:36, TRS 24 min'],
    },
    {
      name: 'paused',
      own: { ...acked, state: 'paused' as const },
      facts: ['opened 03:12', 'TTA 4 min by anna-muller', 'paused'],
    },
  ])('$name', ({ own, facts }) => {
    expect(ticketFacts(ticketOf('aaaaa', own), EVENING, reader)).toEqual(facts)
  })

  it('tells that it came back', () => {
    const event = eventOf('reopened', { reason: 'again' }, { ticket: 'AAAAA', at: at('21 05:00') })
    const deeds = [{ at: at('21 05:00'), event, redacted: false }]
    const back = { ...ticketOf('aaaaa', { openedAt: at('19 12:00') }), deeds }
    expect(ticketFacts(back, EVENING, reader)[0]).toBe('opened Thu 12:00, again 05:00')
  })
})

const deed = (actor: string, text: string, redacted = false) => ({
  at: at('21 03:40'),
  event: eventOf('commented', { text }, { ticket: 'AAAAA', actor }),
  redacted,
})

describe('ticketDeeds', () => {
  it('tells who did what, but for the machine, and for what was hidden', () => {
    const deeds = [deed('anna-muller', 'looking'), deed('auto', 'seen'), deed('boris', 'secret', true)]
    const told = ticketDeeds({ ...ticketOf('aaaaa', { assignee: 'Anna Muller' }), deeds }, reader)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^03:40 Anna Muller: .*looking/)
  })
})
