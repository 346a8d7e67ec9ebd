import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** TTA: until somebody acknowledges. TRS: until the service is restored. */
export type ClockName = 'tta' | 'trs'

/**
 * A ticket's clock as it stands, told so that nobody has to know calendars to let it run: it is true from `asOf` until
 * `holdsUntil`, and what it shows in between follows from subtraction (`faceAt`).
 */
export type ClockFace = {
  readonly clock: ClockName
  /** `stopped`: acknowledged, or restored. `paused`: by somebody. `waiting`: runs, but outside of working hours. */
  readonly state: 'running' | 'waiting' | 'paused' | 'stopped'
  /** The time that may be used up (of the calendar's working time, where there is one), and what of it is. */
  readonly target: DurationMs
  readonly spent: DurationMs
  /** When it came into this state: where it is stopped, when it was acknowledged or restored. */
  readonly asOf: EpochMs
  /** Until when the state stays as it is; Infinity where nothing is to change it. */
  readonly holdsUntil: EpochMs
  /**
   * The last moment that keeps the promise: it is breached afterwards. Null where nobody can tell: while it is paused,
   * unless it was breached before, and where its calendar never opens again.
   */
  readonly due: EpochMs | null
  /** From when on it is at risk; null while it is paused, or where that never comes. */
  readonly atRiskAt: EpochMs | null
  /** When it was breached first, whatever became of it; null where it never was. */
  readonly breachedAt: EpochMs | null
  /** The zone in which its working hours are told; null: day and night. */
  readonly timeZone: string | null
}

/** What a clock says at a glance. */
export type ClockStanding = 'on-track' | 'at-risk' | 'breached' | 'paused' | 'met' | 'missed'

/** A clock at a moment. */
export type ClockReading = {
  readonly standing: ClockStanding
  /** Of working time, where the clock goes by a calendar. */
  readonly spent: DurationMs
  /** What is left of it; negative once it is overdue. */
  readonly left: number
  /** Whether it changes from second to second. */
  readonly runs: boolean
}

function standingAt({ state, due, atRiskAt, asOf }: ClockFace, now: EpochMs): ClockStanding {
  const isStopped = state === 'stopped'
  const isLate = due !== null && (isStopped ? asOf : now) > due
  if (isStopped) return isLate ? 'missed' : 'met'
  if (isLate) return 'breached'
  if (state === 'paused') return 'paused'
  return atRiskAt !== null && now >= atRiskAt ? 'at-risk' : 'on-track'
}

/** What a clock shows at `now`, which is not before its `asOf`; what is earlier counts as that. */
export function faceAt(face: ClockFace, now: EpochMs): ClockReading {
  const runs = face.state === 'running'
  const at = Math.max(now, face.asOf)
  const spent = face.spent + (runs ? Math.min(at, face.holdsUntil) - face.asOf : 0)
  return { standing: standingAt(face, at), spent, left: face.target - spent, runs }
}
