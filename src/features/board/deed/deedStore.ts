import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Asking } from './asking.ts'
import type { Toast, Undo } from './toast.ts'

/** What is being done to tickets on this page. */
export type DeedState = {
  /** The form that is open. */
  readonly asking: Asking | null
  /** Tickets to which something is being done that was not answered yet. */
  readonly pending: ReadonlySet<string>
  readonly toasts: readonly Toast[]
  /** The last one first. */
  readonly undos: readonly Undo[]
}

export type DeedStore = StoreApi<DeedState>

/** So many are kept: an older sentence is not read any more, an older deed is taken back on its ticket's page. */
const MOST_TOASTS = 3
const MOST_UNDOS = 20

export const createDeedStore = (): DeedStore =>
  createStore(() => ({ asking: null, pending: new Set(), toasts: [], undos: [] }))

/** Says something; what is said already is not said twice. */
export function say(store: DeedStore, toast: Pick<Toast, 'text' | 'tone' | 'at'> & Partial<Toast>): void {
  const { text, tone, at, undo = null, ticket = null } = toast
  store.setState(({ toasts }) => {
    const id = 1 + Math.max(0, ...toasts.map((each) => each.id))
    const others = toasts.filter((each) => each.text !== text)
    return { toasts: [...others, { id, text, tone, at, undo, ticket }].slice(-MOST_TOASTS) }
  })
}

/** Takes a sentence away. */
export const dismiss = (store: DeedStore, id: number): void =>
  store.setState(({ toasts }) => ({ toasts: toasts.filter((each) => each.id !== id) }))

/** Takes away what was said before a moment. */
export const dismissBefore = (store: DeedStore, at: EpochMs): void =>
  store.setState(({ toasts }) => ({ toasts: toasts.filter((each) => each.at >= at) }))

/** Marks a ticket while something is done to it. */
export const setPending = (store: DeedStore, ticket: string, isPending: boolean): void =>
  store.setState(({ pending }) => {
    const next = new Set(pending)
    if (isPending) next.add(ticket)
    else next.delete(ticket)
    return { pending: next }
  })

/** Remembers what takes the newest deed back. */
export const remember = (store: DeedStore, undo: Undo): void =>
  store.setState(({ undos }) => ({ undos: [undo, ...undos].slice(0, MOST_UNDOS) }))

/** Forgets it, as it was taken back; the toast that offers it goes too. */
export const forget = (store: DeedStore, undo: Undo): void =>
  store.setState(({ undos, toasts }) => ({
    undos: undos.filter((each) => each !== undo),
    toasts: toasts.filter((each) => each.undo !== undo),
  }))
