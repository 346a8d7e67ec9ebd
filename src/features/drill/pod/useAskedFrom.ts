import { useWatch } from '#src/state/useWatch.ts'
import type { AskedFrom } from './endpointFacts.ts'

/** Where this page and its fleet file are. */
export function useAskedFrom(): AskedFrom {
  const fleetUrl = useWatch((state) => state.fleetFile?.url ?? null)
  return { fleetUrl: fleetUrl ?? document.baseURI, origin: location.origin }
}
