import { type HistoryBook, seriesName } from '#src/domain/series/historyBook.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Usual } from './usual.ts'
import { usualAt } from './usualAt.ts'

/** The signals that are judged by what they usually are. */
const USUAL_SIGNALS: readonly Signal[] = [
  'requestRate',
  'errorRatio',
  'latencyP50',
  'latencyP99',
  'mutexWait',
  'memory',
]

/** What is usual moves with the hours: looking it up twenty times as often as that would cost more than judging by it. */
const EVERY: DurationMs = minutes(5)

const isSameSpell = (a: EpochMs, b: EpochMs): boolean => Math.floor(a / EVERY) === Math.floor(b / EVERY)

/**
 * What the signals of a pod usually are at `at`, from what is remembered of it; of a pod that was started anew, from the
 * process before. It is looked up once in five minutes, and at every page while nothing is known. `before`: when the page
 * before this one came; null where there was none.
 */
export function podUsual(
  histories: HistoryBook,
  { service, pod, usual }: Pick<PodFacts, 'service' | 'pod' | 'usual'>,
  before: EpochMs | null,
  at: EpochMs,
): PodFacts['usual'] {
  if (usual.size > 0 && before !== null && isSameSpell(before, at)) return usual
  const found = new Map<Signal, Usual>()
  for (const signal of USUAL_SIGNALS) {
    const history = histories.get(seriesName(service.name, pod.name, signal))
    const known = history === null ? null : usualAt(history, at)
    if (known !== null) found.set(signal, known)
  }
  return found
}
