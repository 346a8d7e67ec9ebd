import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useScreen } from './screen.ts'
import type { Storage } from './storage.ts'
import { createWhyStore, rereadWhys, type WhyState, type WhyStore } from './whyStore.ts'

const stores = new WeakMap<Storage, WhyStore>()

/** The drafts of a browser: one store a page, so that a pin shows at once in the tray. */
function whysIn(storage: Storage): WhyStore {
  const whys = stores.get(storage) ?? createWhyStore(storage)
  stores.set(storage, whys)
  return whys
}

/** The drafts of five whys, to be acted on. */
export const useWhys = (): WhyStore => whysIn(useScreen().storage)

/** A part of the drafts; drawn again when that part is another value. */
export const useWhyState = <T>(select: (state: WhyState) => T): T => useStore(useWhys().store, select)

/** Takes over what another tab writes of a service, while it is shown here. */
export function useWhysOfOtherTabs(service: string): void {
  const whys = useWhys()
  useEffect(() => {
    const reread = (): void => rereadWhys(whys, service)
    addEventListener('storage', reread)
    return () => removeEventListener('storage', reread)
  }, [whys, service])
}
