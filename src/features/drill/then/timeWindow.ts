import { days, type DurationMs, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'

/** How far back the slider reaches: no further than verdicts are kept. */
export const SPANS = { '24h': hours(24), '7d': days(7), '28d': days(28) } as const

export type SpanName = keyof typeof SPANS

export const SPAN_NAMES: readonly SpanName[] = ['24h', '7d', '28d']

const LONGEST: DurationMs = SPANS['28d']

/** The shortest span that a moment lies in; of the present it is the last day. */
const spanOf = (at: EpochMs | null, now: EpochMs): SpanName =>
  SPAN_NAMES.find((name) => at === null || now - at <= SPANS[name]) ?? '28d'

/** How far the keys of the slider go; below zero is earlier. Up is later, as on any slider. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', 0 - minutes(1)],
  ['ArrowRight', minutes(1)],
  ['ArrowDown', 0 - minutes(10)],
  ['ArrowUp', minutes(10)],
  ['PageDown', 0 - hours(1)],
  ['PageUp', hours(1)],
])

/** A moment that may be looked at, to the second; null is the present. */
export function momentWithin(t: EpochMs, now: EpochMs): EpochMs | null {
  const whole = Math.floor(Math.max(t, now - LONGEST) / seconds(1)) * seconds(1)
  return whole > now - seconds(1) ? null : whole
}

/** Where a key leads from a moment: null is the present, undefined: it leads nowhere. `oldest`: where Home leads. */
export function momentAfterKey(
  key: string,
  at: EpochMs | null,
  oldest: EpochMs,
  now: EpochMs,
): EpochMs | null | undefined {
  if (key === 'Home') return momentWithin(oldest, now)
  if (key === 'End') return null
  const step = STEPS.get(key)
  return step === undefined ? undefined : momentWithin((at ?? now) + step, now)
}

/** The moment at which a change is first to be seen: moments are looked at to the second. */
const shownAt = (turn: EpochMs): EpochMs => Math.ceil(turn / seconds(1)) * seconds(1)

/** What of the past is on the slider: `shown` is the moment that its thumb stands at. */
export type TimeView = {
  readonly name: SpanName
  readonly from: EpochMs
  readonly shown: EpochMs
}

/** The span that somebody picked, but never a shorter one than the moment that is looked at lies in. */
export function timeView(
  picked: SpanName | null,
  at: EpochMs | null,
  asked: EpochMs | null,
  now: EpochMs,
): TimeView {
  const least = spanOf(asked, now)
  const name = picked !== null && SPANS[picked] >= SPANS[least] ? picked : least
  const from = now - SPANS[name]
  return { name, from, shown: Math.min(now, Math.max(from, at ?? now)) }
}

/** The change before a moment, in order of time; undefined where none is known. */
export const turnBefore = (turns: readonly EpochMs[], at: EpochMs): EpochMs | undefined =>
  turns.map(shownAt).findLast((turn) => turn < at)

/** The change after a moment; undefined where none is known. */
export const turnAfter = (turns: readonly EpochMs[], at: EpochMs): EpochMs | undefined =>
  turns.map(shownAt).find((turn) => turn > at)
