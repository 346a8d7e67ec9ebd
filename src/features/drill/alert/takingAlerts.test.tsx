import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { foldTicket } from '#src/domain/ticket/foldTicket.ts'
import { eventOf, openedWith } from '#src/domain/ticket/testing/events.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { receiveBoard } from '#src/state/boardStore.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk, sampleTicket } from '#src/state/testing/sampleTicket.ts'
import { LINK, openAlert, part, press } from './testing/alertRig.tsx'
import { done, yesDesk } from './testing/yesDesk.ts'

const SAYS = '[user-sync-service] creating user: POST /api/users: 403'

const KEY = 'alertmanager|0a1b'

/** The whole of a ticket, as far as this page looks at it. */
function detailOf(row: TicketRow = sampleTicket('x'), own: Opened = {}, comment = '') {
  const log = [openedWith({ dedupKey: KEY, ...own }), eventOf('commented', { text: comment })]
  const ticket = foldTicket(log)
  if (ticket === null) throw new Error('the ticket of this test is faulty')
  return { row, ticket, sending: {}, codes: {}, postmortem: '', postmortemDue: false }
}

/** A desk that knows one ticket, by the key of what opened it. */
const deskOf = (row: TicketRow): DeskActions => ({
  ...idleDesk,
  ticket: (key) => Promise.resolve(key === KEY ? detailOf(row) : null),
})

type Opened = Parameters<typeof openedWith>[0]

describe('taking its ticket', () => {
  it('does nothing by itself, and asks who it is before the first deed', async () => {
    const { desk, asked } = yesDesk()
    await openAlert(LINK, { page: { desk } })
    expect(asked).toEqual([])
    await press('a')
    expect(asked).toEqual([])
    fireEvent.change(screen.getByLabelText(/Your name/), { target: { value: 'Anna' } })
    await act(async () => void fireEvent.submit(document.querySelector('form') ?? document.body))
    expect(asked).toEqual([
      'Anna; open; creating user: POST /api/users: 403; user-sync; P2; link; link|user-sync|creating user: POST /api/users: 403',
      'Anna; take; new',
    ])
  })

  it('finds its ticket by what opened it, however many others there are', async () => {
    const row = sampleTicket('x', { service: 'orders', openedAt: NOW - minutes(600) })
    const tickets = Array.from({ length: 40 }, (_, i) => sampleTicket(`y${i}`, { service: 'mail' }))
    await openAlert(`${LINK}&fingerprint=0A1B`, { page: { desk: deskOf(row) }, tickets: [...tickets, row] })
    expect(part(/Ticket/).textContent).toContain(row.code)
  })

  it('finds its last ticket that is not on the board any more', async () => {
    const row = sampleTicket('x', { service: 'orders', state: 'resolved', resolvedAt: NOW - minutes(3000) })
    await openAlert(`${LINK}&fingerprint=0a1b`, { page: { desk: deskOf(row) } })
    expect(part(/Ticket/).textContent).toContain(`The last one, ${row.code}, was resolved`)
  })

  it('does not take another’s for it', async () => {
    await openAlert(`${LINK}&fingerprint=0a1c`, {
      page: { desk: deskOf(sampleTicket('x', { service: 'orders' })) },
      tickets: [sampleTicket('x', { service: 'orders' })],
    })
    expect(part(/Ticket/).textContent).toContain('There is no ticket for it yet')
  })

  it('opens one of its own where only something else is open, which is named', async () => {
    const { desk, asked } = yesDesk()
    const other = sampleTicket('old', { service: 'user-sync', source: 'hand', title: 'Rotate the keys' })
    const page = await openAlert(LINK, { page: { desk }, tickets: [other] })
    page.preferences.setState({ name: 'Anna' })
    const shown = part(/Ticket/)
    expect(shown.textContent).toContain('There is no ticket for it yet')
    const link = within(shown).getByRole('link', { name: /Rotate the keys/ })
    expect(link.getAttribute('href')).toBe(`#/t/${other.code}`)
    await press('a')
    expect(asked).toMatchObject([expect.stringContaining('Anna; open; '), 'Anna; take; new'])
  })

  it('takes its own ticket that was opened since the board was shown', async () => {
    const { desk, asked } = yesDesk()
    const rows = [sampleTicket('its', { service: 'user-sync', source: 'alertmanager' })]
    const ticket: DeskActions['ticket'] = (key) =>
      Promise.resolve(key === KEY && rows.length > 1 ? detailOf(rows[0]) : null)
    const page = await openAlert(`${LINK}&fingerprint=0a1b`, { page: { desk: { ...desk, ticket } } })
    page.preferences.setState({ name: 'Anna' })
    rows.push(sampleTicket('x'))
    await press('a')
    expect(asked).toEqual(['Anna; take; its', 'Anna; comment; its'])
  })

  it.each([
    { name: 'its description', own: { description: SAYS } },
    { name: 'a comment', comment: `Taken from an alert that says: ${SAYS}` },
  ])('does not repeat what $name says', async ({ own = {}, comment = '' }) => {
    const { desk, asked } = yesDesk()
    const row = sampleTicket('x', { service: 'user-sync' })
    const ticket: DeskActions['ticket'] = () => Promise.resolve(detailOf(row, own, comment))
    const page = await openAlert(LINK, { page: { desk: { ...desk, ticket } }, tickets: [row] })
    page.preferences.setState({ name: 'Anna' })
    await press('a')
    expect(asked).toEqual(['Anna; take; x'])
  })

  it('says that what the alert says could not be added', async () => {
    const { desk } = yesDesk()
    const command: DeskActions['command'] = (id, given, doer) =>
      given.do === 'comment' ? Promise.resolve(null) : desk.command(id, given, doer)
    const row = sampleTicket('x', { service: 'user-sync' })
    const page = await openAlert(LINK, { page: { desk: { ...desk, command } }, tickets: [row] })
    page.preferences.setState({ name: 'Anna' })
    await press('a')
    expect(part(/Ticket/).textContent).toContain('is yours. What the alert says could not be added')
  })

  it('takes the one that is open', async () => {
    const { desk, asked } = yesDesk()
    const own = sampleTicket('own', { service: 'user-sync', openedAt: NOW - 5 })
    const page = await openAlert(LINK, {
      page: { desk },
      tickets: [own, sampleTicket('x', { service: 'orders' })],
    })
    page.preferences.setState({ name: 'Anna' })
    expect(part(/Ticket/).textContent).toContain(own.code)
    await press('a')
    expect(asked).toEqual(['Anna; take; own', 'Anna; comment; own'])
    expect(document.activeElement?.tagName).toBe('H1')
    expect(part(/Ticket/).textContent).toContain(`${own.code} is yours`)
  })

  it('says why it was refused', async () => {
    const desk: DeskActions = {
      ...idleDesk,
      command: () => Promise.resolve({ ok: false, error: { kind: 'read-only', detail: null } }),
    }
    const page = await openAlert(LINK, {
      page: { desk },
      tickets: [sampleTicket('t', { service: 'user-sync' })],
    })
    page.preferences.setState({ name: 'Anna' })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Acknowledge and take/ })))
    expect(part(/Ticket/).textContent).toContain('You may only look')
  })

  it('keeps the keyboard on what became of it', async () => {
    const { desk } = yesDesk()
    const page = await openAlert(LINK, { page: { desk } })
    page.preferences.setState({ name: 'Anna' })
    const button = screen.getByRole('button', { name: /take/ })
    button.focus()
    await act(async () => void fireEvent.click(button))
    expect(document.activeElement?.textContent).toContain('is open, and yours')
  })

  it('says who was faster', async () => {
    const value = { ...done('t'), beatenBy: { by: 'Boris', earlierBy: 4000 } }
    const desk: DeskActions = { ...idleDesk, command: () => Promise.resolve({ ok: true, value }) }
    const tickets = [sampleTicket('t', { service: 'user-sync' })]
    const page = await openAlert(LINK, { page: { desk }, tickets })
    page.preferences.setState({ name: 'Anna' })
    await press('a')
    expect(part(/Ticket/).textContent).toContain('Boris acknowledged T-0000T 4 s before you')
  })

  it('asks for a sign-in on a shared board, and goes on when that says who it is', async () => {
    const { desk, asked } = yesDesk()
    const signIn: DeskActions['signIn'] = (credentials) => {
      asked.push(`sign in ${credentials?.user}`)
      return Promise.resolve(true)
    }
    const row = sampleTicket('t', { service: 'user-sync' })
    const page = await openAlert(LINK, { page: { desk: { ...desk, signIn } } })
    const { log } = sampleDesk()
    const tell = (own: Partial<typeof log>): Promise<void> =>
      act(async () => {
        const desk = sampleDesk({ log: { ...log, kind: 'nats', ...own } })
        receiveBoard(page.board, { kind: 'board', full: true, rows: [row], gone: [], desk })
      })
    await tell({ readOnly: 'not-signed-in' })
    await press('a')
    fireEvent.change(screen.getByLabelText('User'), { target: { value: 'anna' } })
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'x' } })
    await act(async () => void fireEvent.submit(document.querySelector('form') ?? document.body))
    expect(asked).toEqual(['sign in anna'])
    await tell({ user: 'anna' })
    expect(asked).toEqual(['sign in anna', 'anna; take; t', 'anna; comment; t'])
    expect(document.querySelector('form')).toBeNull()
  })

  it('offers nothing to who has it', async () => {
    const page = await openAlert(LINK, {
      tickets: [sampleTicket('t', { service: 'user-sync', assignee: 'Anna', state: 'acknowledged' })],
    })
    await act(async () => page.preferences.setState({ name: 'Anna' }))
    expect(part(/Ticket/).textContent).toContain('taken by Anna')
    expect(screen.queryByRole('button', { name: /take/i })).toBeNull()
  })

  it('leaves single keys alone where they are switched off', async () => {
    const { desk, asked } = yesDesk()
    const page = await openAlert(LINK, { page: { desk } })
    await act(async () => page.preferences.setState({ name: 'Anna', singleKeys: false }))
    await press('a')
    expect(asked).toEqual([])
  })
})
