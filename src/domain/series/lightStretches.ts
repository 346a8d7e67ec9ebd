import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { SEEN_GAP, type SeenSpan, spanAt } from './seenSpans.ts'

/** From when on a service had a light: until the next change, or until nobody watched any more. */
export type LightChange = { readonly at: EpochMs; readonly light: Light }

/** How long a service was seen with one light, both ends included. */
export type LightStretch = SeenSpan & { readonly light: Light }

/** Most changes of one service: of more, the oldest go. */
export const MOST_CHANGES = 500

/** Leaves out what only says again, within one span, what was said before. In order of time. */
function plain(changes: readonly LightChange[], seen: readonly SeenSpan[]): readonly LightChange[] {
  const told: LightChange[] = []
  for (const change of changes) {
    const last = told.at(-1)
    const isRepeated = last?.light === change.light && (spanAt(seen, change.at)?.from ?? Infinity) <= last.at
    if (!isRepeated) told.push(change)
  }
  return told.slice(-MOST_CHANGES)
}

/**
 * The changes of a service with one more word on its light; the same array where that is no news. A light that is the same
 * as before nobody watched is told again: it may have been another in between. A clock that was set back writes over
 * nothing but the moment itself.
 */
export function withLight(
  changes: readonly LightChange[],
  change: LightChange,
  seen: readonly SeenSpan[],
): readonly LightChange[] {
  const before = changes.findLast(({ at }) => at <= change.at)
  const isNews = before?.light !== change.light || (spanAt(seen, change.at)?.from ?? Infinity) > before.at
  if (!isNews) return changes
  const [earlier, later] = [
    changes.filter(({ at }) => at < change.at),
    changes.filter(({ at }) => at > change.at),
  ]
  return plain([...earlier, change, ...later], seen)
}

/** How long each light was seen. Of a change that nobody watched any more only its moment is left. */
export function lightStretches(
  changes: readonly LightChange[],
  seen: readonly SeenSpan[],
): readonly LightStretch[] {
  return changes.map(({ at, light }, i) => {
    const until = spanAt(seen, at)?.to ?? at
    return { from: at, to: Math.min(changes[i + 1]?.at ?? Infinity, until), light }
  })
}

/** Of two that watched at once, the one counts that saw more, then the one that saw worse. */
const FIRST: readonly (Light | null)[] = ['red', 'orange', 'green', 'unknown', null]

const clearer = (a: Light | null, b: Light | null): Light | null =>
  FIRST.find((light) => light === a || light === b) ?? null

/** Tells the light at a moment, for moments that are asked for in order. */
function teller(stretches: readonly LightStretch[]): (t: EpochMs) => Light | null {
  let i = -1
  return (t) => {
    while ((stretches[i + 1]?.from ?? Infinity) <= t) i++
    const stretch = stretches[i]
    return stretch !== undefined && t <= stretch.to ? stretch.light : null
  }
}

/** Moments at which a teller may begin to tell something else: times are whole milliseconds. */
const edges = (stretches: readonly LightStretch[]): EpochMs[] =>
  stretches.flatMap(({ from, to }, i) => (stretches[i + 1]?.from === to ? [from] : [from, to + 1]))

/**
 * Two accounts of one service as changes. `seen`: when either of them watched. What neither tells of while the other
 * watched on is unknown, but for gaps that count as none.
 */
export function joinLights(
  a: readonly LightStretch[],
  b: readonly LightStretch[],
  seen: readonly SeenSpan[],
): readonly LightChange[] {
  const times = [...new Set([...edges(a), ...edges(b)])].toSorted((one, other) => one - other)
  const [tellA, tellB] = [teller(a), teller(b)]
  const changes = times.flatMap((at, i): LightChange[] => {
    const light = clearer(tellA(at), tellB(at))
    if (light !== null) return [{ at, light }]
    const isGap = (times[i + 1] ?? Infinity) - at > SEEN_GAP && spanAt(seen, at) !== null
    return isGap ? [{ at, light: 'unknown' }] : []
  })
  return plain(changes, seen)
}
