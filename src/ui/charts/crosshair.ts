import { NO_POINTER, type Pointer } from '#src/domain/chart/movePointer.ts'

/** Where a set of charts is pointed at. It lies outside of React: a move writes a few texts, and draws nothing anew. */
export type Crosshair = {
  readonly pointer: () => Pointer
  readonly point: (pointer: Pointer) => void
  /** Calls a listener after each move; returns how to call it off. */
  readonly subscribe: (listener: () => void) => () => void
}

/** A pointer that several charts share. */
export function createCrosshair(): Crosshair {
  const listeners = new Set<() => void>()
  let pointer = NO_POINTER
  return {
    pointer: () => pointer,
    point: (next) => {
      if (next.at === pointer.at && next.anchor === pointer.anchor) return
      pointer = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
