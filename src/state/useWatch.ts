import { useStore } from 'zustand'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { useScreen } from './screen.ts'
import type { WatchState } from './watchStore.ts'

/** A part of what the page knows of the fleet; drawn again only when that part is another object. */
export function useWatch<T>(select: (state: WatchState) => T): T {
  return useStore(useScreen().watch, select)
}

/** One service's row, or undefined when the fleet has none of that name. */
export const useRow = (name: string): ServiceRow | undefined => useWatch((state) => state.rows.get(name))
