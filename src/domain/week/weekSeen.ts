import { clipSpans, joinSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { WeekDrift, WeekSeen, WeekService } from './week.ts'
import { weekDrifts } from './weekDrifts.ts'
import { weekService } from './weekService.ts'
import type { WeekSource } from './weekSource.ts'

const byName = (a: WeekService, b: WeekService): number => (a.name < b.name ? -1 : 1)

/** Those of which too little was seen come last: nothing is known of them. */
const availability = ({ available }: WeekService): number => available ?? Infinity

/** `Infinity - Infinity` is no number: two of which nothing is known are alike. */
function worstFirst(a: WeekService, b: WeekService): number {
  const [of, other] = [availability(a), availability(b)]
  if (of !== other) return of < other ? -1 : 1
  return b.redFor - a.redFor || b.orangeFor - a.orangeFor || byName(a, b)
}

const GRAVEST_FIRST: readonly WeekDrift['outcome'][] = ['reached', 'standing', 'unseen', 'caught']

const byOutcome = (a: WeekDrift, b: WeekDrift): number =>
  GRAVEST_FIRST.indexOf(a.outcome) - GRAVEST_FIRST.indexOf(b.outcome) || b.from - a.from

/**
 * What is known of a fleet's week. `watched`: when anybody watched. The least available services come first; of one that the
 * fleet names no more only what was seen is told. Drifts that reached their limit come first, then the newest.
 */
export function weekSeen(
  sources: readonly WeekSource[],
  watched: readonly SeenSpan[],
  week: SeenSpan,
): WeekSeen {
  const told = sources.map((source) => ({ source, service: weekService(source, week) }))
  return {
    from: week.from,
    to: week.to,
    watched: clipSpans(joinSpans(watched, 0), week),
    services: told
      .filter(({ source, service }) => source.isNamed || service.seenFor > 0)
      .map(({ service }) => service)
      .toSorted(worstFirst),
    drifts: sources.flatMap((source) => weekDrifts(source, week)).toSorted(byOutcome),
  }
}
