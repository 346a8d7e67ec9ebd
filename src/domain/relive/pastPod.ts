import type { Pod } from '#src/domain/fleet/fleet.ts'
import type { Stretch } from '#src/domain/prometheus/sampleGrid.ts'
import { storedPage, scrapeAt } from '#src/domain/prometheus/storedPage.ts'
import { readSignals } from '#src/domain/signals/readSignals.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { scrapedSpans, type UpTrail } from './upTrail.ts'

/** A pod of a service as it was, with what a server has kept of it. */
export type PastPod = {
  readonly pod: Pod
  /** Null where it was not scraped within that time. */
  readonly trail: UpTrail | null
  /** Its pages; null where nothing of them is kept. */
  readonly pages: Stretch | null
  /** From when to when it belonged to the service: then it is missed where it is not scraped. */
  readonly from: EpochMs
  readonly to: EpochMs
}

/** A process is scraped for the first time within so long after its start. */
const FOUND_WITHIN: DurationMs = minutes(10)

type Life = Pick<PastPod, 'from' | 'to'>

const ALWAYS: Life = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** When the process started that the first page tells of; null where no page tells it. */
function firstStart(pages: Stretch | null): EpochMs | null {
  if (pages === null) return null
  const page = storedPage(pages)
  const points = Math.floor((pages.span.end - pages.span.start) / pages.span.step)
  for (let i = 0; i <= points; i += 1) {
    const scrape = scrapeAt(page, i)
    if (scrape !== null) return readSignals(null, scrape, null).startedAt
  }
  return null
}

/** What tells a pod that came in the course of time from one that was not scraped. */
export type Coming = {
  /** Something was stored of it before its first scrape, or where it has none, before the time ended. */
  readonly isKnownBefore: boolean
  /** The service had other pods, which are gone. */
  readonly replaces: boolean
  /** When it is known to have been started first; null where nobody knows. */
  readonly startedAt: EpochMs | null
  /** When the time ends that is looked at. */
  readonly until: EpochMs
}

/**
 * From when to when a pod that the fleet names belonged to its service. It was always there, unless it came: nothing is
 * known of it from before, and its process started no more than ten minutes before it was first scraped, or only after the
 * time in which it was not. Where no start is told, pods that it replaces say so.
 */
export function lifeOfNamed({ trail, pages }: Pick<PastPod, 'trail' | 'pages'>, coming: Coming): Life {
  const first = trail?.runs[0]?.from ?? null
  if (coming.isKnownBefore) return ALWAYS
  const start = first === null ? coming.startedAt : firstStart(pages)
  const came = start === null ? coming.replaces : start >= (first ?? coming.until) - FOUND_WITHIN
  return came ? { ...ALWAYS, from: first ?? Infinity } : ALWAYS
}

/** A pod that the fleet names no more belonged to its service while it was scraped. */
export function lifeOfFormer(trail: UpTrail): Life {
  const spans = scrapedSpans(trail)
  return { from: spans[0]?.from ?? Infinity, to: spans.at(-1)?.to ?? Number.NEGATIVE_INFINITY }
}
