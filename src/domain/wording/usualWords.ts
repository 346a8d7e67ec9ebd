import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber, formatRatio } from './formatNumber.ts'
import { formatSignal } from './formatSignal.ts'
import type { Reader } from './reasonEvidence.ts'
import { texts } from './texts.ts'
import { isFlat } from '#src/domain/baseline/isFlat.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

const words = texts.usual

type PodOf<K extends ReasonKind> = Reason<K>['pods'][number]

const ms = (seconds: number): string => formatDuration(seconds * 1000)

const perSecond = (rate: number): string => `${formatNumber(rate)}${texts.unit.perSecond}`

const most = <T>(items: readonly T[], sizeOf: (item: T) => number): T | undefined =>
  items.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]

/** Whether only the slowest requests are slow, as far as a pod tells. */
export const isOnlyTail = ({ p50, usualP50 }: PodOf<'latency'>): boolean =>
  p50 !== null && usualP50 !== null && isFlat(p50, usualP50)

/** `latency p99 150 ms, 5 × its usual 30 ms, on 2 of 3 pods, p50 flat at 20 ms: only the tail`. */
export function latencyText({ pods }: Reason<'latency'>, where: string): string {
  const worst = most(pods, ({ p99, usual }) => p99 / usual)
  if (worst === undefined) return ''
  const compared = words.times(formatNumber(worst.p99 / worst.usual), ms(worst.usual))
  const say = pods.length > 1 ? words.latencyUpTo : words.latency
  const text = say(ms(worst.p99), compared, where)
  return isOnlyTail(worst) ? `${text}, ${words.onlyTail(ms(worst.p50 ?? 0))}` : text
}

/** `p99 150 ms, usually 30 ms, p50 20 ms`. */
export function latencyFact({ p99, usual, p50 }: PodOf<'latency'>): string {
  const text = words.usually(words.p99(ms(p99)), ms(usual))
  return p50 === null ? text : `${text}, ${words.p50(ms(p50))}`
}

function excursion({ signal, value, usual }: PodOf<'warm-up'>, { now, timeZone }: Reader): string {
  const tell = (of: number): string => formatSignal(signal, of, now, timeZone)
  return words.usually(words.ofSignal(texts.signal[signal], tell(value)), tell(usual))
}

/** `warm-up on 6 of 60 pods: latency p99 150 ms, usually 30 ms, until 14:35 (ready before warm)`. */
export function warmUpText({ pods }: Reason<'warm-up'>, where: string, reader: Reader): string {
  const worst = most(pods, ({ value, usual }) => value / usual)
  if (worst === undefined) return ''
  const head = `${words.warmUp(where)}: ${excursion(worst, reader)}`
  const last = Math.max(...pods.map(({ endsAt }) => endsAt))
  const text = words.until(head, formatMoment(last, reader.now, reader.timeZone))
  return pods.some(({ ready }) => ready === true) ? words.readyTooEarly(text) : text
}

/** `latency p99 150 ms, usually 30 ms, until 14:35`. */
export const warmUpFact = (pod: PodOf<'warm-up'>, reader: Reader): string =>
  words.until(excursion(pod, reader), formatMoment(pod.endsAt, reader.now, reader.timeZone))

function trafficHead({ pods }: Reason<'traffic'>, worst: PodOf<'traffic'>, where: string): string {
  if (worst.times === null) return words.trafficNew(formatNumber(worst.perSecond), where)
  const say = pods.length > 1 ? words.trafficUpTo : words.traffic
  return say(formatNumber(worst.times), perSecond(worst.usual), where)
}

/** `requests 5 × the usual 40/s on orders-1, errors 12 %: retry storm suspected`. */
export function trafficText(reason: Reason<'traffic'>, where: string): string {
  const worst = most(reason.pods, ({ times }) => times ?? Infinity)
  if (worst === undefined) return ''
  const head = trafficHead(reason, worst, where)
  const errors = Math.max(0, ...reason.pods.map((pod) => pod.errors ?? 0))
  if (errors > 0) return words.retryStorm(head, formatRatio(errors))
  return reason.pods.some(({ saturated }) => saturated) ? words.tooMuch(head) : head
}

/** `200/s, usually 40/s, errors 12 %`. */
export function trafficFact({ perSecond: rate, usual, errors }: PodOf<'traffic'>): string {
  const text = words.usually(perSecond(rate), usual > 0 ? perSecond(usual) : words.none)
  return errors === null ? text : `${text}, ${words.errors(formatRatio(errors))}`
}

/** `p99 120 ms`. */
export const gcPauseFact = ({ pause }: PodOf<'gc-pause'>): string => words.p99(formatDuration(pause))

/** `garbage collection stops all work on web-1: p99 120 ms`. */
export function gcPauseText({ pods }: Reason<'gc-pause'>, where: string): string {
  const worst = most(pods, ({ pause }) => pause)
  return worst === undefined ? '' : `${words.gcPause(where)}: ${gcPauseFact(worst)}`
}

/** `420 ms in each second, usually 50 ms`. */
export const mutexWaitFact = ({ share, usual }: PodOf<'mutex-wait'>): string =>
  words.usually(words.eachSecond(ms(share)), ms(usual))

/** `goroutines wait for locks on api-1: 420 ms in each second, usually 50 ms`. */
export function mutexWaitText({ pods }: Reason<'mutex-wait'>, where: string): string {
  const worst = most(pods, ({ share }) => share)
  return worst === undefined ? '' : `${words.mutexWait(where)}: ${mutexWaitFact(worst)}`
}

const endText = (endsAt: EpochMs, { now, timeZone }: Reader): string =>
  (endsAt > now ? words.ends : words.ended)(formatMoment(endsAt, now, timeZone))

const firstToEnd = ({ pods }: Reason<'certificate'>): PodOf<'certificate'> | undefined =>
  most(pods, ({ endsAt }) => 0 - endsAt)

/** `certificate of shop.test on web-1`; its end is apart, for a narrow line must not cut it. */
export function certificateText(reason: Reason<'certificate'>, where: string): string {
  return `${words.certificate(firstToEnd(reason)?.of ?? null)} ${where}`
}

/** `ends 12 Dec 14:05`, of the one that ends first; null where there is none. */
export function certificateEnd(reason: Reason<'certificate'>, reader: Reader): string | null {
  const first = firstToEnd(reason)
  return first === undefined ? null : endText(first.endsAt, reader)
}

/** `certificate of shop.test ends 12 Dec 14:05`. */
export const certificateFact = ({ of, endsAt }: PodOf<'certificate'>, reader: Reader): string =>
  `${words.certificate(of)} ${endText(endsAt, reader)}`
