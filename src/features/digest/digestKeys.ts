import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { hashTo } from '#src/state/hashTo.ts'
import type { KeyTable } from '#src/state/pageKeys.ts'
import type { WatchStore } from '#src/state/watchStore.ts'
import { digWay, serviceWay } from './drillWays.ts'
import { intoLine, outOfLine } from './linePlace.ts'
import { hereButton, rowButtons, rowHere, standOn } from './rowPlaces.ts'
import { showAll, toggleLight, toggleRow } from './viewParams.ts'

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

/** Goes where a way leads from the row where the keyboard stands. False: it stands on none. */
function leaveFor(wayFrom: (service: string) => string | null): boolean {
  const service = rowHere()
  const way = service === null ? null : wayFrom(service)
  if (way !== null) location.hash = way
  return way !== null
}

const KEYS: KeyTable = {
  j: () => moveBy(1),
  k: () => moveBy(-1),
  ArrowDown: () => arrow(1),
  ArrowUp: () => arrow(-1),
  ArrowRight: intoLine,
  ArrowLeft: outOfLine,
  Escape: escape,
  '0': showAll,
  c: () => {
    location.hash = hashTo('/check')
  },
  ...Object.fromEntries(WORST_FIRST.map((light, i) => [`${i + 1}`, () => toggleLight(light)])),
}

/** The keys of the digest. `watch`: whose rows they lead away from. */
export function digestKeys(watch: WatchStore): KeyTable {
  const dig = (service: string): string | null => {
    const row = watch.getState().rows.get(service)
    return row === undefined ? null : digWay(row)
  }
  return { ...KEYS, d: () => leaveFor(dig), s: () => leaveFor(serviceWay) }
}
