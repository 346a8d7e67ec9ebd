import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import { gatedDesk } from '#src/state/testing/gatedDesk.ts'
import {
  answer,
  bar,
  CHART,
  click,
  draw,
  key,
  LOG,
  type Rig,
  rig,
  said,
  tray,
  write,
  written,
} from './testing/whyRig.tsx'

let board: Rig

const title = () => tray().getByLabelText<HTMLInputElement>('What is wrong')

beforeEach(() => {
  board = rig()
  board.page.preferences.setState({ name: 'Anna' })
})

describe('five whys and tickets', () => {
  it('go into the ticket of the service, and leave the text of its post-mortem', async () => {
    board = rig(openedWith(), written([], 'text', '# ours'))
    board.page.preferences.setState({ name: 'Anna' })
    await draw(board)
    await click(/five whys: chart$/)
    await key('w')
    write(1, 'the pool was full')
    expect(bar().textContent).toContain('not saved in T-T1 yet')
    screen.getByRole('button', { name: 'Save into T-T1' }).focus()
    await click('Save into T-T1')
    expect(said()).toBe('Saved into T-T1.')
    expect(document.activeElement).toBe(bar())
    expect(board.whys()).toEqual([{ answer: 'the pool was full', evidence: '', pins: [CHART] }])
    expect(ticketOf(...board.events).postmortem).toBe('# ours')
    expect(bar().textContent).toContain('saved in T-T1')
    expect(
      tray()
        .getByRole('link', { name: /T-T1: see/ })
        .getAttribute('href'),
    ).toBe('#/t/T-T1')
    expect(board.page.storage.read('morning-check/whys')).toBeNull()
  })

  it('begin with what the ticket has', async () => {
    board = rig(openedWith(), written([{ answer: 'theirs', evidence: 'df' }], 'first'))
    board.page.preferences.setState({ name: 'Anna' })
    await draw(board)
    await key('w')
    expect(answer(1).value).toBe('theirs')
    write(2, 'mine')
    await click('Save into T-T1')
    expect(board.whys()).toEqual([
      { answer: 'theirs', evidence: 'df' },
      { answer: 'mine', evidence: '' },
    ])
  })

  it.each([
    { choice: /^Keep mine/, after: 'mine', saved: 'mine' },
    { choice: /^Throw mine away/, after: 'newer', saved: 'newer' },
  ])('are not overwritten when they changed meanwhile: $choice', async ({ choice, after, saved }) => {
    board = rig(openedWith(), written([{ answer: 'theirs', evidence: '' }], 'first'))
    board.page.preferences.setState({ name: 'Anna' })
    await draw(board)
    await key('w')
    write(1, 'mine')
    // Somebody else saves, and this page was not told yet.
    board.events.push({ ...written([{ answer: 'newer', evidence: '' }], 'second'), at: NOW + 1 })
    await click('Save into T-T1')
    expect(board.whys()[0]?.answer).toBe('newer')
    expect(tray().getByRole('alert').textContent).toContain('Somebody changed the five whys of T-T1')
    expect(tray().getByRole('alert').textContent).toContain('newer')
    await click(choice)
    expect(answer(1).value).toBe(after)
    const save = tray().queryByRole('button', { name: 'Save into T-T1' })
    if (save !== null) await act(async () => void fireEvent.click(save))
    expect(board.whys()[0]?.answer).toBe(saved)
  })

  it('open a ticket where there is none, under the name that is asked for', async () => {
    board = rig()
    await draw(board)
    await click(/five whys: log$/)
    await key('w')
    write(1, 'no right to create')
    expect(tray().getByRole<HTMLInputElement>('textbox', { name: 'What is wrong' }).value).toBe(
      'orders: no right to create',
    )
    fireEvent.change(screen.getByLabelText(/Your name/), { target: { value: ' Boris ' } })
    screen.getByLabelText(/Your name/).focus()
    await click('Open a ticket with these')
    expect(said()).toBe('The ticket is open, with these whys.')
    expect(document.activeElement).toBe(bar())
    expect(board.whys()).toEqual([{ answer: 'no right to create', evidence: '', pins: [LOG] }])
    expect(board.page.preferences.getState().name).toBe('Boris')
    expect(tray().getByRole('link', { name: /T-T1: see/ })).toBeDefined()
  })

  it('are not lost when they are written while the others are being saved', async () => {
    board = rig(openedWith())
    board.page.preferences.setState({ name: 'Anna' })
    const gated = gatedDesk(board.page.desk)
    Object.assign(board.page, { desk: gated.desk })
    await draw(board)
    await key('w')
    write(1, 'the pool was full')
    await click('Save into T-T1')
    write(2, 'nobody looked')
    await act(async () => gated.letGo())
    expect(board.whys()).toEqual([{ answer: 'the pool was full', evidence: '' }])
    expect(answer(2).value).toBe('nobody looked')
    expect(bar().textContent).toContain('not saved in T-T1 yet')
    await click('Save into T-T1')
    expect(board.whys()[1]?.answer).toBe('nobody looked')
  })

  it('keep the title that somebody wrote, whatever else they write', async () => {
    board = rig()
    board.page.preferences.setState({ name: 'Anna' })
    await draw(board)
    await key('w')
    write(1, 'no right to create')
    fireEvent.change(title(), { target: { value: 'Mine' } })
    write(1, 'no right to create users')
    expect(title().value).toBe('Mine')
    await key('Escape', answer(1))
    await key('w')
    expect(title().value).toBe('Mine')
    await click('Open a ticket with these')
    expect(ticketOf(...board.events).title).toBe('Mine')
  })

  it('stay where they are when they are refused', async () => {
    board = rig(openedWith())
    await draw({
      ...board,
      page: Object.assign(board.page, {
        desk: {
          ...board.page.desk,
          command: () => Promise.resolve({ ok: false, error: { kind: 'no-name' } }),
        },
      }),
    })
    await key('w')
    write(1, 'mine')
    fireEvent.change(screen.getByLabelText(/Your name/), { target: { value: 'Anna' } })
    await click('Save into T-T1')
    await act(() => import('#src/domain/wording/refusalWords.ts'))
    expect(said()).toBe('Say who you are first.')
    expect(answer(1).value).toBe('mine')
  })

  it('are thrown away when a person says so', async () => {
    await draw(board)
    await click(/five whys: log$/)
    await key('w')
    await click('Throw away what is not saved')
    expect(bar().textContent).toContain('nothing yet')
    expect(board.page.storage.read('morning-check/whys')).toBeNull()
  })
})
