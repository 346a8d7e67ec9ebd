import type { Bytes, EpochMs } from '#src/domain/time/units.ts'
import { momentKey } from './momentOfRow.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/**
 * The moments of a service, oldest first, where a time alone stands for the words before it, said again: after every gap each
 * service says its word anew, and a thousand of them would fill the journal with what it holds already.
 */
export type PackedMoments = readonly (VerdictMoment | EpochMs)[]

/** What a moment takes besides its texts: its objects and numbers. */
const MOMENT_COST: Bytes = 100
const PART_COST: Bytes = 60
const LETTER: Bytes = 2

/** A time in a list. */
const AGAIN_COST: Bytes = 20

/** The same standing, for the same time: numbers in its words that moved since are told by histories. */
function saysAgain(last: VerdictMoment, next: VerdictMoment): boolean {
  // So are those that were unpacked, which most are.
  if (last.reasons === next.reasons && last.pods === next.pods && last.light === next.light) return true
  return (
    momentKey(last) === momentKey(next) &&
    next.reasons.every(({ since }, i) => since === last.reasons[i]?.since)
  )
}

/** Keeps the words of a moment only where they are others than those before it. */
export const packMoments = (moments: readonly VerdictMoment[]): PackedMoments =>
  moments.map((moment, i) => {
    const last = moments[i - 1]
    return last !== undefined && saysAgain(last, moment) ? moment.at : moment
  })

/** What `packMoments` was given. */
export function unpackMoments(packed: PackedMoments): readonly VerdictMoment[] {
  const moments: VerdictMoment[] = []
  let said: VerdictMoment | null = null
  for (const one of packed) {
    if (typeof one !== 'number') said = one
    if (said !== null) moments.push(typeof one === 'number' ? { ...said, at: one } : said)
  }
  return moments
}

const lettersOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0)

/** Words whose size is known: that of a whole page is asked for at every word. */
const SIZES = new WeakMap<VerdictMoment, Bytes>()

function momentBytes(moment: VerdictMoment): Bytes {
  const known = SIZES.get(moment)
  if (known !== undefined) return known
  const { reasons, pods } = moment
  const letters =
    lettersOf(reasons.flatMap(({ text, pods: named }) => [text, ...named])) +
    lettersOf(pods.flatMap(({ name, version }) => [name, version ?? '']))
  const size = MOMENT_COST + PART_COST * (reasons.length + pods.length) + LETTER * letters
  SIZES.set(moment, size)
  return size
}

/** About how many bytes some moments take in memory; stored they take less. */
export const packedBytes = (packed: PackedMoments): Bytes =>
  packed.reduce<Bytes>((sum, one) => sum + (typeof one === 'number' ? AGAIN_COST : momentBytes(one)), 0)
