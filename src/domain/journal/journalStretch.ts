import { type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import { isEnd } from './addMoment.ts'
import { momentKey } from './momentOfRow.ts'
import type { VerdictMoment } from './verdictMoment.ts'

/**
 * How a stretch compares with the last one before it that was not grey. `red`: it became red. `recovered`: it became green.
 * `other`: the same light for another reason, or on other pods. `again`: as it stood before. `first`: nothing is known
 * from before. `unseen`: it is grey itself.
 */
export type JournalTurn = 'first' | 'red' | 'worse' | 'better' | 'recovered' | 'other' | 'again' | 'unseen'

/** How a service stood for a while: `to - from` is how long that was seen. */
export type JournalStretch = {
  readonly moment: VerdictMoment
  readonly from: EpochMs
  /** Until the next moment, or until nobody watched any more. */
  readonly to: EpochMs
  readonly turn: JournalTurn
}

function lightTurn(light: Light, was: Light): 'red' | 'worse' | 'better' | 'recovered' | null {
  if (light === was) return null
  if (light === 'red') return 'red'
  if (light === 'green') return 'recovered'
  return lightRank(light) < lightRank(was) ? 'worse' : 'better'
}

function turnOf(moment: VerdictMoment, before: VerdictMoment | null): JournalTurn {
  if (before === null) return 'first'
  if (moment.light === 'unknown') return 'unseen'
  const turn = lightTurn(moment.light, before.light)
  return turn ?? (momentKey(moment) === momentKey(before) ? 'again' : 'other')
}

/** How a service stood for a while, not compared with anything yet. */
export type JournalPiece = Omit<JournalStretch, 'turn'>

/** The moments of a service, oldest first, as pieces. `seen`: when anybody watched. Ends of watching are left out. */
export const journalPieces = (
  moments: readonly VerdictMoment[],
  seen: readonly SeenSpan[],
): readonly JournalPiece[] =>
  moments.flatMap((moment, i) => {
    if (isEnd(moment)) return []
    const until = spanAt(seen, moment.at)?.to ?? moment.at
    return [{ moment, from: moment.at, to: Math.min(moments[i + 1]?.at ?? Infinity, until) }]
  })

/** Pieces, oldest first, as stretches: each is compared with the last one before it that was not grey. */
export function journalStretches(pieces: readonly JournalPiece[]): readonly JournalStretch[] {
  let before: VerdictMoment | null = null
  const stretches: JournalStretch[] = []
  for (const piece of pieces) {
    stretches.push({ ...piece, turn: turnOf(piece.moment, before) })
    if (piece.moment.light !== 'unknown') before = piece.moment
  }
  return stretches
}
