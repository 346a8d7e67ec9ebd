import { readWhys } from '#src/domain/ticket/readWhys.ts'
import { fiveOf, type Why } from '#src/domain/ticket/why.ts'
import { createDraftShelf, type DraftShelf } from './draftShelf.ts'
import type { Storage } from './storage.ts'

/** A post-mortem that somebody writes and has not saved. */
export type UnsavedPostmortem = {
  /** Always five. */
  readonly whys: readonly Why[]
  /** Null: as the log tells it. */
  readonly markdown: string | null
  /** Whatever tells what was saved when it was begun: another one now means that somebody saved meanwhile. */
  readonly base: string
}

const KEY = 'morning-check/postmortem'
const MOST_DRAFTS = 12

const shelves = new WeakMap<Storage, DraftShelf>()

/** Unsaved post-mortems by ticket, kept when their page is left: one shelf a browser, as it may have to keep them itself. */
export function postmortemShelf(storage: Storage): DraftShelf {
  const shelf = shelves.get(storage) ?? createDraftShelf(storage, KEY, MOST_DRAFTS)
  shelves.set(storage, shelf)
  return shelf
}

/** What was left unsaved of a ticket; null: nothing, or it cannot be read. */
export function readUnsaved(shelf: DraftShelf, ticket: string): UnsavedPostmortem | null {
  const json = shelf.read(ticket)
  if (typeof json !== 'object' || json === null || !('whys' in json) || !('base' in json)) return null
  const markdown = 'markdown' in json && typeof json.markdown === 'string' ? json.markdown : null
  const base = typeof json.base === 'string' ? json.base : ''
  return { whys: fiveOf(readWhys(json.whys)), markdown, base }
}
