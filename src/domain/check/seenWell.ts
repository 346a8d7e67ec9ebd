import type { Night, ServiceNight } from '#src/domain/night/night.ts'
import { clipSorted } from '#src/domain/series/clipSorted.ts'
import { lengthOf } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'

/** What a service may have been out of sight for, altogether, and still count as seen all the time. */
export const SEEN_ENOUGH: DurationMs = minutes(1)

/**
 * How long somebody watched and yet did not see this service: it was grey, or nothing is known of it at all. Times that nobody
 * watched concern every service, and are none of it.
 */
export const unseenFor = (night: Pick<Night, 'watched'>, service: ServiceNight | null): DurationMs =>
  lengthOf(service === null ? night.watched : clipSorted(service.unseen, night.watched))
