import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { LINK, openAlert, part } from './testing/alertRig.tsx'

/** What stands behind a term. */
const fact = (name: string): string | null =>
  within(part(/What the alert says/)).getByText(name, { selector: 'dt' }).nextElementSibling?.textContent ??
  null

describe('the landing of an alert', () => {
  it('says what the alert says, begins at its heading, and shows the service as it is now', async () => {
    await openAlert(LINK)
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
    await openAlert('filter={component="orders",service="user-sync"}&priority=page', { page: { policies } })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Alert on orders')
    expect(fact('priority')).toContain('P1')
  })

  it('offers the nearest names and all others where the fleet has none such', async () => {
    await openAlert('service=ordres&message=x')
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
    await openAlert(query)
    expect(document.body.textContent).toContain(says)
  })

  it('says what the alert says while nothing is known of the fleet and the board', async () => {
    await openAlert(LINK, { rows: [], tickets: null })
    expect(fact('attempted')).toBe('creating user')
    expect(document.body.textContent).toContain('Asking the watch for the fleet')
    expect(document.body.textContent).toContain('Asking for the tickets')
    expect(screen.queryByRole('button', { name: /take/i })).toBeNull()
  })
})
