import { englishDiagnosis } from './englishDiagnosis.ts'
import { formatAbout } from './formatAbout.ts'
import { formatBytes } from './formatBytes.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber, formatRatio } from './formatNumber.ts'
import { formatSignal } from './formatSignal.ts'
import { formatSlope } from './formatSlope.ts'
import { wherePods } from './namePods.ts'
import type { Reader } from './reasonEvidence.ts'
import { texts } from './texts.ts'
import type { Cause, Pattern, PatternKind, Spread } from '#src/domain/pattern/pattern.ts'
import { type DurationMs, hours, minutes } from '#src/domain/time/units.ts'

const { deploy: deployWords, list, pattern: words } = englishDiagnosis

/** `on 3 of 12 pods`. */
export const onPods = ({ pods, ofPods }: Spread): string => texts.on(wherePods(pods, ofPods))

/** Parts of a sentence that are there. */
const joined = (parts: readonly (string | null)[], by = ', '): string =>
  parts.filter((part) => part !== null && part !== '').join(by)

/** Seconds, as they are told: `22 ms`, `4 s`. */
const took = (seconds: number): string => formatDuration(seconds * 1000)

const rate = (perSecond: number): string => `${formatNumber(perSecond)}${texts.unit.perSecond}`

function offHeap(pattern: Pattern<'off-heap'>): string {
  const { memoryPerHour, heap, fdsPerHour } = pattern
  const head = words.offHeap(onPods(pattern), formatSlope('memory', memoryPerHour), formatBytes(heap))
  const cause = fdsPerHour === null ? words.outside : words.heldOpen(formatSlope('fds', fdsPerHour))
  return joined([head, cause])
}

function pileUp(pattern: Pattern<'stack-pile-up'>): string {
  const { signal, value, perHour, memoryPerHour } = pattern
  const memory = formatSlope('memory', memoryPerHour)
  const slope = formatSlope(signal, perHour)
  const head = words.pileUp(texts.signal[signal], onPods(pattern), formatNumber(value), slope, memory)
  return joined([head, words.stacksFirst[signal]], '; ')
}

function fdLeak(pattern: Pattern<'fd-leak'>, { now, timeZone }: Reader): string {
  const { bound, reachedAt, perHour } = pattern
  const limit =
    bound === null || reachedAt === null
      ? null
      : words.firstAt(formatNumber(bound), formatAbout(reachedAt, now, timeZone))
  return words.fdLeak(onPods(pattern), formatSlope('fds', perHour), limit)
}

function lone({ pods, signal, value, perHour, others }: Pattern<'lone-growth'>): string {
  return words.lone(
    texts.signal[signal],
    pods[0] ?? '',
    formatBytes(value),
    formatSlope(signal, perHour),
    formatBytes(others),
  )
}

function creep(pattern: Pattern<'capacity-creep'>, { now, timeZone }: Reader): string {
  const { utilisation, saturation, perHour, step, queuePerHour } = pattern
  const share = formatRatio(utilisation)
  const busy =
    saturation === null
      ? words.busy(share)
      : words.canDo(
          formatNumber(saturation.arrivalPerSecond),
          formatNumber(saturation.workers),
          took(saturation.processingSeconds),
          formatNumber(saturation.capacityPerSecond),
          share,
        )
  const stepped =
    step === null
      ? null
      : words.step(
          took(step.before),
          took(step.after),
          deployWords.name(step.deploy.version),
          formatMoment(step.deploy.at, now, timeZone),
        )
  const rises = perHour === null ? null : words.rises(formatSlope('utilisation', perHour))
  const queue = queuePerHour === null ? null : words.queue(formatSlope('queueDepth', queuePerHour))
  return words.creep(onPods(pattern), joined([joined([busy, rises, queue]), stepped], '; '))
}

const causeText = ({ how, what, at }: Cause, { now, timeZone }: Reader): string =>
  words.cause[how](what, formatMoment(at, now, timeZone))

function pool(pattern: Pattern<'pool-collapse'>, reader: Reader): string {
  const { of, inUse, bound, waiting, latency, cause } = pattern
  const use = words.use(formatNumber(inUse), formatNumber(bound), formatNumber(waiting))
  return joined(
    [
      words.pool(words.poolName(of), onPods(pattern), use),
      latency === null ? null : words.median(took(latency.before), took(latency.now)),
      cause === null ? null : causeText(cause, reader),
    ],
    '; ',
  )
}

function storm({ perSecond, usual, errors, callers }: Pattern<'retry-storm'>): string {
  const head = words.storm(
    rate(perSecond),
    formatNumber(Math.round((10 * perSecond) / usual) / 10),
    rate(usual),
    formatRatio(errors),
  )
  return joined([head, callers.length === 0 ? null : words.callers(list(callers), callers.length)], '; ')
}

function tail(pattern: Pattern<'slow-tail'>): string {
  const { p99, usual, p50, deepest } = pattern
  const head = words.tail(onPods(pattern), took(p99), usual === null ? null : took(usual), took(p50))
  if (deepest === null) return head
  const via = deepest.via.length === 0 ? null : list(deepest.via)
  return joined([head, words.deepest(deepest.service, via)], '; ')
}

/** A time of day: `06:00`; past midnight that of the next day. */
function clock(after: DurationMs): string {
  const [hour, minute] = [Math.floor(after / hours(1)) % 24, Math.floor((after % hours(1)) / minutes(1))]
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
}

function periodic(pattern: Pattern<'periodic'>): string {
  const { every, weekday, from, to, hits, of, peak, usual, alongside } = pattern
  const when = every === 'day' ? words.everyDay : words.everyWeek(weekday)
  const head = words.periodic(
    when,
    clock(from),
    clock(to),
    words.often(hits, of, every),
    took(peak),
    took(usual),
  )
  if (alongside === null) return head
  return joined(
    [head, words.alongside(list(alongside.services), alongside.services.length, list(alongside.shared))],
    '; ',
  )
}

function warmUp(pattern: Pattern<'warm-up'>, { now, timeZone }: Reader): string {
  const { signal, value, usual, early } = pattern
  const say = (amount: number): string => formatSignal(signal, amount, now, timeZone)
  const head = words.warmUp(onPods(pattern), texts.signal[signal], say(value), say(usual))
  return joined([head, early ? words.early : words.late], '; ')
}

const TEXTS: { readonly [K in PatternKind]: (pattern: Pattern<K>, reader: Reader) => string } = {
  'off-heap': offHeap,
  'stack-pile-up': pileUp,
  'fd-leak': fdLeak,
  'lone-growth': lone,
  'capacity-creep': creep,
  'pool-collapse': pool,
  'retry-storm': storm,
  'slow-tail': tail,
  periodic,
  'warm-up': warmUp,
  terminating: ({ starts, ofStarts, ratio }) => words.terminating(starts, ofStarts, formatRatio(ratio)),
}

/** A pattern in one sentence, with its numbers. */
export function patternText<K extends PatternKind>(pattern: Pattern<K>, reader: Reader): string {
  return TEXTS[pattern.kind](pattern, reader)
}
