import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import type { WatchStore } from '#src/state/watchStore.ts'
import { digWay, serviceWay } from './drillWays.ts'
import { FIND_BOX } from './elementIds.ts'
import { intoLine, outOfLine } from './linePlace.ts'
import { hereButton, rowButtons, standOn } from './rowPlaces.ts'
import { showAll, toggleLight, toggleRow } from './viewParams.ts'

const inDialog = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('dialog') !== null

/** Typing, a modifier or an open dialog: the key is not meant for the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return target.matches('input, textarea, select, [contenteditable]') || inDialog(event)
}

/** To the neighbour of the row where the keyboard stands; from anywhere else to the first or the last row. */
function moveBy(step: 1 | -1): void {
  const rows = rowButtons()
  const at = rows.findIndex((row) => row === hereButton())
  const from = step === 1 ? -1 : rows.length
  standOn(rows[(at === -1 ? from : at) + step])
}

/** Outside the rows an arrow scrolls the page, as everywhere. */
function arrow(step: 1 | -1): boolean {
  if (hereButton() === null) return false
  moveBy(step)
  return true
}

function escape(): void {
  const row = hereButton()
  const name = row?.dataset.row
  if (row?.getAttribute('aria-expanded') !== 'true' || name === undefined) return showAll()
  toggleRow(name)
  row.focus()
}

function find(): void {
  const box = document.getElementById(FIND_BOX)
  box?.focus()
  if (box instanceof HTMLInputElement) box.select()
}

type Deeds = Readonly<Record<string, () => unknown>>

/** Goes where a way leads from the row where the keyboard stands. False: it stands on none. */
function leaveFor(wayFrom: (service: string) => string | null): boolean {
  const service = hereButton()?.dataset.row
  const way = service === undefined ? null : wayFrom(service)
  if (way !== null) location.hash = way
  return way !== null
}

const KEYS: Deeds = {
  j: () => moveBy(1),
  k: () => moveBy(-1),
  ArrowDown: () => arrow(1),
  ArrowUp: () => arrow(-1),
  ArrowRight: intoLine,
  ArrowLeft: outOfLine,
  '/': find,
  Escape: escape,
  '0': showAll,
  ...Object.fromEntries(WORST_FIRST.map((light, i) => [`${i + 1}`, () => toggleLight(light)])),
}

/** Ctrl-K, ⌘K: wherever the keyboard stands, also in a text field. */
const isFind = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  event.key.toLowerCase() === 'k' &&
  !inDialog(event)

/** Keys that WCAG 2.2, 2.1.4 wants to be switchable: one character without a modifier. */
const isSingle = (key: string): boolean => key.length === 1

/** What a key does on the page; undefined where it is not the page's. */
function deedOf(event: KeyboardEvent, singleKeys: boolean, keys: Deeds): (() => unknown) | undefined {
  if (isFind(event)) return find
  return isTaken(event) || (isSingle(event.key) && !singleKeys) ? undefined : keys[event.key]
}

/** Lets the digest answer the keyboard. `watch`: whose rows they are. Returns how to stop. */
export function onDigestKeys(singleKeys: boolean, watch: WatchStore): () => void {
  const dig = (service: string): string | null => {
    const row = watch.getState().rows.get(service)
    return row === undefined ? null : digWay(row)
  }
  const keys = { ...KEYS, d: () => leaveFor(dig), s: () => leaveFor(serviceWay) }
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = deedOf(event, singleKeys, keys)
    if (act !== undefined && act() !== false) event.preventDefault()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

/** Calls back when `?` is pressed outside a text field. Returns how to stop. */
export function onHelpKey(open: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== '?' || isTaken(event)) return
    event.preventDefault()
    open()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
