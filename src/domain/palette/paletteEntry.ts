import type { Light } from '#src/domain/verdict/light.ts'
import { type Searched, searched } from './scoreMatch.ts'

/** What can be found: the nouns of the dashboard, its screens, and what it does at once. */
export type EntryKind = 'service' | 'pod' | 'ticket' | 'signal' | 'rule' | 'screen' | 'action'

/** Where an entry leads: a path behind `#`, and parameters after `?`. */
export type Way = { readonly path: string; readonly params?: Readonly<Record<string, string>> }

/** One thing that can be found. */
export type PaletteEntry = {
  /** Its own among all: `service:orders`. It is what is remembered of it. */
  readonly key: string
  readonly kind: EntryKind
  readonly name: string
  /** What else is said of it, and found by. */
  readonly about: string
  /** As it was when it was looked up; null for what has none. */
  readonly light: Light | null
  /** Whose light it is. */
  readonly subject?: { readonly service: string; readonly pod: string | null }
  /** Null for an action: it leads nowhere. */
  readonly way: Way | null
  /** Whether it is likely wanted: a closed ticket seldom is. */
  readonly isPast?: boolean
}

/** An entry, made ready to be looked in. */
export type IndexedEntry = {
  readonly entry: PaletteEntry
  readonly name: Searched
  readonly about: Searched
}

/** Makes entries ready: once when they come, as letters come often. */
export const indexEntries = (entries: readonly PaletteEntry[]): readonly IndexedEntry[] =>
  entries.map((entry) => ({ entry, name: searched(entry.name), about: searched(entry.about) }))
