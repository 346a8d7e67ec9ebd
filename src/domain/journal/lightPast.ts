import type { LightBook } from '#src/domain/series/lightBook.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** Which light a service had when, oldest first: grey, and where nobody watched, are left out, as is what was seen once only. */
export function lightPast(
  lights: Pick<LightBook, 'changes' | 'observed'>,
  service: string,
): { readonly from: EpochMs; readonly to: EpochMs; readonly light: Light }[] {
  const lightOf = new Map(lights.changes(service).map(({ at, light }) => [at, light]))
  return lights
    .observed(service, -Infinity, Infinity)
    .map(({ from, to }) => ({ from, to, light: lightOf.get(from) ?? 'unknown' }))
}
