import type { KeyTable } from '#src/state/pageKeys.ts'
import { walkKeys as walkAlong } from '#src/state/walkKeys.ts'
import { CHECK_VIEWS, serviceAt, showView } from './checkAddress.ts'
import { focusItem, itemHere } from './changes/itemPlaces.ts'
import { WALK_NOTE } from './elementIds.ts'
import type { WalkDeeds } from './walk/walkDeeds.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'

/** The keys that all four views have: a digit each. */
const viewKeys: KeyTable = Object.fromEntries(
  CHECK_VIEWS.map((view, i) => [`${i + 1}`, () => showView(view)]),
)

/** The keys of the views that are read: from link to link, and back to the walk. */
export const readingKeys: KeyTable = {
  ...viewKeys,
  ...walkAlong('main :is(a, button, summary)', '/check'),
}

function writeNote(): boolean {
  const note = document.getElementById(WALK_NOTE)
  note?.focus()
  return note !== null
}

type Walking = {
  readonly deeds: WalkDeeds
  readonly current: () => WalkStep | null
  readonly onSign: () => void
}

/** The keys of the walk: all of it can be done without a mouse. */
export function walkKeys({ deeds, current, onSign }: Walking): KeyTable {
  const toRow = (): boolean => {
    const step = current()
    return step !== null && itemHere() !== step.item.key && focusItem(step.item.key)
  }
  /** A button or link takes Enter itself, and so does the row of another matter: it is chosen by that. */
  const enter = (): boolean => {
    const here = document.activeElement
    const isAtTop = here === null || here === document.body || here.tagName === 'H1'
    const isFree = isAtTop || itemHere() === current()?.item.key
    if (isFree) deeds.next()
    return isFree
  }
  const open = (): boolean => {
    const service = current()?.item.service ?? null
    if (service !== null) location.hash = serviceAt(service, null)
    return service !== null
  }
  return {
    ...viewKeys,
    j: deeds.next,
    n: deeds.next,
    k: deeds.previous,
    Enter: enter,
    s: deeds.seen,
    w: deeds.watch,
    t: deeds.ticket,
    u: deeds.unmark,
    e: writeNote,
    d: open,
    o: onSign,
    Escape: toRow,
  }
}
