import { lightRank } from '#src/domain/verdict/light.ts'
import type { EntryKind, IndexedEntry, PaletteEntry } from './paletteEntry.ts'
import { scoreMatch, type Searched } from './scoreMatch.ts'

/** As many as are looked through; who wants others types on. */
const MOST = 30

/** Of two that are found equally well, which is more likely wanted. */
const KIND_BONUS: Readonly<Record<EntryKind, number>> = {
  service: 6,
  screen: 5,
  action: 4,
  ticket: 4,
  pod: 3,
  signal: 1,
  rule: 0,
}

const LIGHT_BONUS = 1
const RECENT_BONUS = 8
const PAST_MALUS = 6
/** What is only found in what else is said of it comes after what is called so. */
const ABOUT_MALUS = 14

/** What is found so much worse than the best is letters of chance. */
const OF_THE_BEST = 0.4

/** How well one word is found: by the name, else by what else is said. */
function wordScore(word: string, name: Searched, about: Searched): number | null {
  const byName = scoreMatch(word, name)
  if (byName !== null) return byName
  const byAbout = about.text.includes(word) ? scoreMatch(word, about) : null
  return byAbout === null ? null : byAbout - ABOUT_MALUS
}

/** All words must be found; null where one is not. */
function textScore(words: readonly string[], { name, about }: IndexedEntry): number | null {
  let sum = 0
  for (const word of words) {
    const score = wordScore(word, name, about)
    if (score === null) return null
    sum += score
  }
  return sum / words.length
}

/** What speaks for an entry, whatever was typed: its kind, trouble, and that it was wanted lately. */
function standing({ kind, light, key, isPast }: PaletteEntry, recent: readonly string[]): number {
  const trouble = light === null ? 0 : (3 - lightRank(light)) * LIGHT_BONUS
  const at = recent.indexOf(key)
  const lately = at === -1 ? 0 : RECENT_BONUS * (1 - at / recent.length)
  return KIND_BONUS[kind] + trouble + lately - (isPast === true ? PAST_MALUS : 0)
}

/** Nothing typed yet: what was wanted lately, then services in trouble, then the screens, then what can be done. */
function unasked(index: readonly IndexedEntry[], recent: readonly string[]): readonly PaletteEntry[] {
  const byKey = new Map(index.map(({ entry }) => [entry.key, entry]))
  const lately = recent.flatMap((key) => byKey.get(key) ?? [])
  const others = index.map(({ entry }) => entry).filter(({ key }) => !recent.includes(key))
  const troubled = others
    .filter(({ kind, light }) => kind === 'service' && light !== null && light !== 'green')
    .toSorted((a, b) => lightRank(a.light ?? 'green') - lightRank(b.light ?? 'green'))
  const screens = others.filter(({ kind }) => kind === 'screen')
  const actions = others.filter(({ kind }) => kind === 'action')
  return [...lately, ...troubled, ...screens, ...actions].slice(0, MOST)
}

/**
 * The entries that somebody wants who typed this, the likeliest first, thirty at most. Every word has to be found in the
 * name, letter by letter in order, or as a piece of what else is said. `recent`: keys, the newest first.
 */
export function findEntries(
  index: readonly IndexedEntry[],
  query: string,
  recent: readonly string[],
): readonly PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return unasked(index, recent)
  const found: { readonly entry: PaletteEntry; readonly score: number }[] = []
  for (const indexed of index) {
    const score = textScore(words, indexed)
    if (score !== null) found.push({ entry: indexed.entry, score: score + standing(indexed.entry, recent) })
  }
  found.sort((a, b) => b.score - a.score || (a.entry.name < b.entry.name ? -1 : 1))
  const least = Math.min(found[0]?.score ?? 0, Math.max(0, found[0]?.score ?? 0) * OF_THE_BEST)
  return found
    .filter(({ score }) => score >= least)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}
