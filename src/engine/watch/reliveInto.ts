import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import type { QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { relivedLights } from '#src/domain/relive/relivedLights.ts'
import type { Relived } from '#src/domain/relive/reliveService.ts'
import { joinSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { recallPast } from '#src/domain/watch/recallPast.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { PrometheusAccess } from '#src/engine/sources/prometheus/prometheusClient.ts'
import { reliveNight } from '#src/engine/sources/prometheus/reliveNight.ts'

/** What was lived through once more: of each service how it stood, and when it is known. */
type Found = { readonly relived: Relived; readonly spans: readonly SeenSpan[] }

/** Lights, and starts of pods, are known from then on as if they had been seen. */
function remember({ memory }: Watch, found: readonly Found[]): void {
  const moments = new Map<string, readonly VerdictMoment[]>()
  for (const { relived } of found) {
    moments.set(relived.service, [...(moments.get(relived.service) ?? []), ...relived.moments])
    memory.marks.load(relived.marks)
  }
  const spans = joinSpans(
    found.flatMap((one) => one.spans),
    0,
  )
  memory.lights.load(relivedLights(moments, spans))
}

/**
 * Fills the journal with how services stood in times that nobody here has seen. Of a time all services come at once, or none:
 * half a fleet would look like one of which the other half was well. Answers why the source did not tell; null where it did.
 * `current` is asked for the watch as it is: the fleet file may be read anew meanwhile.
 */
export async function reliveInto(
  journal: VerdictJournal,
  access: PrometheusAccess,
  current: () => Watch,
  ports: Ports,
  missing: readonly SeenSpan[],
): Promise<QueryFailure | null> {
  const { fleet, memory } = current()
  let found: Found[] = []
  const take = (): void => {
    if (found.length === 0) return
    for (const { relived, spans } of found) journal.fill(relived.service, relived.moments, spans)
    remember(current(), found)
    recallPast(current())
    found = []
  }
  return await reliveNight(access, fleet, ports, {
    now: ports.now(),
    missing,
    memory,
    onRelived: (relived, spans) => found.push({ relived, spans }),
    onRound: take,
  })
}
