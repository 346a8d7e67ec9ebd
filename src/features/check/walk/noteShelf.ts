import { createDraftShelf, type DraftShelf } from '#src/state/draftShelf.ts'
import type { Storage } from '#src/state/storage.ts'

/** So many notes on matters that nobody has decided yet outlive the page. */
const MOST = 60

const shelves = new WeakMap<Storage, DraftShelf>()

/** Where notes lie until the matter they are on is marked: typing one decides nothing. One a browser, as is its storage. */
function noteShelf(storage: Storage): DraftShelf {
  const known = shelves.get(storage)
  if (known !== undefined) return known
  const shelf = createDraftShelf(storage, 'morning-check/check-notes', MOST)
  shelves.set(storage, shelf)
  return shelf
}

/** What was written on a matter and went into no mark yet; the empty text where there is none. */
export function keptNote(storage: Storage, key: string): string {
  const note = noteShelf(storage).read(key)
  return typeof note === 'string' ? note : ''
}

/** Keeps it with every stroke; an empty one is let go of. */
export function keepNote(storage: Storage, key: string, note: string): void {
  if (note.trim() === '') noteShelf(storage).drop(key)
  else noteShelf(storage).keep(key, note)
}

/** Lets go of all notes: the check that they belong to is signed. */
export function dropNotes(storage: Storage): void {
  const shelf = noteShelf(storage)
  for (const name of shelf.names()) shelf.drop(name)
}
