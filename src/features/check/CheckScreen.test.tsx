import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { dialog, drawCheck, here, part, press, send } from './testing/checkPage.tsx'
import { EVENING, sampleSignOff } from './testing/sampleCheck.ts'

const walk = (): string => part('check-walk')
const focused = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset['item'] : undefined

describe('what changed', () => {
  it('stands under its headings, and what was well in a sentence', async () => {
    await drawCheck()
    expect(part('check-act')).toContain('Act now 2orders')
    expect(part('check-recovered')).toContain('billing')
    expect(screen.getByText(/1 service well all the time/)).toBeDefined()
  })

  it('says that this is the first check, and no streak', async () => {
    await drawCheck({ log: { signOffs: [] } })
    expect(screen.getByText(/No check was signed before: this one looks back to/)).toBeDefined()
    expect(screen.getByText('No check was signed off yet.')).toBeDefined()
  })

  it('tells a gap, and never a quiet night over it', async () => {
    const gap = { from: NOW - minutes(90), to: NOW - minutes(50) }
    await drawCheck({
      night: {
        gaps: [gap],
        watched: [
          { from: EVENING, to: gap.from },
          { from: gap.to, to: NOW },
        ],
      },
    })
    expect(screen.getByText(/Nobody watched 07:30–08:10 \(40 min\)/)).toBeDefined()
    expect(screen.getByText(/1 service well whenever it was seen/)).toBeDefined()
  })
})

describe('the walk', () => {
  it('goes by key from matter to matter, with the keyboard on its row', async () => {
    await drawCheck()
    expect(here()).toBe('orders')
    await press('j')
    expect([here(), focused()]).toEqual(['payments', 's/payments'])
    await press('k')
    expect([here(), focused()]).toEqual(['orders', 's/orders'])
  })

  it('marks by key, goes on to what nobody has decided, and takes back', async () => {
    await drawCheck()
    await press('s')
    expect([here(), focused()]).toEqual(['payments', 's/payments'])
    expect(walk()).toContain('1 of 3 looked at')
    await press('k', 'u')
    expect(walk()).toContain('0 of 3 looked at')
  })

  it('keeps a note with every stroke, also while others are looked at', async () => {
    const { signed } = await drawCheck()
    await press('e')
    const note = screen.getByLabelText('Note')
    expect(document.activeElement).toBe(note)
    fireEvent.change(note, { target: { value: 'called the provider' } })
    await press('Escape')
    expect(focused()).toBe('s/orders')
    await press('j', 'k', 's', 'o')
    await send()
    expect(signed[0]?.marks.map(({ item, note }) => [item, note])).toEqual([
      ['s/orders', 'called the provider'],
    ])
  })

  it('watches until the moment that was chosen', async () => {
    const { signed } = await drawCheck()
    await press('w')
    expect(dialog()).toContain('Watch orders until …')
    await send()
    expect(here()).toBe('payments')
    await press('o')
    await send()
    expect(signed[0]?.marks[0]?.until).toEqual({ kind: 'time', at: Date.parse('2024-11-21T14:00+01:00') })
  })

  it('opens a ticket and takes it, and says so', async () => {
    const ok = { ok: true, value: { ticket: 'TTTTT', undo: null, beatenBy: null, silence: null } } as const
    await drawCheck({ actions: { open: () => Promise.resolve(ok), command: () => Promise.resolve(ok) } })
    await press('t')
    await send()
    expect(walk()).toContain('is open and yours')
    expect(walk()).toContain('1 of 3 looked at')
  })

  it('leaves single keys alone where they are switched off', async () => {
    const { page } = await drawCheck()
    act(() => page.preferences.setState({ singleKeys: false }))
    await press('s')
    expect(walk()).toContain('0 of 3 looked at')
  })
})

describe('signing off', () => {
  it('asks once where something was not looked at, then shows the report', async () => {
    const { signed } = await drawCheck()
    await press('s', 'o')
    expect(dialog()).toContain('2 matters not looked at: payments, billing. Sign anyway?')
    await send()
    expect(signed).toHaveLength(1)
    expect(await screen.findByText(/^Signed off by Boris, 09:00/)).toBeDefined()
  })

  const FILLS = [
    { name: 'still asked', night: { filling: true }, says: 'Prometheus is still being asked' },
    {
      name: 'not heard',
      night: { fillFault: 'timed out' },
      says: 'could not tell what nobody watched: timed out',
    },
  ]
  it.each(FILLS)('says what of the night is not known yet: Prometheus is $name', async ({ night, says }) => {
    await drawCheck({ night })
    await press('o')
    expect(dialog()).toContain(says)
  })

  it('asks for a name first where none is known', async () => {
    const { page } = await drawCheck({ name: '' })
    await press('o')
    fireEvent.change(screen.getByLabelText(/^Your name/), { target: { value: 'Anna Müller' } })
    await send()
    expect(dialog()).toContain('Sign off the morning check')
    expect(page.preferences.getState().name).toBe('Anna Müller')
  })

  it('does not sign what somebody who may only look sees, and says why', async () => {
    const log = { ...sampleDesk().log, readOnly: 'by-page' } as never
    const { signed } = await drawCheck({ desk: { log } })
    await press('o')
    expect(dialog()).toBe('')
    expect(walk()).toContain('may only look, so it cannot sign off')
    expect(signed).toEqual([])
  })

  it('does not sign while the watch is silent', async () => {
    const { page, signed } = await drawCheck()
    act(() => page.say({ kind: 'beat', at: NOW, holdsUntil: null, fault: null }))
    await press('o')
    expect(signed).toEqual([])
    expect(screen.getByText('The watch fell silent: what is shown is not the present')).toBeDefined()
  })

  it('says that somebody else signed, and looks on from where it was opened', async () => {
    const { say, page } = await drawCheck()
    say({
      signOffs: [sampleSignOff({ id: 'C'.repeat(26), at: NOW - seconds(5), by: 'Chen' }), sampleSignOff()],
    })
    await act(async () => page.board.setState({ rows: new Map() }))
    expect(await screen.findByText(/Chen signed a check/)).toBeDefined()
    expect(part('check-act')).toContain('Act now 2')
  })
})
