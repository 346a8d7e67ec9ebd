import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** How long a service was seen with one light. */
type Seen = { readonly from: EpochMs; readonly to: EpochMs; readonly light: Light }

/**
 * Why it is not known how a service stood. `to-come`: that moment is not yet. `before`: it is earlier than all that is
 * known, or nothing is. `light-only`: its light is known, its reasons are not. `unwatched`: nobody watched from `from`
 * to `to`; null for an end that is not known.
 */
export type UnknownThen =
  | { readonly kind: 'to-come' }
  | { readonly kind: 'before'; readonly knownSince: EpochMs | null }
  | { readonly kind: 'light-only'; readonly light: Light }
  | { readonly kind: 'unwatched'; readonly from: EpochMs; readonly to: EpochMs | null }

/** Why nothing is known of `at`. `past`: which light the service had when, oldest first. */
export function unknownThen(
  at: EpochMs,
  past: readonly Seen[],
  knownSince: EpochMs | null,
  now: EpochMs,
): UnknownThen {
  if (at > now) return { kind: 'to-come' }
  const during = past.find(({ from, to }) => from <= at && at <= to)
  if (during !== undefined) return { kind: 'light-only', light: during.light }
  const before = past.findLast(({ to }) => to < at)
  if (before === undefined) return { kind: 'before', knownSince: past[0]?.from ?? knownSince }
  return { kind: 'unwatched', from: before.to, to: past.find(({ from }) => from > at)?.from ?? null }
}
