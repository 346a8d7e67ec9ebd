import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Where a part of the page stands that comes in a chunk of its own. */
export type PartState<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly value: T }

export type Part<T> = {
  readonly store: StoreApi<PartState<T>>
  /** Loads it, also after a failure; nothing happens while it is on its way or there. */
  readonly load: () => void
  /** Loads it ahead of its use, once: a failure is tried again only when the part is wanted. */
  readonly preload: () => void
}

/** The address in what Chromium and Firefox say of a module that they could not fetch; null in other words. */
function addressIn(error: unknown, origin: string): string | null {
  const [address] = error instanceof Error ? (/https?:\/\/\S+/.exec(error.message) ?? []) : []
  if (address === undefined || !URL.canParse(address)) return null
  const { origin: its, pathname } = new URL(address)
  return its === origin ? `${its}${pathname}` : null
}

/**
 * Loads a module, each time it is called until it is there. Browsers may remember that a module could not be
 * fetched for as long as the page lives (HTML, "fetch a single module script": the module map keeps null), so a
 * further try asks for the same file under another address.
 */
export function againAndAgain<T>(
  first: () => Promise<T>,
  byAddress: (address: string) => Promise<T>,
  origin: string,
): () => Promise<T> {
  let failed: string | null = null
  let times = 0
  return async () => {
    try {
      return await (failed === null ? first() : byAddress(`${failed}?again=${++times}`))
    } catch (error) {
      failed = addressIn(error, origin)
      throw error
    }
  }
}

/** A part that is loaded by `bring`, which is called again after it failed. */
export function createPart<T>(bring: () => Promise<T>): Part<T> {
  const store = createStore<PartState<T>>(() => ({ kind: 'waiting' }))
  let onItsWay = false
  const load = (): void => {
    if (onItsWay || store.getState().kind === 'ready') return
    onItsWay = true
    store.setState({ kind: 'waiting' }, true)
    bring()
      .then(
        (value) => store.setState({ kind: 'ready', value }, true),
        () => store.setState({ kind: 'failed' }, true),
      )
      .finally(() => {
        onItsWay = false
      })
  }
  return {
    store,
    load,
    preload: () => {
      if (store.getState().kind === 'waiting') load()
    },
  }
}

/** A part, loaded by being drawn. */
export function usePart<T>({ store, load }: Part<T>): PartState<T> {
  useEffect(load, [load])
  return useStore(store)
}
