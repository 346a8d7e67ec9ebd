import type { ServiceDetail } from '#src/engine/protocol.ts'
import type { FleetWatcher } from '#src/engine/watch/fleetWatcher.ts'

/** What a watcher tells of one service's pods; null for a service that its fleet does not have. */
export function detailOf({ answer }: Pick<FleetWatcher, 'answer'>, service: string): ServiceDetail | null {
  const told = answer({ about: 'service', service })
  if (told instanceof Promise) return null
  return told.about === 'service' ? told.found : null
}
