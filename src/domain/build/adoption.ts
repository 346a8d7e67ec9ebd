import { type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'

/** Which builds this browser went over to by itself, and when: by the names of their entries. */
export type BuildsTried = Readonly<Record<string, EpochMs>>

/** What is known when it is decided whether to go over to the build that the server has. */
export type Standing = {
  /** The entry of this page. */
  readonly own: string
  /** The entry of the page that the server has now; null while that is not known. */
  readonly served: string | null
  readonly tried: BuildsTried
  /** Since when nobody has touched this page; −∞ where nobody ever did. */
  readonly touchedAt: EpochMs
  /** A window is open, or something is half written. */
  readonly isBusy: boolean
}

/** `now`: load it. `busy`: as soon as nobody is at it. `failed`: it was tried and did not come up; again at `at`. */
export type Adoption =
  | { readonly kind: 'none' }
  | { readonly kind: 'now' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly at: EpochMs }

/** A build that did not come up, or two that take turns behind one address, are tried no more often than this. */
export const TRY_AGAIN_AFTER: DurationMs = hours(1)

/** So long nobody must have touched the page. */
const IDLE_AFTER: DurationMs = seconds(60)

/** When it was tried within the last hour; null where it was not, or in time to come, as a clock says that was ahead. */
function triedAt({ served, tried }: Standing, now: EpochMs): EpochMs | null {
  const at = served !== null && Object.hasOwn(tried, served) ? (tried[served] ?? null) : null
  return at !== null && at <= now && now - at < TRY_AGAIN_AFTER ? at : null
}

/** Whether to load the build that the server has: when it is another one, was not tried lately, and nobody is at it. */
export function adoptionOf(standing: Standing, now: EpochMs): Adoption {
  const { own, served, touchedAt, isBusy } = standing
  if (served === null || served === own) return { kind: 'none' }
  const at = triedAt(standing, now)
  if (at !== null) return { kind: 'failed', at: at + TRY_AGAIN_AFTER }
  return isBusy || (touchedAt <= now && now - touchedAt < IDLE_AFTER) ? { kind: 'busy' } : { kind: 'now' }
}

/** With one more, and without those that no longer count. */
export function withTried(tried: BuildsTried, build: string, now: EpochMs): BuildsTried {
  const kept = Object.entries(tried).filter(([, at]) => at <= now && now - at < TRY_AGAIN_AFTER)
  return { ...Object.fromEntries(kept), [build]: now }
}

/** Reads what was stored as JSON of any shape. */
export function readTried(text: string | null): BuildsTried {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(Object.entries(stored).filter(([, at]) => typeof at === 'number'))
  } catch {
    return {}
  }
}
