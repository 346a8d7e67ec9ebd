import { act, fireEvent, screen as dom, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import type { Desk } from '#src/state/boardStore.ts'
import type { Screen } from '#src/state/screen.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { StorePanel } from './StorePanel.tsx'

type CheckStore = Screen['desk']['checkStore']

const NATS = { ...sampleDesk().log, kind: 'nats', lastSyncAt: NOW, user: 'anna' } as const

/** Draws the panel over a log that stands so. */
function draw(log: Desk['log'], checkStore: CheckStore = idleDesk.checkStore): void {
  const page = testScreen({ desk: { ...idleDesk, checkStore } })
  page.board.setState({ desk: sampleDesk({ log }) })
  renderWith(page, <StorePanel />)
}

const press = (name: string) => act(async () => void fireEvent.click(dom.getByRole('button', { name })))

const missingRight: CheckStore = async () => [
  { name: 'reach', outcome: 'passed', detail: 'wss://nats.test' },
  {
    name: 'write',
    outcome: 'failed',
    detail: 'Permissions Violation for Publish to "tk.shop.probe.anna.probe"',
  },
  { name: 'write-as-others', outcome: 'skipped', detail: '' },
]

describe('the ticket store', () => {
  it('is waited for', () => {
    renderWith(testScreen(), <StorePanel />)
    expect(dom.getByText(englishReach.store.loading)).toBeDefined()
  })

  it.each([
    { log: sampleDesk().log, says: ['this browser', 'wss://nats.example.com'] },
    { log: { ...sampleDesk().log, kind: 'memory' }, says: ['this tab only', 'before you close it'] },
    {
      log: { ...NATS, pending: 3, skew: minutes(7) },
      says: ['anna', '3 entries', '7 min behind', 'may read and'],
    },
    { log: { ...NATS, user: null, readOnly: 'not-signed-in' }, says: ['nobody', 'Sign in on the board'] },
    { log: { ...NATS, readOnly: 'no-right' }, says: ['may read only'] },
    {
      log: { ...NATS, online: false, fault: { kind: 'unreachable', detail: 'closed' } },
      says: ['does not answer: closed'],
    },
  ] as const)('tells how it is: $says', ({ log, says }) => {
    draw(log)
    for (const words of says) expect(dom.getByRole('region').textContent).toContain(words)
  })

  it('is tested, and names the right that is missing', async () => {
    draw(NATS, missingRight)
    await press('Test connection')
    const checks = within(dom.getByRole('list', { name: 'Test connection' }))
    const outcomes = checks.getAllByText(/^(passed|FAILED|not tried)$/).map(({ textContent }) => textContent)
    expect(outcomes).toEqual(['passed', 'FAILED', 'not tried'])
    expect(dom.getByText('publish: { allow: ["tk.shop.probe.anna.probe"] }')).toBeDefined()
    expect(dom.getByText('One thing is to be mended.')).toBeDefined()
  })

  it('that nobody can ask says so', async () => {
    draw(NATS)
    await press('Test connection')
    expect(dom.getByText(englishReach.store.notNow)).toBeDefined()
  })
})
