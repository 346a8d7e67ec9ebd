import { driftFact } from './driftWords.ts'
import { failurePhrase } from './failureWords.ts'
import { formatBytes } from './formatBytes.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber, formatRatio } from './formatNumber.ts'
import { formatSignal } from './formatSignal.ts'
import { growthText } from './growthText.ts'
import { texts } from './texts.ts'
import {
  certificateFact,
  gcPauseFact,
  latencyFact,
  mutexWaitFact,
  trafficFact,
  warmUpFact,
} from './usualWords.ts'
import { loadFact } from './wholeWords.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodEvidence, Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

type PodOf<K extends ReasonKind> = Reason<K>['pods'][number]

/** When and where the words are read. `timeZone` is an IANA name. */
export type Reader = { readonly now: EpochMs; readonly timeZone: string }

type Facts = {
  readonly [K in ReasonKind]: (pod: PodOf<K>, reader: Reader) => string
}

/** What a health answer gives as its cause: the check's name once, even where the text repeats it; else its log line. */
export function healthWhy({ check, why, log }: PodOf<'health'>): string | null {
  if (check === null) return log ?? why
  if (why === null || why === '') return check
  return why.includes(check) ? why : `${check}: ${why}`
}

/** What is remarkable about a metrics page: where it was cut, what could not be read, or its size and time. */
function pageFact({ truncatedBy, bytes, series, took, badLines, firstBadLine }: PodOf<'exposition'>): string {
  const words = texts.reason
  const size = formatBytes(bytes)
  const read = formatNumber(series)
  if (truncatedBy === 'bytes') return words.cutBytes(size, read)
  if (truncatedBy === 'series') return words.cutSeries(size, read)
  if (badLines === 0) return words.sizeAndTime(size, formatDuration(took))
  const lines = words.badLines(badLines)
  return firstBadLine === null ? lines : `${lines}, ${words.firstBad(firstBadLine.line, firstBadLine.reason)}`
}

/** The same, and which label makes it so large. */
export const expositionFact = (pod: PodOf<'exposition'>): string =>
  pod.grows === undefined ? pageFact(pod) : `${pageFact(pod)}, ${growthText(pod.grows)}`

/** `720/s arrive, 16 workers at 22 ms can do 727/s`; null where the pod counts its busy workers itself. */
export function workersFact({ saturation }: PodOf<'utilisation'>): string | null {
  if (saturation === null) return null
  const { arrivalPerSecond, workers, processingSeconds, processing, capacityPerSecond } = saturation
  const took = formatDuration(processingSeconds * 1000)
  const { canDo, median } = texts.workers
  return canDo(
    formatNumber(arrivalPerSecond),
    formatNumber(workers),
    processing === 'median' ? median(took) : took,
    formatNumber(capacityPerSecond),
  )
}

const FACTS: Facts = {
  failing: ({ failure }) => failurePhrase(failure),
  'cannot-see': ({ failure }) => failurePhrase(failure),
  'metrics-failing': ({ failure }) => failurePhrase(failure),
  health: (pod) =>
    [texts.reason.health[pod.state], healthWhy(pod)].filter((part) => part !== null).join(': '),
  'target-down': ({ from }) => from,
  'not-ready': ({ why }) => why ?? '',
  'ready-unseen': ({ failure }) => (failure === null ? texts.reason.noWord : failurePhrase(failure)),
  confirming: ({ why }) => why ?? '',
  stale: ({ lastSeen }, { now, timeZone }) =>
    lastSeen === null ? texts.reason.never : texts.reason.lastSeen(formatMoment(lastSeen, now, timeZone)),
  level: ({ signal, value, bound, of }, { now, timeZone }) => {
    const ratio = formatRatio(bound === 0 ? Number.NaN : value / bound)
    const numbers = `${formatSignal(signal, value, now, timeZone)} / ${formatSignal(signal, bound, now, timeZone)}`
    return of === null ? `${ratio} (${numbers})` : `${of} ${ratio} (${numbers})`
  },
  utilisation: (pod) => {
    const fact = workersFact(pod)
    const busy = texts.workers.busy(pod.of ?? '', formatRatio(pod.share)).trim()
    return fact === null ? busy : `${busy}: ${fact}`
  },
  drift: driftFact,
  'pool-exhausted': ({ inUse, bound, waiting, of }) => {
    const use = texts.reason.poolUse(formatNumber(inUse), formatNumber(bound), formatNumber(waiting))
    return of === null ? use : `${of}: ${use}`
  },
  restarts: ({ count, lastAt }, { now, timeZone }) => {
    const last = texts.reason.last(null, texts.at(formatMoment(lastAt, now, timeZone)))
    return `${texts.reason.restarted('', count).trim()}, ${last}`
  },
  errors: ({ ratio, perSecond }) => texts.reason.errors(formatRatio(ratio), formatNumber(perSecond)),
  'event-loop': ({ lag }) => texts.reason.lag(formatDuration(lag)),
  'gc-cpu': ({ share }) => formatRatio(share),
  latency: latencyFact,
  'warm-up': warmUpFact,
  traffic: trafficFact,
  'gc-pause': gcPauseFact,
  'mutex-wait': mutexWaitFact,
  certificate: certificateFact,
  flapping: ({ bad, of }) => texts.reason.bad(bad, of),
  slow: ({ took }) => texts.reason.took(formatDuration(took)),
  exposition: (pod) => expositionFact(pod),
  'versions-disagree': ({ version }) => version,
  load: loadFact,
  dependency: () => '',
  'stale-entry': () => '',
  ticket: () => '',
}

/** A pod's share in a reason, in words; `when` is `since 08:31` or `already so at 08:31`. */
export type PodFact = PodEvidence & { readonly text: string; readonly when: string }

/** What a reason says of each of its pods, in the reason's order. `text` is empty where a kind has no more to say. */
export function reasonEvidence<K extends ReasonKind>(
  reason: Reason<K>,
  now: EpochMs,
  timeZone: string,
): readonly PodFact[] {
  const fact = FACTS[reason.kind]
  return reason.pods.map((pod: PodOf<K>) => ({
    pod: pod.pod,
    light: pod.light,
    since: pod.since,
    text: fact(pod, { now, timeZone }),
    when: (pod.already === true ? texts.already : texts.since)(formatMoment(pod.since, now, timeZone)),
  }))
}
