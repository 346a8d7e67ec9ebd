import { act, fireEvent, screen, within } from '@testing-library/react'
import type { Pin } from '#src/domain/ticket/pin.ts'
import { decide } from '#src/domain/ticket/decide.ts'
import { eventOf, NOW, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import { chartPin, logPin } from '#src/domain/ticket/testing/pins.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import type { Why } from '#src/domain/ticket/why.ts'
import { PinButton } from '#src/features/drill/why/PinButton.tsx'
import { WhyTray } from '#src/features/drill/why/WhyTray.tsx'
import { receiveBoard } from '#src/state/boardStore.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { memoryStorage, testScreen, type TestScreen } from '#src/state/testing/testScreen.ts'

/** A page over one ticket's log. */
export type Rig = {
  readonly page: TestScreen
  readonly events: TicketEvent[]
  /** Sends the board as it is. */
  readonly show: () => void
  readonly whys: () => readonly Why[]
}

/** For tests: somebody saves whys. */
export const written = (whys: readonly Why[], id: string, markdown = ''): TicketEvent =>
  eventOf('postmortem', { whys, markdown }, { id, at: NOW })

/** One ticket over the real rules, once it is opened. */
export function rig(...given: readonly TicketEvent[]): Rig {
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

export const CHART = chartPin()
export const LOG = logPin()

/** Draws the tray under some evidence, each with its pin button. */
export async function draw({ page, show }: Rig, pins: readonly Pin[] = [CHART, LOG]): Promise<void> {
  show()
  await act(async () => {
    renderWith(
      page,
      <main>
        {pins.map((pin) => (
          <figure key={pin.text} aria-label={pin.text}>
            <a href="#/x">{pin.kind}</a>
            <input type="range" aria-label={`${pin.kind}: point in time`} />
            <PinButton service="orders" pin={() => pin} what={pin.kind} />
          </figure>
        ))}
        <WhyTray service="orders" />
      </main>,
    )
  })
}

// Roles are worked out of computed styles, which takes jsdom long: what is asked often is asked by its label.
export const tray = () => within(screen.getByLabelText('Five whys', { selector: 'section' }))
export const said = (): string => document.querySelector('output')?.textContent ?? ''
const nameOf = (button: Element): string => button.getAttribute('aria-label') ?? button.textContent
const button = (name: string | RegExp): Element => {
  const named = [...document.querySelectorAll('button')].filter((one) =>
    typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)),
  )
  const [found] = named
  if (found === undefined || named.length > 1) throw new Error(`${named.length} buttons: ${name}`)
  return found
}
export const click = (name: string | RegExp): Promise<void> =>
  act(async () => void fireEvent.click(button(name)))
export const bar = (): HTMLElement => tray().getByText('Five whys').closest('button') ?? document.body
export const answer = (n: number) => tray().getByLabelText<HTMLInputElement>(`Why ${n}`)
export const write = (n: number, value: string): void => {
  fireEvent.focus(answer(n))
  fireEvent.change(answer(n), { target: { value } })
}
export const key = (name: string, on: Element = document.body): Promise<void> =>
  act(async () => void fireEvent.keyDown(on, { key: name }))
