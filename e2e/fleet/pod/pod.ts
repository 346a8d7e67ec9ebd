import type { PodSpec } from '#e2e/fleet/protocol.ts'
import type { Release } from '#e2e/fleet/sampleService.ts'
import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import { createLogRing, type LogRing } from './logRing.ts'
import { createPool, type Pool } from './pool.ts'
import { createStore, type Store } from './store.ts'

const CONNECTIONS = 10

/** One pod at run time: what it is made of, and the switches that faults turn. */
export type Pod = {
  readonly spec: PodSpec
  readonly startedAt: string
  readonly store: Store
  readonly pool: Pool
  readonly log: LogRing
  release: Release
  fault: FaultName
  ready: boolean
  /** Of three business requests, how many fail. */
  failing: 0 | 1
  /** Business requests so far. */
  calls: number
  /** Health answers since a fault that alternates began. */
  healthCalls: number
}

export const createPod = (spec: PodSpec): Pod => ({
  spec,
  startedAt: new Date().toISOString(),
  store: createStore(),
  pool: createPool(CONNECTIONS),
  log: createLogRing(),
  release: spec.release,
  fault: 'all-green',
  ready: true,
  failing: 0,
  calls: 0,
  healthCalls: 0,
})
