import { createDraftShelf, type DraftShelf } from './draftShelf.ts'
import type { Storage } from './storage.ts'

const KEY = 'morning-check/comment'
const MOST_DRAFTS = 20

const shelves = new WeakMap<Storage, DraftShelf>()

/** Comments that were begun, by ticket: a key that leads to another screen must not lose one. */
function commentShelf(storage: Storage): DraftShelf {
  const shelf = shelves.get(storage) ?? createDraftShelf(storage, KEY, MOST_DRAFTS)
  shelves.set(storage, shelf)
  return shelf
}

/** What was begun on a ticket; the empty text where nothing was. */
export function readComment(storage: Storage, ticket: string): string {
  const kept = commentShelf(storage).read(ticket)
  return typeof kept === 'string' ? kept : ''
}

/** Keeps what is being written on a ticket; an empty text is none. */
export function keepComment(storage: Storage, ticket: string, text: string): void {
  const shelf = commentShelf(storage)
  if (text.trim() === '') shelf.drop(ticket)
  else shelf.keep(ticket, text)
}
