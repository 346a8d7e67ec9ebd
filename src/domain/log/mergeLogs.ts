import type { HealthLog } from '#src/domain/health/healthReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { LogEntry } from './logEntry.ts'
import { podOf } from './podOf.ts'

/** What one pod's page carries, oldest first. */
export type PodLogs = { readonly pod: string; readonly logs: readonly HealthLog[] }

type Placed = { readonly entry: LogEntry; readonly at: EpochMs }

/** An entry without a time stands where it stood: with the one before it, else with the first one that has a time. */
function placed({ pod, logs }: PodLogs): readonly Placed[] {
  // A page that tells no times at all comes last: nothing else can be said of it.
  let known = logs.find(({ at }) => at !== null)?.at ?? Number.POSITIVE_INFINITY
  return logs.map((log) => {
    known = log.at ?? known
    const named = podOf(log)
    return { entry: { ...log, page: pod, pod: named?.pod ?? pod, podKey: named?.key ?? null }, at: known }
  })
}

/** The entries of several pods' pages in order of time, oldest first; what has the same time stays in the order given. */
export const mergeLogs = (pages: readonly PodLogs[]): readonly LogEntry[] =>
  pages
    .flatMap(placed)
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ entry }) => entry)
