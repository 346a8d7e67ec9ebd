import { useStore } from 'zustand'
import { useScreen } from './screen.ts'
import { type CallsState, wallCalls } from './wallCalls.ts'

/** A part of what the wall's calls are at; drawn again only when that part is another one. */
export function useCalls<T>(select: (state: CallsState) => T): T {
  return useStore(wallCalls(useScreen()).store, select)
}

/** The services whose red is so new that their tiles call; the same set while it does not change. */
export const useCallsNow = (): ReadonlySet<string> => useCalls(({ calling }) => calling)
