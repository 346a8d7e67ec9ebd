import type { TicketCommand } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { refusalWords } from '#src/domain/wording/refusalWords.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { Outcome } from '#src/state/deskActions.ts'
import type { Screen } from '#src/state/screen.ts'
import { DIRECT, isDirect } from './deed.ts'
import type { Deeds } from './deeds.ts'
import { createDeedStore, forget, remember, say, setPending } from './deedStore.ts'
import type { Toast, Undo } from './toast.ts'
import { whoActs } from '#src/state/whoActs.ts'

type Sources = Pick<Screen, 'board' | 'desk' | 'preferences' | 'ticker'>
type Named = Pick<TicketRow, 'id' | 'code'>

const { deed: words } = ticketTexts

/** Everything that screens do to tickets, over the worker that does it. `zoneNow`: in which zone moments are told then. */
export function createDeeds({ board, desk, preferences, ticker }: Sources, zoneNow: () => string): Deeds {
  const store = createDeedStore()
  const tell = (text: string, tone: Toast['tone'], more: Partial<Toast> = {}): void =>
    say(store, { text, tone, at: ticker.now(), ...more })
  const refuse = (text: string): void => tell(text, 'refused')
  const ask: Deeds['ask'] = (asking) => store.setState({ asking })
  const who = () => whoActs(board.getState().desk, preferences.getState().name)

  /** Does it at once where it is known who does it, else as soon as that is said. */
  const named = (job: () => void): void => {
    const { ask: kind } = who()
    if (kind === null) job()
    else ask({ kind, next: job })
  }

  /** What became of it, in words; the refusal where it was not done. */
  const hear = (outcome: Outcome, { id, code }: Named, said: string): string | null => {
    if (outcome === null) return words.noAnswer
    if (!outcome.ok) return refusalWords(outcome.error, ticker.now(), zoneNow())
    const { undo, beatenBy, silence } = outcome.value
    const back = undo === null ? null : { ticket: id, code, command: undo }
    if (back !== null) remember(store, back)
    if (beatenBy === null) tell(said, 'done', { undo: back, ticket: id })
    else
      tell(words.beaten(beatenBy.by, formatDuration(beatenBy.earlierBy), code), 'beaten', {
        undo: back,
        ticket: id,
      })
    if (silence !== null) {
      tell(silence.ok ? words.silenced : words.notSilenced(silence.error), silence.ok ? 'done' : 'refused')
    }
    return null
  }

  const order = async (ticket: Named, command: TicketCommand, said: string, silence = false) => {
    setPending(store, ticket.id, true)
    try {
      return hear(await desk.command(ticket.id, command, { by: who().name, silence }), ticket, said)
    } finally {
      setPending(store, ticket.id, false)
    }
  }

  const send: Deeds['send'] = (ticket, command, silence) =>
    order(ticket, command, words.done[command.do](ticket.code), silence)

  const sendOrRefuse = async (...given: Parameters<Deeds['send']>): Promise<boolean> => {
    const wrong = await send(...given)
    if (wrong !== null) refuse(wrong)
    return wrong === null
  }

  const sendAs: Deeds['sendAs'] = (ticket, command) =>
    new Promise((answer) => {
      named(() => answer(sendOrRefuse(ticket, command)))
    })

  const takeBack = async (undo: Undo): Promise<void> => {
    forget(store, undo)
    setPending(store, undo.ticket, true)
    const outcome = await desk.command(undo.ticket, undo.command, { by: who().name })
    setPending(store, undo.ticket, false)
    if (outcome === null) refuse(words.noAnswer)
    else if (outcome.ok) tell(words.undone(undo.code), 'done', { ticket: undo.ticket })
    else refuse(refusalWords(outcome.error, ticker.now(), zoneNow()))
  }

  return {
    store,
    ask,
    refuse,
    send,
    sendAs,
    begin: (deed, row) => {
      const given = deed === 'pause' && row.state === 'paused' ? 'resume' : deed
      if (given === 'silence' && row.source !== 'alertmanager') return refuse(words.notFromAlert)
      named(() => {
        if (!isDirect(given)) return ask({ kind: 'form', form: given, row })
        ask(null)
        void sendOrRefuse(row, DIRECT[given], given === 'silence')
      })
    },
    open: async (draft) => {
      const outcome = await desk.open(draft, who().name)
      const id = outcome?.ok === true ? outcome.value.ticket : ''
      return hear(outcome, { id, code: board.getState().rows.get(id)?.code ?? id }, words.done.opened)
    },
    undo: (which = store.getState().undos[0]) => {
      if (which === undefined) refuse(words.nothingToUndo)
      else void takeBack(which)
    },
    openNew: () => named(() => ask({ kind: 'new' })),
  }
}
