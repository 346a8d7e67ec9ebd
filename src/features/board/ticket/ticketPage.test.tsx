import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { drawOver, liveDesk, type LiveDesk } from '#src/features/board/testing/liveDesk.ts'
import { eventOf } from '#src/domain/ticket/testing/events.ts'
import { minutes } from '#src/domain/time/units.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { TicketScreen } from './TicketScreen.tsx'

let desk: LiveDesk

beforeEach(() => {
  desk = liveDesk()
  desk.page.preferences.setState({ name: 'Anna' })
})

/** Opens the page of a ticket, by its code or id. */
async function draw(name: string): Promise<void> {
  history.replaceState(null, '', `/#/t/${name}`)
  desk.show()
  await act(async () => drawOver(desk, TicketScreen))
}

const log = (): string => screen.getByRole('region', { name: 'Log' }).textContent
const press = (key: string): Promise<void> => act(async () => void fireEvent.keyDown(document.body, { key }))

describe('the page of a ticket', () => {
  it('tells its facts, its log and both clocks, and acts by the keys of the board', async () => {
    desk.open('AAAAA', minutes(3), { links: [{ label: 'Runbook', url: 'https://example.com/r' }] })
    await draw('t-aaaaa')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('AAAAA fails')
    expect(screen.getByRole('region', { name: 'Clocks' }).textContent).toContain('27:00 left')
    expect(screen.getByRole('link', { name: /Runbook/ }).getAttribute('href')).toBe('https://example.com/r')
    expect(log()).toContain('opened by a check of this dashboard as P2')
    await press('t')
    expect(log()).toContain('acknowledged it')
    expect(screen.getByRole('region', { name: 'Facts' }).textContent).toContain('ownerAnna')
  })

  it('shows what others write as text, and what was taken out as that', async () => {
    desk.open('AAAAA')
    await draw('AAAAA')
    const text = '<img src=x onerror=alert(1)>'
    await act(async () =>
      desk.add(eventOf('commented', { text }, { ticket: 'AAAAA', actor: 'boris', at: NOW, id: 'c1' })),
    )
    expect(log()).toContain(text)
    await act(async () => desk.add(eventOf('redacted', { event: 'c1' }, { ticket: 'AAAAA', at: NOW + 1 })))
    expect(log()).not.toContain('onerror')
    expect(log()).toContain('This entry was taken out.')
  })

  it('sends a comment, and the whys with the text of the post-mortem', async () => {
    desk.open('AAAAA')
    await draw('AAAAA')
    const box = screen.getByLabelText('Your comment')
    fireEvent.change(box, { target: { value: 'looking' } })
    await act(async () => void fireEvent.submit(box))
    expect(log()).toContain('looking')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your comment').value).toBe('')

    fireEvent.change(screen.getByLabelText('Why 1'), { target: { value: 'the disk was full' } })
    fireEvent.change(screen.getByLabelText('What shows it, 1'), { target: { value: 'df' } })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Save the whys/ })))
    expect(desk.ticket('AAAAA').whys).toEqual([{ answer: 'the disk was full', evidence: 'df' }])
    expect(screen.getByLabelText<HTMLTextAreaElement>('Markdown').value).toBe('# T-AAAAA')
  })

  it('says that a code is nobody’s, and which one was meant', async () => {
    desk.open('AAAAA')
    await draw('T-AAAAB')
    const page = within(screen.getByRole('main'))
    expect(page.getByRole('heading', { name: 'There is no ticket T-AAAAB' })).toBeDefined()
    expect(page.getByRole('link', { name: 'T-AAAAA' }).getAttribute('href')).toBe('#/t/T-AAAAA')
  })
})
