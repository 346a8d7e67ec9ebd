import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { slopeAsOf } from '#src/domain/digest/sparkOf.ts'
import { boundOf, slopeOptions } from '#src/domain/drift/following.ts'
import { seriesName } from '#src/domain/series/historyBook.ts'
import { spanLine } from '#src/domain/series/spanLine.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Watch } from './watch.ts'

/** Which signals of which pods, and of when; null: of all pods that the fleet names, of all signals. */
export type HistoriesWanted = {
  readonly service: string
  readonly pods: readonly string[] | null
  readonly signals: readonly Signal[] | null
  readonly from: EpochMs
  readonly to: EpochMs
  /** About as many steps as a picture has room for; at most 1,000. */
  readonly places: number
}

/** More lines are not answered at once: a screen that shows as many shows none of them. */
const MOST_LINES = 1500
const MOST_PLACES = 1000

type Whose = Pick<HistoriesWanted, 'service' | 'from' | 'to' | 'places'> & { readonly pod: string }

function historyOf({ services, memory }: Watch, whose: Whose, signal: Signal): SignalHistory | null {
  const { service, pod, from, to, places } = whose
  const name = seriesName(service, pod, signal)
  const history = memory.histories.get(name)
  const line = history === null ? null : spanLine(history, from, to, Math.min(places, MOST_PLACES))
  if (line === null) return null
  const facts = services.get(service)?.pods.get(pod)
  const readAt = facts?.tracks.metrics?.lastReading?.at ?? null
  const isPresent = readAt !== null && readAt < to
  return {
    signal,
    pod,
    ...line,
    bound: facts === undefined ? null : boundOf(facts, signal),
    slope:
      facts === undefined || !isPresent ? null : slopeAsOf(memory, name, slopeOptions(facts, signal), readAt),
    marks: memory.marks.marksOf(service, pod).filter(({ at }) => at >= from && at < to),
  }
}

/**
 * How signals of a service's pods went over `[from, to)`: pod by pod, in the order of `SIGNALS`. Of pods that the fleet names
 * no more as long as their histories are kept, without bounds and slopes. What nothing is known of is left out.
 */
export function signalHistories(watch: Watch, wanted: HistoriesWanted): readonly SignalHistory[] {
  const { service, pods, signals } = wanted
  const asked = pods ?? [...(watch.services.get(service)?.pods.keys() ?? [])]
  const found: SignalHistory[] = []
  for (const pod of asked) {
    for (const signal of signals ?? SIGNALS) {
      if (found.length >= MOST_LINES) return found
      const history = historyOf(watch, { ...wanted, pod }, signal)
      if (history !== null) found.push(history)
    }
  }
  return found
}
