import type { PaletteEntry, Way } from '#src/domain/palette/paletteEntry.ts'
import { parseRecent, withRecent } from '#src/domain/palette/recentEntries.ts'
import { CHOICES } from '#src/domain/preferences/preferences.ts'
import { setParams } from '#src/state/hashRoute.ts'
import { hashTo } from '#src/state/hashTo.ts'
import type { Screen } from '#src/state/screen.ts'

/** Where this browser keeps what was wanted lately. */
const KEY = 'morning-check/found'

export const recentNow = ({ storage }: Pick<Screen, 'storage'>): readonly string[] =>
  parseRecent(storage.read(KEY))

/** The next time it is among the first. */
export const remember = ({ storage }: Pick<Screen, 'storage'>, { key }: PaletteEntry): void =>
  storage.write(KEY, JSON.stringify(withRecent(parseRecent(storage.read(KEY)), key)))

/** The address of an entry. */
export const hrefOf = ({ path, params }: Way): string => hashTo(path, params)

/** Goes there. */
export function goTo(way: Way): void {
  location.hash = hrefOf(way)
}

/** Goes there in a tab of its own, which the browser may refuse: then nothing happens. */
export const openTab = (way: Way): void => void window.open(hrefOf(way), '_blank', 'noopener')

/** Puts the keyboard into the box that filters the present list, with what was typed so far. */
export function filterList(query: string): void {
  if (query !== '') setParams({ find: query })
  const box = [...document.querySelectorAll<HTMLInputElement>('input[type="search"]')].find(
    (each) => each.closest('dialog') === null,
  )
  box?.focus()
  box?.select()
}

/** Does what an action is called; `onKeys`: shows the keys of a screen that has no list of them itself. */
export function act({ preferences }: Pick<Screen, 'preferences'>, name: string, onKeys: () => void): void {
  const theme = CHOICES.theme.find((one) => one === name)
  if (theme !== undefined) preferences.setState({ theme })
  if (name === 'single') preferences.setState(({ singleKeys }) => ({ singleKeys: !singleKeys }))
  if (name !== 'keys') return
  const own = document.querySelector<HTMLElement>('[data-keys]')
  if (own === null) onKeys()
  else own.click()
}
