import { useStore } from 'zustand'
import type { BoardState } from './boardStore.ts'
import { useScreen } from './screen.ts'

/** A part of what the page knows of the tickets; drawn again only when that part is another object. */
export function useBoard<T>(select: (state: BoardState) => T): T {
  return useStore(useScreen().board, select)
}
