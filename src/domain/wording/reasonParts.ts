import { driftParts } from './driftWords.ts'
import { failurePhrase } from './failureWords.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber, formatRatio } from './formatNumber.ts'
import { formatSignal } from './formatSignal.ts'
import { listPods, podFacts, wherePods } from './namePods.ts'
import { expositionFact, healthWhy, type Reader, workersFact } from './reasonEvidence.ts'
import { NAMING, TIMELESS } from './reasonTraits.ts'
import { texts } from './texts.ts'
import { ticketText } from './ticketReasonText.ts'
import { dependencyText, loadText, staleEntryText, versionsText } from './wholeWords.ts'
import {
  certificateEnd,
  certificateText,
  gcPauseText,
  latencyText,
  mutexWaitText,
  trafficText,
  warmUpText,
} from './usualWords.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodEvidence, Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

const words = texts.reason

const moment = (at: EpochMs, { now, timeZone }: Reader): string => formatMoment(at, now, timeZone)

const whereOf = ({ pods, ofPods }: Reason): string => {
  const names = pods.map(({ pod }) => pod)
  return wherePods(names, ofPods)
}

const onPods = (reason: Reason): string => texts.on(whereOf(reason))

/** `orders-1` where that is all there is, else `2 of 3 pods`. */
const shareOf = ({ pods, ofPods }: Reason): string =>
  ofPods === 1 && pods[0] !== undefined ? pods[0].pod : texts.some(pods.length, ofPods)

const largest = <T>(items: readonly T[], sizeOf: (item: T) => number): T | undefined =>
  items.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]

const withCause = (line: string, cause: string | null | undefined): string =>
  cause === null || cause === undefined || cause === '' ? line : `${line}: ${cause}`

/** The pods' failures behind a head that says how many: where all fail in one way, their names say no more. */
function failureFacts({ pods, ofPods }: Reason<'failing'>): string {
  const facts = pods.map(({ pod, failure }) => ({ pod, fact: failurePhrase(failure) }))
  const [first, ...others] = facts
  const isOne = first !== undefined && others.every(({ fact }) => fact === first.fact)
  return isOne && pods.length === ofPods ? first.fact : podFacts(facts)
}

/** Kinds that mean silence; every other failure is an answer of a wrong sort. */
const isSilent = ({ kind }: ProbeFailure): boolean => kind === 'timeout' || kind === 'unreachable'

function failing(reason: Reason<'failing'>): string {
  const say = reason.pods.every(({ failure }) => isSilent(failure)) ? words.doNotAnswer : words.fail
  return withCause(say(shareOf(reason), reason.pods.length), failureFacts(reason))
}

function cannotSee(reason: Reason<'cannot-see'>): string {
  const [only = '', other] = new Set(reason.pods.map(({ failure }) => failurePhrase(failure)))
  const kinds = other === undefined ? only : texts.and(only, other)
  return `${kinds} ${onPods(reason)}`
}

const STATES = ['down', 'degraded', 'unknown'] as const

function health(reason: Reason<'health'>): string {
  const state = STATES.find((state) => reason.pods.some((pod) => pod.state === state)) ?? 'unknown'
  const worst = reason.pods.find((pod) => pod.state === state)
  return withCause(`${words.health[state]} ${onPods(reason)}`, worst && healthWhy(worst))
}

function level(reason: Reason<'level'>, reader: Reader): string {
  const worst = largest(reason.pods, ({ value, bound }) => value / bound)
  if (worst === undefined) return ''
  const { signal, value, bound, of } = worst
  const what = of === null ? texts.signal[signal] : `${texts.signal[signal]} ${of}`
  const say = reason.pods.length > 1 ? words.levelUpTo : words.level
  const limit = formatSignal(signal, bound, reader.now, reader.timeZone)
  return `${say(what, formatRatio(value / bound), limit)} ${onPods(reason)}`
}

function utilisation(reason: Reason<'utilisation'>): string {
  const worst = largest(reason.pods, ({ share }) => share)
  if (worst === undefined) return ''
  const { busy, busyUpTo, of } = texts.workers
  const say = reason.pods.length > 1 ? busyUpTo : busy
  return withCause(`${say(of(worst.of), formatRatio(worst.share))} ${onPods(reason)}`, workersFact(worst))
}

function poolExhausted(reason: Reason<'pool-exhausted'>): string {
  const worst = largest(reason.pods, ({ waiting }) => waiting)
  if (worst === undefined) return ''
  const { inUse, bound, waiting, of } = worst
  const use = words.poolUse(formatNumber(inUse), formatNumber(bound), formatNumber(waiting))
  return withCause(words.poolFull(words.pool(of), onPods(reason)), use)
}

function errors(reason: Reason<'errors'>): string {
  const worst = largest(reason.pods, ({ ratio }) => ratio)
  if (worst === undefined) return ''
  const say =
    worst.rising === true ? words.errorsRisen : reason.pods.length > 1 ? words.errorsUpTo : words.errors
  return `${say(formatRatio(worst.ratio), formatNumber(worst.perSecond))} ${onPods(reason)}`
}

function eventLoop(reason: Reason<'event-loop'>): string {
  const longest = Math.max(0, ...reason.pods.map(({ lag }) => lag))
  return withCause(words.eventLoop(onPods(reason)), words.lag(formatDuration(longest)))
}

function gcCpu(reason: Reason<'gc-cpu'>): string {
  const most = Math.max(0, ...reason.pods.map(({ share }) => share))
  return withCause(words.gcCpu(onPods(reason)), words.gcShare(formatRatio(most)))
}

function restarts(reason: Reason<'restarts'>, reader: Reader): string {
  const latest = largest(reason.pods, ({ lastAt }) => lastAt)
  const times = reason.pods.reduce((sum, { count }) => sum + count, 0)
  const when = texts.at(moment(latest?.lastAt ?? reason.since, reader))
  if (reason.pods.length > 1) {
    return `${words.restarted(shareOf(reason), times)}, ${words.last(latest?.pod ?? null, when)}`
  }
  const head = words.restarted(latest?.pod ?? '', times)
  return times === 1 ? `${head} ${when}` : `${head}, ${words.last(null, when)}`
}

function flapping(reason: Reason<'flapping'>): string {
  const worst = largest(reason.pods, ({ bad, of }) => bad / of)
  return withCause(words.flap(onPods(reason)), worst && words.bad(worst.bad, worst.of))
}

function stale(reason: Reason<'stale'>, reader: Reader): string {
  const seen = reason.pods.flatMap(({ lastSeen }) => (lastSeen === null ? [] : [lastSeen]))
  if (seen.length === 0) return words.neverSeen(whereOf(reason))
  return words.stale(whereOf(reason), texts.at(moment(Math.min(...seen), reader)))
}

function slow(reason: Reason<'slow'>): string {
  const longest = Math.max(0, ...reason.pods.map(({ took }) => took))
  return withCause(words.slow(onPods(reason)), words.took(formatDuration(longest)))
}

function exposition(reason: Reason<'exposition'>): string {
  const worst = largest(reason.pods, ({ bytes }) => bytes)
  return withCause(words.metricsPage(onPods(reason)), worst && expositionFact(worst))
}

function readyUnseen(reason: Reason<'ready-unseen'>): string {
  const failure = reason.pods.find((pod) => pod.failure !== null)?.failure ?? null
  return failure === null
    ? words.readyUntold(whereOf(reason))
    : withCause(words.readyFails(onPods(reason)), failurePhrase(failure))
}

const TEXTS: { readonly [K in ReasonKind]: (reason: Reason<K>, reader: Reader) => string } = {
  failing,
  'cannot-see': cannotSee,
  health,
  level,
  restarts,
  flapping,
  stale,
  slow,
  exposition,
  errors,
  'event-loop': eventLoop,
  'gc-cpu': gcCpu,
  latency: (reason) => latencyText(reason, onPods(reason)),
  'warm-up': (reason, reader) => warmUpText(reason, onPods(reason), reader),
  traffic: (reason) => trafficText(reason, onPods(reason)),
  'gc-pause': (reason) => gcPauseText(reason, onPods(reason)),
  'mutex-wait': (reason) => mutexWaitText(reason, onPods(reason)),
  certificate: (reason) => certificateText(reason, onPods(reason)),
  'ready-unseen': readyUnseen,
  'pool-exhausted': poolExhausted,
  utilisation,
  drift: (reason, reader) => driftParts(reason, onPods(reason), reader).text,
  'target-down': (reason) => withCause(words.targetDown(onPods(reason)), reason.pods[0]?.from),
  'not-ready': (reason) => withCause(words.notReady(onPods(reason)), reason.pods[0]?.why),
  confirming: (reason) => withCause(words.confirming(onPods(reason)), reason.pods[0]?.why),
  'metrics-failing': (reason) =>
    withCause(words.metricsFail(onPods(reason)), reason.pods[0] && failurePhrase(reason.pods[0].failure)),
  'versions-disagree': versionsText,
  load: loadText,
  dependency: dependencyText,
  'stale-entry': staleEntryText,
  ticket: ticketText,
}

/** Which pods `2 of 12 pods` are, last of all: in a narrow line the cause matters more than their names. */
function withNames(text: string, kind: ReasonKind, pods: readonly PodEvidence[], ofPods: number): string {
  const told = pods.length <= 1 || pods.length === ofPods || NAMING.has(kind)
  return told ? text : texts.named(text, listPods(pods.map(({ pod }) => pod)))
}

/** `since 08:31`, `since 08:31 (deploy 1.8.2)`, or `already so at 08:31` where nobody saw it begin. */
function sinceOf(
  { already, since, suspect }: Pick<Reason, 'since' | 'already' | 'suspect'>,
  reader: Reader,
): string {
  const said = (already === true ? texts.already : texts.since)(moment(since, reader))
  return suspect === undefined ? said : words.afterDeploy(said, suspect.version)
}

/** Kinds whose text tells its own time, and which have to say when something will come. */
const COMING: { readonly [K in ReasonKind]?: (reason: Reason<K>, reader: Reader) => string | null } = {
  drift: (reason, reader) => driftParts(reason, onPods(reason), reader).end,
  certificate: certificateEnd,
}

/** A reason in words, its end apart so that a narrow line may cut the one and keep the other. */
export type ReasonParts = {
  readonly text: string
  /** `since 08:31`, `already so at 08:31`, or what is to come; null where the text says it all. */
  readonly end: string | null
  /** Whether the end tells what is to come: that matters more than since when it is so. */
  readonly isToCome: boolean
}

/** What a reason says, in plain words with numbers. `timeZone` is an IANA name. */
export function reasonParts<K extends ReasonKind>(
  reason: Reason<K>,
  now: EpochMs,
  timeZone: string,
): ReasonParts {
  const reader = { now, timeZone }
  const text = withNames(TEXTS[reason.kind](reason, reader), reason.kind, reason.pods, reason.ofPods)
  const coming = COMING[reason.kind]
  if (coming !== undefined) return { text, end: coming(reason, reader), isToCome: true }
  return { text, end: TIMELESS.has(reason.kind) ? null : sinceOf(reason, reader), isToCome: false }
}
