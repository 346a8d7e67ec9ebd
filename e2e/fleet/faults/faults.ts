import { bodyFaults } from './bodyFaults.ts'
import type { Fault } from './fault.ts'
import { insideFaults } from './insideFaults.ts'
import { leakFaults } from './leakFaults.ts'
import { metricsFaults } from './metricsFaults.ts'
import { transportFaults } from './transportFaults.ts'

/** Every fault by name. `all-green` is none: setting it heals. */
const FAULTS = {
  'all-green': { says: 'Everything answers as it should.' },
  'pod-down': { says: 'The process is killed and its port refuses connections.', process: 'killed' },
  restarts: { says: 'The process exits and is started again every few seconds.', process: 'restarting' },
  'version-mismatch': {
    says: 'The pod was started again with another version than its siblings.',
    process: 'restarted',
    apply(pod) {
      const [, head = '', last = '0', rest = ''] = /^(.*?)(\d+)(\D*)$/.exec(pod.release.version) ?? []
      pod.release = { ...pod.release, version: `${head}${Number(last) + 1}${rest}`, commit: '0dd0dd0' }
    },
    heal(pod) {
      pod.release = pod.spec.release
    },
  },
  ...transportFaults,
  ...bodyFaults,
  ...metricsFaults,
  ...insideFaults,
  ...leakFaults,
} as const satisfies Record<string, Fault>

export type FaultName = keyof typeof FAULTS

export const isFaultName = (name: unknown): name is FaultName =>
  typeof name === 'string' && Object.hasOwn(FAULTS, name)

export const FAULT_NAMES = Object.keys(FAULTS).filter(isFaultName)

/** The fault of a name, with every optional part. */
export const faultOf = (name: FaultName): Fault => FAULTS[name]
