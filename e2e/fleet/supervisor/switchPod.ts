import { DIALECTS, type DialectName } from '#e2e/fleet/dialects/dialects.ts'
import { type FaultName, faultOf } from '#e2e/fleet/faults/faults.ts'
import type { PodRecord, PodUnit } from './podUnit.ts'
import { Refusal } from './refusal.ts'

/** Why the formats of a dialect cannot show a fault; null where they can. */
export function whyNotShown(name: DialectName, fault: FaultName): string | null {
  const dialect = DIALECTS[name]
  const { needs } = faultOf(fault)
  if (needs === 'degraded-word' && !dialect.knowsDegraded) {
    return `the health format ${name} has no word between up and down`
  }
  if (needs === 'resident-memory' && dialect.vocabulary.startsWith('micrometer')) {
    return `the metrics of ${name} do not tell resident memory`
  }
  return null
}

/** Refuses a fault that a pod cannot show. */
export function insistOnFit({ spec }: PodRecord, unit: PodUnit, fault: FaultName): void {
  const shared = faultOf(fault).process === 'restarting' && unit.pods.length > 1
  const why = shared ? 'it shares its process with other pods' : whyNotShown(spec.dialect, fault)
  if (why !== null) throw new Refusal(409, `${spec.name} cannot show ${fault}: ${why}.`)
}

async function takeDown(pod: PodRecord, unit: PodUnit): Promise<void> {
  if (unit.pods.length === 1) await unit.kill()
  else if (pod.up) await (await unit.running()).ask({ do: 'close', pod: pod.spec.name })
  pod.up = false
}

async function bringUp(pod: PodRecord, unit: PodUnit): Promise<void> {
  const process = await unit.running()
  if (!pod.up) await process.ask({ do: 'open', pod: pod.spec.name })
  pod.up = true
}

/**
 * Puts a pod into the state that a fault names, whatever state it is in, and is done when that is in force.
 * A pod that shares its process is closed and opened where another would be killed and started.
 */
export async function switchPod(pod: PodRecord, unit: PodUnit, to: FaultName): Promise<void> {
  const alone = unit.pods.length === 1
  const before = faultOf(pod.fault)
  const after = faultOf(to)
  pod.fault = to
  if (after.process === 'killed') {
    await takeDown(pod, unit)
    return
  }
  const startsAnew = before.process !== undefined || after.process !== undefined
  if (alone && startsAnew) await unit.kill()
  const ran = unit.pid() !== null
  await bringUp(pod, unit)
  // A process that was started just now began with the fault.
  if (ran) await (await unit.running()).ask({ do: 'fault', pod: pod.spec.name, fault: to })
}
