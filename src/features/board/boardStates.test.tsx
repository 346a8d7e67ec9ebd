import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { BoardScreen } from './BoardScreen.tsx'
import { drawn, fill, press, said, send } from './testing/hands.ts'
import { drawOver, liveDesk, type LiveDesk } from './testing/liveDesk.ts'

let desk: LiveDesk

beforeEach(() => {
  desk = liveDesk()
})

function draw(): void {
  desk.show()
  drawOver(desk, BoardScreen)
}

const signedInAs = (name: string): void => desk.page.preferences.setState({ name })

describe('what the board says of itself', () => {
  const shared = sampleDesk().log
  const rows = [
    { name: 'kept here', log: shared, expected: 'saved in this browser' },
    {
      name: 'shared',
      log: { ...shared, kind: 'nats', user: 'anna', pending: 3 } as const,
      expected: 'shared, 3 waiting',
    },
    {
      name: 'a clock that is off',
      log: { ...shared, kind: 'nats', user: 'anna', skew: minutes(-7) } as const,
      expected: 'your clock is 7 min ahead',
    },
  ]
  it.each(rows)('$name', ({ log, expected }) => {
    drawOver(desk, BoardScreen)
    act(() => desk.show({ log }))
    expect(screen.getByRole('banner').textContent).toContain(expected)
  })

  it('says on request when a hypercare may end', () => {
    drawOver(desk, BoardScreen)
    const exit = [
      { kind: 'none-urgent', met: false, open: 1 },
      { kind: 'owner', met: null },
    ] as const
    act(() => desk.show({ hypercare: [{ of: 'search', to: 60_000, reason: 'new index', exit }] }))
    fireEvent.click(screen.getByRole('button', { name: /hypercare: search until/ }))
    const dialog = screen.getByRole('dialog', { name: 'Hypercare of search' })
    expect(dialog.textContent).toContain('not yetno P1 or P2 is open: 1 is')
    expect(dialog.textContent).toContain('not known herewhoever is responsible for it agrees')
  })

  it('asks for a sign-in before something is done, and goes on when somebody is signed in', async () => {
    desk.open('AAAAA')
    drawOver(desk, BoardScreen)
    const nats = { ...shared, kind: 'nats', readOnly: 'not-signed-in' } as const
    act(() => desk.show({ log: nats }))
    await press('j')
    await press('a')
    expect(screen.getByRole('dialog', { name: 'Sign in to the shared board' })).toBeDefined()
    await act(async () => desk.show({ log: { ...nats, readOnly: false, user: 'anna' } }))
    expect(screen.queryByRole('dialog', { name: 'Sign in to the shared board' })).toBeNull()
    expect(desk.done).toEqual(['anna: acknowledge'])
  })

  it('says who was faster', () => {
    desk.open('AAAAA')
    draw()
    act(() =>
      desk.page.board.setState({
        beaten: { kind: 'beaten', ticket: 'AAAAA', code: 'T-AAAAA', by: 'Anna', earlierBy: 400 },
      }),
    )
    expect(said()).toContain('Anna acknowledged T-AAAAA 400 ms before you')
  })

  it('says that there is nothing open, and what the last one was', async () => {
    signedInAs('Anna')
    desk.open('AAAAA')
    draw()
    await press('j')
    await press('r')
    await send()
    expect(screen.getByRole('main').textContent).toContain('The last one was T-AAAAA, resolved 09:00.')
  })

  it('says how long it waits for the watch', () => {
    drawOver(desk, BoardScreen)
    expect(screen.getByRole('banner').textContent).toContain('Opening the board')
    act(() => desk.page.wait(seconds(12)))
    expect(screen.getByRole('banner').textContent).toContain('has not answered for 12 s')
  })
})

const marks = (): string => document.querySelector('article')?.textContent ?? ''

describe('people', () => {
  it('are called by their names, whatever token stands in the log', async () => {
    signedInAs('Anna Müller')
    desk.open('AAAAA')
    draw()
    await press('j')
    await press('a')
    expect(desk.ticket('AAAAA').ack?.by).toBe('Anna-Muller')
    expect(marks()).toContain('by Anna Müller')
    await press('o')
    fill('Person or project', 'Anna Müller')
    await send()
    expect(marks()).not.toContain('by Anna')
    fireEvent.click(screen.getByRole('button', { name: 'Mine' }))
    expect(drawn()).toEqual(['AAAAA'])
  })
})

describe('filters', () => {
  it('show what one searches, and what nobody has', async () => {
    signedInAs('Anna')
    desk.open('AAAAA', minutes(2))
    desk.open('BBBBB', minutes(1))
    draw()
    await press('j')
    await press('t')
    fireEvent.click(screen.getByRole('button', { name: 'Nobody’s' }))
    expect(drawn()).toEqual(['BBBBB'])
    await press('Escape')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'aaaaa FAILS' } })
    expect(drawn()).toEqual(['AAAAA'])
  })

  it('show a wall what is urgent, and counts of all', () => {
    desk.open('AAAAA', minutes(2), { priority: 5 })
    desk.open('BBBBB')
    history.replaceState(null, '', '/#/board?only=urgent')
    draw()
    expect(drawn()).toEqual(['BBBBB'])
    expect(screen.getByRole('list', { name: 'Tickets' }).textContent).toContain('2 open')
  })
})
