import { clipSorted } from '#src/domain/series/clipSorted.ts'
import type { LightBook } from '#src/domain/series/lightBook.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/**
 * Which light a service had when, oldest first: grey, and where nobody watched, are left out, as is what was seen once only.
 * `seen`: when anybody watched, as far back as that is known to the second; lights tell it to ten minutes.
 */
export function lightPast(
  lights: Pick<LightBook, 'changes' | 'observed'>,
  service: string,
  seen: readonly SeenSpan[],
): { readonly from: EpochMs; readonly to: EpochMs; readonly light: Light }[] {
  const lightOf = new Map(lights.changes(service).map(({ at, light }) => [at, light]))
  const vouched = [{ from: -Infinity, to: seen[0]?.from ?? Infinity }, ...seen]
  const stretches = lights
    .observed(service, -Infinity, Infinity)
    .map(({ from, to }) => ({ from, to, light: lightOf.get(from) ?? ('unknown' as const) }))
  return clipSorted(stretches, vouched)
}
