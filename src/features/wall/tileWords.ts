import type { EpochMs } from '#src/domain/time/units.ts'
import type { WallTile } from '#src/domain/wall/wallTiles.ts'
import { englishWall as words } from '#src/domain/wording/englishWall.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { reasonParts } from '#src/domain/wording/reasonParts.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { withoutPlace } from '#src/domain/wording/withoutPlace.ts'

/** What a tile says besides its name, the more important line first; either may be empty. */
export type TileWords = {
  /** The light in a word. */
  readonly light: string
  readonly why: string
  readonly facts: string
}

function podsOut({ pods: { out, of }, light }: WallTile): string {
  // Of what cannot be seen nobody knows how many are out.
  if (out === 0 || light === 'unknown' || light === 'green') return ''
  return out === of ? words.allPodsOut(of) : words.podsOut(out, of)
}

function whenOf(tile: WallTile, now: EpochMs, timeZone: string): string {
  const { reason, light, since } = tile
  if (light === 'green') return ''
  const end = reason === null ? null : reasonParts(reason, now, timeZone).end
  return end ?? words.since(formatMoment(since, now, timeZone))
}

/** Puts a tile into words. `timeZone` is an IANA name. */
export function tileWords(tile: WallTile, now: EpochMs, timeZone: string): TileWords {
  const { light, was, reason, more, root, affected } = tile
  const why = reason === null ? '' : withoutPlace(reasonParts(reason, now, timeZone).text, reason)
  const word = screenTexts.light[light]
  if (was !== null) {
    const before = words.was(screenTexts.light[was.light], formatMoment(was.at, now, timeZone))
    return { light: word, why: before, facts: why }
  }
  if (root !== null) {
    const facts = [why, whenOf(tile, now, timeZone)].filter((fact) => fact !== '').join(' ')
    return { light: word, why: words.under(root), facts }
  }
  const facts = [
    affected === 0 ? '' : words.drags(affected),
    podsOut(tile),
    whenOf(tile, now, timeZone),
    more === 0 ? '' : words.more(more),
  ]
  return { light: word, why, facts: facts.filter((fact) => fact !== '').join(' · ') }
}
