import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { foldTicket } from '#src/domain/ticket/foldTicket.ts'
import { openedWith } from '#src/domain/ticket/testing/events.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { receiveBoard } from '#src/state/boardStore.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { sampleDesk, sampleTicket } from '#src/state/testing/sampleTicket.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { AlertScreen } from './AlertScreen.tsx'
import { done, yesDesk } from './testing/yesDesk.ts'

const ROWS = [
  sampleRow('user-sync', 'red', { reasons: [silentPod('user-sync-1')] }),
  sampleRow('orders'),
  sampleRow('orders-api'),
]

const LINK =
  'message=[user-sync-service] creating user: POST /api/users: 403&at=2024-11-21T07:12:00Z&priority=P2&pod=user-sync-2'

type Given = {
  readonly page?: Partial<TestScreen>
  readonly tickets?: readonly TicketRow[] | null
  readonly rows?: typeof ROWS
}

async function open(query: string, { page: own = {}, tickets = [], rows = ROWS }: Given = {}) {
  location.hash = `#/alert?${query.replaceAll('%', '%25')}`
  const page = testScreen(own)
  if (rows.length > 0) page.show(rows)
  if (tickets !== null) {
    const board = { kind: 'board', full: true, rows: tickets, gone: [], desk: sampleDesk() } as const
    receiveBoard(page.board, board)
  }
  await act(async () => void renderWith(page, <AlertScreen />))
  return page
}

const press = (key: string): Promise<void> =>
  act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }))

const part = (name: RegExp): HTMLElement => screen.getByRole('region', { name })

/** What stands behind a term. */
const fact = (name: string): string | null =>
  within(part(/What the alert says/)).getByText(name, { selector: 'dt' }).nextElementSibling?.textContent ??
  null

describe('the landing of an alert', () => {
  it('says what the alert says, begins at its heading, and shows the service as it is now', async () => {
    await open(LINK)
    const heading = screen.getByRole('heading', { level: 1 })
    expect(heading.textContent).toBe('Alert on user-sync')
    expect(document.activeElement).toBe(heading)
    expect(screen.getByRole('banner').textContent).toContain('creating user: POST /api/users answered 403')
    expect(fact('attempted')).toBe('creating user')
    expect(fact('failed because')).toBe('POST /api/users403')
    expect(fact('status')).toBe('403')
    expect(screen.getByRole('banner').textContent).toContain('Whoever asks is not allowed to')
    expect(fact('service')).toBe('user-sync, called user-sync-service by the alert')
    expect(fact('fired at')).toBe('08:12, 48 min ago')
    const now = part(/user-sync now: ACT/)
    expect(now.textContent).toContain('user-sync-1 does not answer')
    const [first] = within(within(now).getByRole('list', { name: 'Pods' })).getAllByRole('link')
    expect(first?.textContent).toContain('user-sync-2')
    expect(first?.getAttribute('href')).toBe('#/s/user-sync/p/user-sync-2?at=2024-11-21T07%3A12%3A00Z')
  })

  it('goes by labels through the mapping of the fleet', async () => {
    const alerts = { serviceLabels: ['component'], severities: { page: 1 } } as const
    const policies = () => Promise.resolve({ fleet: DEFAULT_POLICY, own: [], alerts })
    await open('filter={component="orders",service="user-sync"}&priority=page', { page: { policies } })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Alert on orders')
    expect(fact('priority')).toContain('P1')
  })

  it('offers the nearest names and all others where the fleet has none such', async () => {
    await open('service=ordres&message=x')
    const unknown = part(/There is no service ordres here/)
    expect(within(unknown).getByText(/Did you mean/).textContent).toContain('orders')
    fireEvent.change(within(unknown).getByLabelText('Find a service'), { target: { value: 'sync' } })
    const [found] = within(within(unknown).getByRole('list')).getAllByRole('link')
    expect(found?.getAttribute('href')).toBe('#/alert?service=user-sync&message=x')
    fireEvent.change(within(unknown).getByLabelText('Find a service'), { target: { value: 'zzz' } })
    expect(unknown.textContent).toContain('No service is called anything like “zzz”')
  })

  it.each([
    { name: 'nothing', query: '', says: 'Where alert links lead' },
    { name: 'nothing that is known', query: 'x=y&__proto__=z', says: 'Where alert links lead' },
    { name: 'only what cannot be read', query: 'at=soon', says: '“soon” is no moment' },
    { name: 'a message of nobody', query: 'message=late', says: 'The link names no service' },
  ])('is never blank: $name', async ({ query, says }) => {
    await open(query)
    expect(document.body.textContent).toContain(says)
  })

  it('says what the alert says while nothing is known of the fleet and the board', async () => {
    await open(LINK, { rows: [], tickets: null })
    expect(fact('attempted')).toBe('creating user')
    expect(document.body.textContent).toContain('Asking the watch for the fleet')
    expect(document.body.textContent).toContain('Asking for the tickets')
    expect(screen.queryByRole('button', { name: /take/i })).toBeNull()
  })
})

describe('taking its ticket', () => {
  it('does nothing by itself, and asks who it is before the first deed', async () => {
    const { desk, asked } = yesDesk()
    await open(LINK, { page: { desk } })
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

  it.each([
    { fingerprint: '0A1B', isFound: true },
    { fingerprint: '0a1c', isFound: false },
  ])('finds the ticket of $fingerprint by what opened it: $isFound', async ({ fingerprint, isFound }) => {
    const row = sampleTicket('x', { service: 'orders' })
    const whole = foldTicket([openedWith({ dedupKey: 'alertmanager|0a1b' })])
    if (whole === null) throw new Error('the ticket of this test is faulty')
    const detail = { row, ticket: whole, sending: {}, codes: {}, postmortem: '', postmortemDue: false }
    const ticket: DeskActions['ticket'] = (id) => Promise.resolve(id === 'x' ? detail : null)
    const given = {
      page: { desk: { ...idleDesk, ticket } },
      tickets: [sampleTicket('y', { service: 'mail' }), row],
    }
    await open(`${LINK}&fingerprint=${fingerprint}`, given)
    expect(part(/Ticket/).textContent.includes(row.code)).toBe(isFound)
  })

  it('takes the one that is open', async () => {
    const { desk, asked } = yesDesk()
    const own = sampleTicket('own', { service: 'user-sync', openedAt: NOW - 5 })
    const page = await open(LINK, {
      page: { desk },
      tickets: [own, sampleTicket('x', { service: 'orders' })],
    })
    page.preferences.setState({ name: 'Anna' })
    expect(part(/Ticket/).textContent).toContain(own.code)
    await press('a')
    expect(asked).toEqual(['Anna; take; own'])
    expect(document.activeElement?.tagName).toBe('H1')
    expect(part(/Ticket/).textContent).toContain(`${own.code} is yours`)
  })

  it('says why it was refused', async () => {
    const desk: DeskActions = {
      ...idleDesk,
      command: () => Promise.resolve({ ok: false, error: { kind: 'read-only', detail: null } }),
    }
    const page = await open(LINK, { page: { desk }, tickets: [sampleTicket('t', { service: 'user-sync' })] })
    page.preferences.setState({ name: 'Anna' })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Acknowledge and take/ })))
    expect(part(/Ticket/).textContent).toContain('You may only look')
  })

  it('keeps the keyboard on what became of it', async () => {
    const { desk } = yesDesk()
    const page = await open(LINK, { page: { desk } })
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
    const page = await open(LINK, { page: { desk }, tickets })
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
    const page = await open(LINK, { page: { desk: { ...desk, signIn } } })
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
    expect(asked).toEqual(['sign in anna', 'anna; take; t'])
    expect(document.querySelector('form')).toBeNull()
  })

  it('offers nothing to who has it', async () => {
    const page = await open(LINK, {
      tickets: [sampleTicket('t', { service: 'user-sync', assignee: 'Anna', state: 'acknowledged' })],
    })
    await act(async () => page.preferences.setState({ name: 'Anna' }))
    expect(part(/Ticket/).textContent).toContain('taken by Anna')
    expect(screen.queryByRole('button', { name: /take/i })).toBeNull()
  })

  it('leaves single keys alone where they are switched off', async () => {
    const { desk, asked } = yesDesk()
    const page = await open(LINK, { page: { desk } })
    await act(async () => page.preferences.setState({ name: 'Anna', singleKeys: false }))
    await press('a')
    expect(asked).toEqual([])
  })
})
