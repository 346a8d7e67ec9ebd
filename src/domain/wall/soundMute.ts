import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'

/** No sound until `until`; where it waits for services, only as long as one of them is red and nobody has acknowledged it. */
export type SoundMute = {
  readonly until: EpochMs
  /** Empty: it is a matter of time alone. */
  readonly waitsFor: readonly string[]
}

/** What comes after what when the same key is pressed again. */
export const MUTE_STEPS = ['quarter', 'hour', 'acknowledged', 'off'] as const
export type MuteStep = (typeof MUTE_STEPS)[number]

const QUARTER: DurationMs = minutes(15)
const HOUR: DurationMs = hours(1)
/** What nobody acknowledges within a working day must be heard again by the next shift. */
const AT_LATEST: DurationMs = hours(8)
/** The longest of all; more than this was written by a clock that was ahead. */
const LONGEST = AT_LATEST
const MOST_NAMES = 200

/** Whether a mute still holds. `isUnanswered`: red, and not acknowledged by anybody. */
export function isMuted(
  mute: SoundMute | null,
  isUnanswered: (service: string) => boolean,
  now: EpochMs,
): mute is SoundMute {
  if (mute === null || now >= mute.until || mute.until - now > LONGEST) return false
  return mute.waitsFor.length === 0 || mute.waitsFor.some(isUnanswered)
}

/** The mute of a step; null for none. "Until acknowledged" is none where nothing waits for that. */
export function muteOf(step: MuteStep, unanswered: Iterable<string>, now: EpochMs): SoundMute | null {
  switch (step) {
    case 'quarter':
      return { until: now + QUARTER, waitsFor: [] }
    case 'hour':
      return { until: now + HOUR, waitsFor: [] }
    case 'acknowledged': {
      const waitsFor = [...unanswered].toSorted().slice(0, MOST_NAMES)
      return waitsFor.length === 0 ? null : { until: now + AT_LATEST, waitsFor }
    }
    case 'off':
      return null
  }
}

/** The step that the next press of the key means; `present` is null while nothing is muted. */
export function nextMuteStep(present: MuteStep | null, anyUnanswered: boolean): MuteStep {
  const next =
    MUTE_STEPS[((present === null ? -1 : MUTE_STEPS.indexOf(present)) + 1) % MUTE_STEPS.length] ?? 'off'
  return next === 'acknowledged' && !anyUnanswered ? 'off' : next
}

/** Which step a mute came of: a matter of time is a quarter of an hour as long as it may be one. */
export function stepOf(mute: SoundMute | null, now: EpochMs): MuteStep | null {
  if (mute === null) return null
  if (mute.waitsFor.length > 0) return 'acknowledged'
  return mute.until - now > QUARTER ? 'hour' : 'quarter'
}

/** Reads a mute that was stored as JSON; null for none, and for what is none. */
export function readMute(text: string | null): SoundMute | null {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('until' in stored) || !('waitsFor' in stored))
      return null
    const { until, waitsFor } = stored
    if (typeof until !== 'number' || !Array.isArray(waitsFor)) return null
    const names = waitsFor.filter((name): name is string => typeof name === 'string')
    // What it waited for was lost: it must not become a matter of hours.
    if (names.length === 0 && waitsFor.length > 0) return null
    return { until, waitsFor: names.slice(0, MOST_NAMES) }
  } catch {
    return null
  }
}
