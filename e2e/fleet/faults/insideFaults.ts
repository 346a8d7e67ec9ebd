import type { Pod } from '#e2e/fleet/pod/pod.ts'
import { withDatabaseDown } from '#e2e/fleet/pod/checks.ts'
import type { Fault } from './fault.ts'

const HOUR_MS = 3_600_000
const BLOCK_MS = 400
const BREATH_MS = 150
const CALLERS = 3

const running = new WeakMap<Pod, () => void>()

// Sleeps without burning a processor that the rest of the fleet needs; nothing else runs meanwhile.
const block = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BLOCK_MS)

async function exhaust(pod: Pod): Promise<void> {
  const { pool } = pod
  const all = Array.from({ length: pool.max }, () => pool.acquire(HOUR_MS))
  const held = await Promise.all(all)
  const callers = Array.from({ length: CALLERS }, () => pool.acquire(HOUR_MS))
  running.set(pod, () => {
    for (const release of held) release?.()
    for (const caller of callers) void caller.then((release) => release?.())
  })
}

function stop(pod: Pod): void {
  running.get(pod)?.()
  running.delete(pod)
}

/** What goes wrong inside the pod: its parts really fail, and its answers say so. */
export const insideFaults = {
  'health-degraded': {
    says: 'Health is degraded: the database replica has stopped following.',
    needs: 'degraded-word',
    apply: ({ store, log }) => {
      store.stopReplica()
      log.add('warn', 'replica: connection lost, replication stopped')
    },
    heal: ({ store }) => store.startReplica(),
  },
  'health-down': {
    says: 'Health is down: the database refuses connections, and business requests fail.',
    apply: ({ store, log }) => {
      store.disconnect()
      log.add('error', 'database: connect ECONNREFUSED database:5432')
    },
    heal: ({ store }) => store.connect(),
  },
  'not-ready': {
    says: 'The pod lives but is not ready to serve.',
    apply: (pod) => {
      pod.ready = false
    },
    heal: (pod) => {
      pod.ready = true
    },
  },
  flapping: {
    says: 'Every second health answer is down, the others are good.',
    apply: (pod) => {
      pod.healthCalls = 0
    },
    take(exchange) {
      if (exchange.kind !== 'health') return false
      exchange.pod.healthCalls += 1
      exchange.answer(exchange.pod.healthCalls % 2 === 0 ? withDatabaseDown : undefined)
      return true
    },
  },
  'failing-requests': {
    says: 'Health is good, but one of three business requests ends in HTTP 500.',
    apply: (pod) => {
      pod.failing = 1
    },
    heal: (pod) => {
      pod.failing = 0
    },
  },
  'pool-exhausted': {
    says: 'Every connection of the pool is in use and callers wait for one.',
    apply: exhaust,
    heal: stop,
  },
  'blocked-event-loop': {
    says: 'The event loop stands still for 0.4 s at a time: the pod hardly answers.',
    apply(pod) {
      const timer = setInterval(block, BREATH_MS)
      running.set(pod, () => clearInterval(timer))
      block()
    },
    heal: stop,
  },
} as const satisfies Record<string, Fault>
