import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { LayerName } from './layer.ts'

/** The endpoint whose answer each layer rests on most. */
const ENDPOINT_OF: Readonly<Record<LayerName, Endpoint | null>> = {
  reachable: 'health',
  ready: 'ready',
  resources: 'metrics',
  checks: 'health',
  dependencies: null,
  version: 'version',
  // The lines that are known came with the health page.
  logs: 'health',
  profile: null,
}

/** The endpoint by whose newest answer a layer is as old as it is; null for what is not asked of the pod. */
export const endpointOfLayer = (layer: LayerName): Endpoint | null => ENDPOINT_OF[layer]
