import type { NightStretch } from '#src/domain/night/night.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'

/** A part of a row of the timeline. Places and widths are shares of the night, 0 to 1. */
export type NightBand = { readonly light: Light; readonly at: number; readonly width: number }

/** More parts than this in one row are drawn on so many columns instead, each with the gravest light that lies in it. */
export const MOST_BANDS = 240

/** Neighbours that are no further apart than this share of the night are drawn as one. */
const TOUCHING = 0.0005

/** Where a moment lies in a night; what is outside of it is at its edge. */
export function shareOf(at: EpochMs, { from, to }: SeenSpan): number {
  return to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 0
}

/** Neighbours of one light as one part. */
function joined(bands: readonly NightBand[]): readonly NightBand[] {
  const parts: NightBand[] = []
  for (const band of bands) {
    const last = parts.at(-1)
    if (last?.light === band.light && band.at - (last.at + last.width) <= TOUCHING)
      parts[parts.length - 1] = { ...last, width: Math.max(last.width, band.at + band.width - last.at) }
    else parts.push(band)
  }
  return parts
}

/** The columns that a band lies in. One that is thinner than a column lies in one. */
const columnsOf = ({ at, width }: NightBand): readonly [number, number] => {
  const first = Math.min(MOST_BANDS - 1, Math.floor(at * MOST_BANDS))
  return [first, Math.max(first, Math.min(MOST_BANDS, Math.ceil((at + width) * MOST_BANDS)) - 1)]
}

/** The gravest light of each column: what was red for a moment is not lost among what was green for hours. */
function onColumns(bands: readonly NightBand[]): readonly NightBand[] {
  const columns = Array.from<Light | null>({ length: MOST_BANDS }).fill(null)
  for (const band of bands) {
    const [first, last] = columnsOf(band)
    for (let i = first; i <= last; i += 1) {
      const there = columns[i] ?? null
      if (there === null || lightRank(band.light) < lightRank(there)) columns[i] = band.light
    }
  }
  return columns.flatMap((light, i) =>
    light === null ? [] : [{ light, at: i / MOST_BANDS, width: 1 / MOST_BANDS }],
  )
}

/**
 * How a service stood over a night as parts to be drawn, oldest first. Where nobody watched there is none: what was not seen
 * is left blank. A service that changed hundreds of times is drawn on a grid, by what was gravest in each place.
 */
export function nightBands(stretches: readonly NightStretch[], night: SeenSpan): readonly NightBand[] {
  const bands = stretches.map(({ from, to, light }) => {
    const at = shareOf(from, night)
    return { light, at, width: Math.max(0, shareOf(to, night) - at) }
  })
  const whole = joined(bands)
  return whole.length <= MOST_BANDS ? whole : joined(onColumns(whole))
}
