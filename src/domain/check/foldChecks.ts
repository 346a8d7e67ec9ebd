import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { checkEvents } from './checkEvents.ts'
import type { CheckMark, CheckWatch, SignOff } from './signOff.ts'

/** What the events of checks come to. */
export type FoldedChecks = {
  /** Newest first. */
  readonly signOffs: readonly SignOff[]
  /** That nobody has ended, newest first, one a matter, at most 500. */
  readonly watches: readonly CheckWatch[]
}

const MOST_WATCHES = 500

function watchOf({ deed, until, item, ...mark }: CheckMark, { id, by }: SignOff): CheckWatch | null {
  if (deed !== 'watch' || until === null) return null
  const { service, title, at, note, light, kinds } = mark
  return { id: `${id}/${item}`, item, service, title, by, from: at, note, until, light, kinds }
}

/** To watch until nothing in particular decides nothing. */
const isDecided = ({ deed, until }: CheckMark): boolean => deed !== 'watch' || until !== null

/**
 * The newest mark of each matter decides: whoever marks it otherwise ends the watch of whoever watched it before. Ending
 * one brings none back that was before it. The last mark of a matter counts within one sign-off.
 */
function watchesOf(signOffs: readonly SignOff[], ended: ReadonlySet<string>): readonly CheckWatch[] {
  const decided = new Set<string>()
  const watches: CheckWatch[] = []
  for (const signOff of signOffs) {
    for (const mark of signOff.marks.toReversed()) {
      if (decided.has(mark.item) || !isDecided(mark)) continue
      decided.add(mark.item)
      const watch = watchOf(mark, signOff)
      if (watch !== null && !ended.has(watch.id) && watches.length < MOST_WATCHES) watches.push(watch)
    }
  }
  return watches
}

/** How many of things in order of time are not after `now`. */
function countUntil(things: readonly { readonly at: EpochMs }[], now: EpochMs): number {
  let count = things.length
  while (count > 0 && (things[count - 1]?.at ?? 0) > now) count -= 1
  return count
}

type Folded = { readonly of: string; readonly folded: FoldedChecks }

/** Whoever asks every few seconds gets the same objects while nothing is new. */
const foldedOf = new WeakMap<readonly LoggedEvent[], Folded>()

/**
 * All sign-offs until `now` and the watches that stand then, whatever order the events are in and however often they came.
 * What is dated later is left out until its time comes: a clock that was ahead must not make tomorrow's check look back to
 * next year.
 */
export function foldChecks(events: readonly LoggedEvent[], now: EpochMs): FoldedChecks {
  const { signOffs: all, ends } = checkEvents(events)
  const [signed, ended] = [countUntil(all, now), countUntil(ends, now)]
  const of = `${signed} ${ended}`
  const known = foldedOf.get(events)
  if (known?.of === of) return known.folded
  const signOffs = all.slice(0, signed).toReversed()
  const watches = watchesOf(signOffs, new Set(ends.slice(0, ended).map(({ watch }) => watch)))
  const folded = { signOffs, watches }
  foldedOf.set(events, { of, folded })
  return folded
}
