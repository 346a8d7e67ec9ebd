import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import type { LayerName } from './layer.ts'

/** Where the evidence of each kind of reason lies. */
const LAYER_OF: Readonly<Record<ReasonKind, LayerName | null>> = {
  failing: 'reachable',
  'cannot-see': 'reachable',
  // What is old or comes and goes is a matter of whether answers come, whatever they say.
  stale: 'reachable',
  flapping: 'reachable',
  slow: 'reachable',
  certificate: 'reachable',
  // The exporter answers; what it stands for cannot be reached.
  'target-down': 'reachable',
  'not-ready': 'ready',
  'ready-unseen': 'ready',
  level: 'resources',
  drift: 'resources',
  utilisation: 'resources',
  'pool-exhausted': 'resources',
  errors: 'resources',
  latency: 'resources',
  traffic: 'resources',
  load: 'resources',
  'warm-up': 'resources',
  'gc-pause': 'resources',
  'gc-cpu': 'resources',
  'mutex-wait': 'resources',
  'event-loop': 'resources',
  // Both are about the metrics page, which all of this layer is read off.
  'metrics-failing': 'resources',
  exposition: 'resources',
  health: 'checks',
  confirming: 'checks',
  dependency: 'dependencies',
  'stale-entry': 'dependencies',
  'versions-disagree': 'version',
  // What runs, and since when it does.
  restarts: 'version',
  // Of people who are late: it says nothing of any pod.
  ticket: null,
}

/** The one layer of a pod that a kind of reason belongs to; null for what is of no pod at all. */
export const layerOfReason = (kind: ReasonKind): LayerName | null => LAYER_OF[kind]
