import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import type { MappedSignal } from '#src/domain/signals/mappedSignal.ts'

/** For tests: the signals of a service as the fleet file maps them. */
export function mappedOf(signals: object): readonly MappedSignal[] {
  const parsed = parseFleet({ services: [{ name: 'shop', url: 'http://shop', signals }] })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value.services[0]?.mapped ?? []
}
