import type { FleetStrip, PodCell, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { type Light, worstLight } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'

/** 2024-11-21T08:00:00Z. */
export const NOW = 1_732_176_000_000

const NO_LINKS = { runbook: null, dashboard: null, logs: null, channel: null }

/** Pods `<service>-1` and so on, with these lights. */
export const samplePods = (service: string, lights: readonly Light[]): readonly PodCell[] =>
  lights.map((light, i) => ({ name: `${service}-${i + 1}`, light, observedAt: NOW, version: '1.0.0' }))

/** A service that is seen now; two pods of its light unless said otherwise. */
export function sampleRow(name: string, light: Light = 'green', own: Partial<ServiceRow> = {}): ServiceRow {
  return {
    name,
    team: null,
    tier: null,
    light,
    since: NOW,
    lastKnown: null,
    reasons: [],
    pods: samplePods(name, [light, light]),
    version: '1.0.0',
    observedAt: NOW,
    spark: null,
    links: NO_LINKS,
    ...own,
  }
}

/** A reason with a clear line: `orders-1 does not answer: timed out after 2 s since 09:00`. */
export const silentPod = (pod: string, light: Light = 'red'): Reason => ({
  kind: 'failing',
  light,
  since: NOW,
  ofPods: 1,
  pods: [{ pod, light, since: NOW, failure: { kind: 'timeout', after: 2000 } }],
})

/** The strip over some rows. */
export function sampleStrip(rows: readonly ServiceRow[], own: Partial<FleetStrip> = {}): FleetStrip {
  const count = (light: Light): number => rows.filter((row) => row.light === light).length
  const counts = {
    red: count('red'),
    orange: count('orange'),
    unknown: count('unknown'),
    green: count('green'),
  }
  const light = worstLight(rows.map((row) => row.light))
  const podCount = rows.reduce((sum, { pods }) => sum + pods.length, 0)
  return {
    title: 'Sample shop',
    light,
    counts,
    podCount,
    blind: null,
    looking: null,
    judgingPast: false,
    observedAt: NOW,
    ...own,
  }
}
