import type { HealthLog } from '#src/domain/health/healthReading.ts'

/**
 * Fields that name the process that wrote an entry, the surest first, without case and signs: `pod_id`, `podId`,
 * `kubernetes.pod_name` (Fluent Bit), `k8s.pod.name` (OpenTelemetry semantic conventions), `hostname` (pino, bunyan),
 * which in Kubernetes is the pod's name. `host` may be what was called, so it comes last.
 */
const NAMES = [
  'pod',
  'podid',
  'podname',
  'kubernetespodname',
  'k8spodname',
  'instance',
  'instanceid',
  'serviceinstanceid',
  'replica',
  'hostname',
  'host',
]

/** A field's name without case and signs. */
const plain = (key: string): string => key.toLowerCase().replaceAll(/[^a-z\d]/g, '')

/** The pod that an entry itself names, and by which field; null where no field names one. */
export function podOf({ fields }: HealthLog): { readonly pod: string; readonly key: string } | null {
  let best: { readonly pod: string; readonly key: string; readonly rank: number } | null = null
  for (const [key, pod] of fields) {
    const rank = NAMES.indexOf(plain(key))
    if (rank >= 0 && pod !== '' && (best === null || rank < best.rank)) best = { pod, key, rank }
  }
  return best === null ? null : { pod: best.pod, key: best.key }
}
