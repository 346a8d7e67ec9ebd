import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Pin } from '#src/domain/ticket/pin.ts'
import { decide } from '#src/domain/ticket/decide.ts'
import { eventOf, NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import { chartPin, logPin } from '#src/domain/ticket/testing/pins.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import type { Why } from '#src/domain/ticket/why.ts'
import { receiveBoard } from '#src/state/boardStore.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { memoryStorage, testScreen, type TestScreen } from '#src/state/testing/testScreen.ts'
import { PinButton } from './PinButton.tsx'
import { WhyTray } from './WhyTray.tsx'

type Rig = {
  readonly page: TestScreen
  readonly events: TicketEvent[]
  /** Sends the board as it is. */
  readonly show: () => void
  readonly whys: () => readonly Why[]
}

const written = (whys: readonly Why[], id: string, markdown = ''): TicketEvent =>
  eventOf('postmortem', { whys, markdown }, { id, at: NOW })

/** One ticket over the real rules, once it is opened. */
function rig(...given: readonly TicketEvent[]): Rig {
  const events = [...given]
  const storage = memoryStorage()
  const ticket = () => ticketOf(...events)
  const row = () =>
    ticketRowOf(
      ticket(),
      { codeOf: (id) => id, sending: 'saved', signalUnknown: false, automatic: true },
      NOW,
    )
  const desk: DeskActions = {
    ...idleDesk,
    ticket: (asked) =>
      Promise.resolve(
        events.length === 0 || asked !== ticket().id
          ? null
          : {
              row: row(),
              ticket: ticket(),
              sending: {},
              codes: {},
              postmortem: '# made',
              postmortemDue: false,
            },
      ),
    command: (id, command, { by }) => {
      let made = 0
      const newId = (): string => `made${events.length}-${made++}`
      const decided = decide(command, ticket(), { by, now: NOW + events.length, newId, tickets: new Map() })
      if (!decided.ok) return Promise.resolve(decided)
      events.push(...decided.value)
      show()
      return Promise.resolve({ ok: true, value: { ticket: id, undo: null, beatenBy: null, silence: null } })
    },
    open: ({ title, service }, by) => {
      events.push(openedWith({ title, service, source: 'hand' }, { actor: by }))
      show()
      return Promise.resolve({ ok: true, value: { ticket: 't1', undo: null, beatenBy: null, silence: null } })
    },
  }
  const page = testScreen({ desk, storage })
  const show = (): void =>
    receiveBoard(page.board, {
      kind: 'board',
      full: true,
      rows: events.length === 0 ? [] : [row()],
      gone: [],
      desk: sampleDesk(),
    })
  return { page, events, show, whys: () => ticket().whys }
}

const CHART = chartPin()
const LOG = logPin()

async function draw({ page, show }: Rig, pins: readonly Pin[] = [CHART, LOG]): Promise<void> {
  show()
  await act(async () => {
    renderWith(
      page,
      <main>
        {pins.map((pin) => (
          <figure key={pin.text} aria-label={pin.text}>
            <a href="#/x">{pin.kind}</a>
            <PinButton service="orders" pin={() => pin} what={pin.kind} />
          </figure>
        ))}
        <WhyTray service="orders" />
      </main>,
    )
  })
}

const tray = () => within(screen.getByRole('region', { name: 'Five whys' }))
const said = (): string => tray().getByRole('status').textContent
const click = (name: string | RegExp): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const bar = () => tray().getByRole('button', { name: /^Five whys/ })
const answer = (n: number) => tray().getByRole<HTMLInputElement>('textbox', { name: `Why ${n}` })
const write = (n: number, value: string): void => {
  fireEvent.focus(answer(n))
  fireEvent.change(answer(n), { target: { value } })
}
const key = (name: string, on: Element = document.body): Promise<void> =>
  act(async () => void fireEvent.keyDown(on, { key: name }))

let board: Rig

beforeEach(() => {
  board = rig()
  board.page.preferences.setState({ name: 'Anna' })
})

describe('the tray of five whys', () => {
  it('takes pins to the answer that is written at, and says so', async () => {
    await draw(board)
    expect(bar().textContent).toContain('nothing yet')
    await click(/five whys: chart$/)
    expect(said()).toBe('Pinned to why 1.')
    await click(/five whys: chart$/)
    expect(said()).toBe('It is pinned to why 1 already.')
    expect(bar().textContent).toContain('0 answers, 1 pin')
    await key('w')
    expect(document.activeElement).toBe(answer(1))
    write(2, 'nobody looked')
    await click(/five whys: log$/)
    expect(said()).toBe('Pinned to why 2.')
    const pins = tray().getByRole('list', { name: 'Pinned to why 2' })
    expect(pins.textContent).toContain(LOG.text)
    expect(within(pins).getByRole('link').getAttribute('href')).toBe(LOG.link)
    expect(tray().getByRole('list', { name: 'Pinned to why 1' }).querySelector('svg')).not.toBeNull()
    expect(bar().textContent).toContain('1 answer, 2 pins')
  })

  it('answers p where the keyboard stands beside one pin button, and nowhere else', async () => {
    await draw(board)
    screen.getByRole('link', { name: 'log' }).focus()
    await key('p', document.activeElement ?? document.body)
    expect(said()).toBe('Pinned to why 1.')
    expect(bar().textContent).toContain('1 pin')
    bar().focus()
    await key('p', bar())
    expect(bar().textContent).toContain('1 pin')
    await key('w')
    await key('p', answer(1))
    expect(bar().textContent).toContain('1 pin')
    act(() => board.page.preferences.setState({ singleKeys: false }))
    screen.getByRole('link', { name: 'chart' }).focus()
    await key('p', document.activeElement ?? document.body)
    expect(bar().textContent).toContain('1 pin')
  })

  it('moves pins and takes them off, and keeps the keyboard in their row', async () => {
    await draw(board)
    await click(/five whys: log$/)
    await key('w')
    await click(/^Move to why 2/)
    expect(document.activeElement).toBe(answer(1))
    expect(tray().getByRole('list', { name: 'Pinned to why 2' })).toBeDefined()
    await click(/^Take off/)
    expect(document.activeElement).toBe(answer(2))
    expect(bar().textContent).toContain('nothing yet')
    await key('Escape', answer(2))
    expect(document.activeElement).toBe(bar())
    expect(tray().queryByRole('textbox')).toBeNull()
  })

  it('is there again after a reload, without a ticket', async () => {
    await draw(board)
    await click(/five whys: log$/)
    const later = rig()
    const again = testScreen({ desk: later.page.desk, storage: board.page.storage })
    await act(async () => void renderWith(again, <WhyTray service="orders" />))
    expect(screen.getAllByText('0 answers, 1 pin')).toHaveLength(2)
  })

  it('shows what a pod says as text', async () => {
    const text = '<img src=x onerror=alert(1)>'
    await draw(board, [logPin({ text, link: 'javascript:alert(1)' })])
    await click(/five whys: log$/)
    await key('w')
    const pins = tray().getByRole('list', { name: 'Pinned to why 1' })
    expect(pins.textContent).toContain(text)
    expect(pins.querySelector('img, a')).toBeNull()
  })
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
    await click('Save into T-T1')
    expect(said()).toBe('Saved into T-T1.')
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
    await click('Open a ticket with these')
    expect(said()).toBe('The ticket is open, with these whys.')
    expect(board.whys()).toEqual([{ answer: 'no right to create', evidence: '', pins: [LOG] }])
    expect(board.page.preferences.getState().name).toBe('Boris')
    expect(tray().getByRole('link', { name: /T-T1: see/ })).toBeDefined()
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
