import type { KeyTable } from '#src/state/pageKeys.ts'
import type { Screen } from '#src/state/screen.ts'
import { showAll } from './boardFilter.ts'
import type { Deeds } from './deed/deeds.ts'
import { deedKeys } from './deed/deedKeys.ts'
import { FIRST_FILTER } from './elementIds.ts'
import type { Queue } from './queueStore.ts'
import { arrow, moveBy, ticketHere } from './rowPlaces.ts'

function leave(): boolean {
  if (showAll()) return true
  const here = document.activeElement
  if (ticketHere() === null || !(here instanceof HTMLElement)) return false
  here.blur()
  return true
}

/** The keys of the board: those that go about it, and those that act on the ticket where the keyboard stands. */
export function boardKeys(deeds: Deeds, queue: Queue, { board }: Pick<Screen, 'board'>): KeyTable {
  return {
    ...deedKeys(deeds, () => board.getState().rows.get(ticketHere() ?? '')),
    j: () => moveBy(1),
    k: () => moveBy(-1),
    ArrowDown: () => arrow(1),
    ArrowUp: () => arrow(-1),
    f: () => document.getElementById(FIRST_FILTER)?.focus(),
    s: queue.sortNow,
    Escape: leave,
  }
}
