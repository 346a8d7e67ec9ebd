import type { Result } from '#src/domain/result.ts'
import { parseAddressMoment } from '#src/domain/time/parseAddressMoment.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'

/** How far back a check looks at most: so long verdicts are kept. */
export const MOST_LOOK_BACK: DurationMs = days(28)

/** Why a moment in an address is not looked back to. */
export type SinceFault = 'no-moment' | 'to-come' | 'too-old'

/** The moment that an address asks a check to look back to; null: it asks for none. `now`: by the clock of sign-offs. */
export function parseSince(given: string | null, now: EpochMs): Result<EpochMs | null, SinceFault> {
  if (given === null || given === '') return { ok: true, value: null }
  const at = parseAddressMoment(given)
  if (at === null) return { ok: false, error: 'no-moment' }
  if (at >= now) return { ok: false, error: 'to-come' }
  return now - at > MOST_LOOK_BACK ? { ok: false, error: 'too-old' } : { ok: true, value: at }
}
