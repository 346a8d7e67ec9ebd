import { createElement, type ReactElement } from 'react'
import { decide } from '#src/domain/ticket/decide.ts'
import { foldTicket } from '#src/domain/ticket/foldTicket.ts'
import type { Ticket } from '#src/domain/ticket/ticket.ts'
import { eventOf, openedWith } from '#src/domain/ticket/testing/events.ts'
import type { TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import { ticketRowOf } from '#src/domain/ticket/ticketRowOf.ts'
import { ulid } from '#src/domain/ticket/ulid.ts'
import { undoOf } from '#src/domain/ticket/undoOf.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { type Desk, receiveBoard } from '#src/state/boardStore.ts'
import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'

type Opened = Parameters<typeof openedWith>[0]

/** A board over the real rules of tickets, without a worker: what is done to it shows at once. */
export type LiveDesk = {
  readonly page: TestScreen
  /** Opens a ticket so long ago; its code is `T-` and its id. Answers its id, of five characters. */
  readonly open: (id: string, ago?: number, own?: Opened) => void
  /** Somebody else does something. */
  readonly add: (event: TicketEvent) => void
  readonly ticket: (id: string) => Ticket
  /** Sends the whole board. */
  readonly show: (desk?: Partial<Desk>) => void
  /** Who did what, in order. */
  readonly done: readonly string[]
}

export function liveDesk(): LiveDesk {
  const logs = new Map<string, TicketEvent[]>()
  const done: string[] = []
  let desk = sampleDesk()
  let chance = 0
  const now = (): EpochMs => page.ticker.now()

  const ticket = (id: string): Ticket => {
    const folded = foldTicket(logs.get(id) ?? [])
    if (folded === null) throw new Error(`no ticket ${id}`)
    return folded
  }
  const rowOf = (id: string) =>
    ticketRowOf(
      ticket(id),
      { codeOf: (other) => `T-${other}`, sending: 'saved', signalUnknown: false, automatic: true },
      now(),
    )
  const tell = (ids: Iterable<string>, full = false): void =>
    receiveBoard(page.board, { kind: 'board', full, rows: [...ids].map(rowOf), gone: [], desk })

  const actions: DeskActions = {
    ...idleDesk,
    ticket: (asked) => {
      const id = [...logs.keys()].find((key) => key === asked || `T-${key}` === asked)
      if (id === undefined) return Promise.resolve(null)
      const detail = { row: rowOf(id), ticket: ticket(id), sending: {}, codes: {} }
      return Promise.resolve({ ...detail, postmortem: `# ${detail.row.code}`, postmortemDue: true })
    },
    command: (id, command, { by, silence = false }) => {
      const before = ticket(id)
      const newId = (): string => ulid(now(), () => (chance += 0.001))
      const tickets = new Map([...logs.keys()].map((key) => [key, ticket(key)]))
      const decided = decide(command, before, { by, now: now(), newId, tickets })
      if (!decided.ok) return Promise.resolve(decided)
      done.push(`${by}: ${command.do}${silence ? ' and silence' : ''}`)
      logs.get(id)?.push(...decided.value)
      tell([id])
      const undo = undoOf(command, before)
      return Promise.resolve({ ok: true, value: { ticket: id, undo, beatenBy: null, silence: null } })
    },
  }
  const page = testScreen({ desk: actions })
  return {
    page,
    ticket,
    done,
    open: (id, ago = minutes(1), own = {}) => {
      const at = NOW - ago
      const opened = openedWith({ dedupKey: id, title: `${id} fails`, openedAt: at, ...own }, { ticket: id })
      const signal = { key: id, service: 'orders', title: 'red', since: at }
      logs.set(id, [opened, eventOf('signal_added', signal, { ticket: id, actor: 'auto', at })])
    },
    add: (event) => {
      logs.get(event.ticket)?.push(event)
      tell([event.ticket])
    },
    show: (own = {}) => {
      desk = sampleDesk(own)
      tell(logs.keys(), true)
    },
  }
}

/** Draws a screen over a desk. */
export const drawOver = ({ page }: LiveDesk, screen: () => ReactElement): void =>
  void renderWith(page, createElement(screen))
