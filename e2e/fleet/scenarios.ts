import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import { podName } from '#e2e/fleet/podName.ts'

/** Which pods start out in which trouble, by pod name. */
export type Scenario = Readonly<Record<string, FaultName>>

const pods = (service: string, count: number, fault: FaultName): Scenario =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [podName(service, index), fault]))

const morning: Scenario = {
  [podName('user-sync', 1)]: 'pod-down',
  [podName('billing', 0)]: 'leaking-memory',
}

/** Named states of the sample shop, for a command line: what is wrong, and where. */
export const SCENARIOS = {
  'all-green': { says: 'Nothing is wrong.', faults: {} },
  morning: {
    says: 'One of two pods of user-sync is down; one pod of billing fills its memory limit.',
    faults: morning,
  },
  'two-of-three-stuck': {
    says: 'Two of three pods of gateway hardly answer; the third carries everything.',
    faults: { [podName('gateway', 0)]: 'blocked-event-loop', [podName('gateway', 1)]: 'hangs' },
  },
  'signed-out': {
    says: 'The sign-in of catalog and search has run out: pages of HTML where JSON was expected.',
    faults: { ...pods('catalog', 2, 'login-page'), ...pods('search', 2, 'redirect-login') },
  },
  'bad-deploy': {
    says: 'One pod of orders runs another version; one pod of payments restarts again and again.',
    faults: { [podName('orders', 2)]: 'version-mismatch', [podName('payments', 0)]: 'restarts' },
  },
  'blind-monitoring': {
    says: 'Metrics pages that are broken, endless or far too large, while the services work.',
    faults: {
      [podName('payments', 1)]: 'malformed-metrics',
      [podName('inventory', 0)]: 'unreadable-metrics',
      [podName('gateway', 2)]: 'huge-exposition',
      [podName('notifications', 1)]: 'endless-body',
    },
  },
} as const satisfies Record<string, { readonly says: string; readonly faults: Scenario }>

export type ScenarioName = keyof typeof SCENARIOS
