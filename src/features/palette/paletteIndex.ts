import { FILTERED, PLACES } from '#src/domain/palette/places.ts'
import { indexEntries, type IndexedEntry } from '#src/domain/palette/paletteEntry.ts'
import { paletteEntries } from '#src/domain/palette/paletteEntries.ts'
import { englishPalette } from '#src/domain/wording/englishPalette.ts'
import { englishRules } from '#src/domain/wording/englishRules.ts'
import { presentRoute } from '#src/state/hashRoute.ts'
import type { Screen } from '#src/state/screen.ts'

const { action: words } = englishPalette

/** What can be done at once. */
export type ActionName = 'keys' | 'single' | 'auto' | 'light' | 'dark' | 'contrast'

const RULES = Object.entries(englishRules).map(([kind, { title }]) => [kind, title] as const)

function actionsNow({
  preferences,
}: Pick<Screen, 'preferences'>): readonly (readonly [ActionName, string])[] {
  const { theme, singleKeys } = preferences.getState()
  const themes = (['auto', 'light', 'dark', 'contrast'] as const).filter((one) => one !== theme)
  return [
    ['keys', words.keys],
    ...themes.map((one) => [one, words[one]] as const),
    ['single', singleKeys ? words.singleOff : words.singleOn],
  ]
}

/** Everything that can be found now, ready to be looked in. */
export function indexNow(screen: Pick<Screen, 'watch' | 'board' | 'preferences'>): readonly IndexedEntry[] {
  const { rows } = screen.watch.getState()
  const tickets = screen.board.getState().rows
  const { path } = presentRoute()
  return indexEntries(paletteEntries({ rows, tickets, rules: RULES, actions: actionsNow(screen), path }))
}

/** Whether the present screen has a list that what is typed can filter. */
export const canFilter = (): boolean => FILTERED.includes(presentRoute().path)

/** The chord that leads where an entry leads; null where none does. */
export const chordTo = (path: string, params: object | undefined): string | null =>
  params === undefined ? (PLACES.find((place) => place.path === path)?.key ?? null) : null
