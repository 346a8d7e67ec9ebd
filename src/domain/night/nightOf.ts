import type { Service } from '#src/domain/fleet/fleet.ts'
import type { JournalStretch } from '#src/domain/journal/journalStretch.ts'
import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { LightBook } from '#src/domain/series/lightBook.ts'
import { clipSpans, joinSpans, outside, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { cutSpans } from './cutSpans.ts'
import { fewSpans } from './fewSpans.ts'
import { gapsOf, NO_GAP } from './gapsOf.ts'
import type { Night, NightStretch, ServiceNight } from './night.ts'
import { spellsOf } from './spellsOf.ts'
import { type Starts, startsIn } from './startsIn.ts'
import { unseenIn } from './unseenIn.ts'

/** What a night is told from. */
export type NightSources = Starts & {
  readonly journal: Pick<VerdictJournal, 'between' | 'names' | 'knownSince' | 'seen' | 'filled'>
  readonly lights: Pick<LightBook, 'watchedSince'>
  /** Those that the fleet names now. */
  readonly services: readonly Pick<Service, 'name' | 'policy'>[]
  readonly filling: boolean
  readonly fillFault: string | null
}

type Named = Pick<Service, 'name' | 'policy'>

/** How a service stood when a night began may have been seen a little before, and not since. */
const LOOK_BACK: DurationMs = minutes(10)

/** Of more gaps those are told as one between which the least was seen. */
const MOST_GAPS = 500

const stretchOf = ({ moment, from, to, turn }: JournalStretch): NightStretch => ({
  from,
  to,
  light: moment.light,
  turn,
  reasons: moment.reasons,
})

const isSeen = ({ light }: NightStretch): boolean => light !== 'unknown'

/** When it was seen well last, where that led up to the night; null where it was not. */
function wellUntil(earlier: readonly NightStretch[]): EpochMs | null {
  const last = earlier.at(-1)
  return last?.light === 'green' ? last.to : null
}

/** Of what stands when a night begins nobody may say that it began then. */
function stretchesIn(all: readonly NightStretch[], { from, to }: SeenSpan): readonly NightStretch[] {
  return all.flatMap((one) =>
    one.to < from || one.from > to || (one.to === from && one.from < from)
      ? []
      : [{ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }],
  )
}

/** Nothing is known of it from before, though this browser watched the fleet then. */
function isNew({ journal, lights }: NightSources, name: string, { from }: SeenSpan): boolean {
  const since = Math.min(journal.knownSince(name) ?? Infinity, lights.watchedSince(name) ?? Infinity)
  return since >= from && (journal.seen()[0]?.from ?? Infinity) < from
}

/** When the fleet first named one of its pods, or it was first seen: before that it was not there. */
function cameAt({ marks }: NightSources, name: string, stretches: readonly NightStretch[]): EpochMs {
  const named = Array.from(marks.livesOf(name).values(), ({ since }) => since ?? Infinity)
  const first = Math.min(stretches[0]?.from ?? Infinity, ...named)
  return Number.isFinite(first) ? first : Number.NEGATIVE_INFINITY
}

/** The part of a night in which a service was to be seen: what is new was not there before, what is gone not since. */
function spanOf(
  sources: NightSources,
  { name, standing, stretches }: Pick<ServiceNight, 'name' | 'standing' | 'stretches'>,
  night: SeenSpan,
): SeenSpan {
  const from = standing === 'new' ? Math.max(night.from, cameAt(sources, name, stretches)) : night.from
  return { from, to: standing === 'gone' ? (stretches.at(-1)?.to ?? night.from) : night.to }
}

/** How a service stood when the night began, and since when. Where it is gone: how it was seen last, however long ago. */
function beforeOf(
  all: readonly NightStretch[],
  standing: ServiceNight['standing'],
  { from }: SeenSpan,
): ServiceNight['before'] {
  const earlier = all.filter((one) => one.from <= from && isSeen(one))
  const last = earlier.at(-1)
  if (last === undefined || (standing !== 'gone' && last.to < from - LOOK_BACK)) return null
  const { light, reasons, to } = last
  const other = earlier.findLastIndex((one) => one.light !== light)
  return { light, reasons, since: earlier[other + 1]?.from ?? last.from, seenAt: Math.min(to, from) }
}

function serviceNight(
  sources: NightSources,
  service: Named,
  isNamed: boolean,
  night: SeenSpan,
  unwatched: readonly SeenSpan[],
): ServiceNight {
  const { name } = service
  const all = sources.journal.between(name, -Infinity, night.to).map(stretchOf)
  const earlier = all.filter(({ from, to }) => from < night.from && to >= night.from - LOOK_BACK)
  const stretches = stretchesIn(all, night)
  const standing = !isNamed ? 'gone' : isNew(sources, name, night) ? 'new' : 'known'
  const span = spanOf(sources, { name, standing, stretches }, night)
  return {
    name,
    standing,
    before: beforeOf(all, standing, night),
    stretches,
    spells: spellsOf(stretches, wellUntil(earlier)),
    unseen: unseenIn(stretches.filter(isSeen), unwatched, span),
    ...startsIn(sources, service, night),
  }
}

function spansOf({ journal }: NightSources, night: SeenSpan): Pick<Night, 'watched' | 'gaps' | 'filled'> {
  const own = journal.seen()
  const elsewhere = journal.filled()
  const raw = joinSpans([...own, ...elsewhere], 0)
  const gaps = fewSpans(gapsOf(raw, night), MOST_GAPS)
  // What was seen holds for a moment, as long as that is no gap.
  const held = raw.map((span) => ({ from: span.from, to: span.to + NO_GAP }))
  const watched = cutSpans(clipSpans(joinSpans(held, 0), night), gaps)
  return { watched, gaps, filled: cutSpans(clipSpans(elsewhere, night), own) }
}

/**
 * Whether a service that the fleet names no more was taken out of it in the night. It was named for as long as it was seen,
 * and when nobody watched afterwards, until somebody did again.
 */
function wentIn({ journal }: NightSources, name: string, { from, to }: SeenSpan): boolean {
  const last = journal.between(name, -Infinity, to).at(-1)
  if (last === undefined || last.to > from) return last !== undefined
  const next = journal.seen().find((span) => span.to > last.to)
  const at = Math.max(last.to, next?.from ?? to)
  return at >= from && at <= to
}

/**
 * The night `[from, to]` of a fleet, as far as anybody watched: of every service that it names, and of those that were there
 * in the night and are not named any more. What nobody saw is told as a gap, or as unseen where only this service was not
 * seen; nothing is made up for either.
 */
export function nightOf(sources: NightSources, { from, to }: SeenSpan): Night {
  const night = { from: Math.min(from, to), to }
  const { journal, services, filling, fillFault } = sources
  const spans = spansOf(sources, night)
  const named = new Set(services.map(({ name }) => name))
  const gone = journal.names().filter((name) => !named.has(name) && wentIn(sources, name, night))
  const unwatched = outside(spans.watched, night)
  const all = [...services, ...gone.map((name): Named => ({ name, policy: DEFAULT_POLICY }))]
  return {
    ...night,
    ...spans,
    filling,
    fillFault,
    services: all
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((service) => serviceNight(sources, service, named.has(service.name), night, unwatched)),
  }
}
