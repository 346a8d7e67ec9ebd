import type { Pod } from './pod.ts'
import { disk, residentBytes } from './processFacts.ts'

export type CheckState = 'up' | 'degraded' | 'down'

/** One thing a pod looks at when it is asked for its health; dialects only differ in how they write it. */
export type Check = {
  readonly name: string
  readonly kind: 'datastore' | 'system'
  readonly state: CheckState
  /** Why it is not up. */
  readonly note: string | null
  readonly value: number
  readonly unit: string
  readonly facts: Readonly<Record<string, string | number | boolean>>
}

// Spring Boot's DiskSpaceHealthIndicator asks for 10 MiB.
const DISK_THRESHOLD = 10 * 1024 * 1024

function database({ store }: Pod): Check {
  const connected = store.connected()
  return {
    name: 'database',
    kind: 'datastore',
    state: connected ? 'up' : 'down',
    note: connected ? null : 'connect ECONNREFUSED database:5432',
    value: store.rows(),
    unit: 'rows',
    facts: { rows: store.rows() },
  }
}

function replica({ store }: Pod): Check {
  const behind = store.writesBehind()
  return {
    name: 'replica',
    kind: 'datastore',
    state: behind === null ? 'up' : 'degraded',
    note: behind === null ? null : `replication stopped, ${behind} writes behind`,
    value: behind ?? 0,
    unit: 'writes',
    facts: { writesBehind: behind ?? 0 },
  }
}

function connections({ pool }: Pod): Check {
  const facts = { inUse: pool.inUse(), max: pool.max, waiting: pool.waiting() }
  return {
    name: 'connections',
    kind: 'datastore',
    state: 'up',
    note: null,
    value: facts.inUse,
    unit: 'connections',
    facts,
  }
}

function diskSpace(): Check {
  const { path, total, free } = disk()
  const enough = free >= DISK_THRESHOLD
  return {
    name: 'diskSpace',
    kind: 'system',
    state: enough ? 'up' : 'down',
    note: enough ? null : `${free} bytes free, at least ${DISK_THRESHOLD} are needed`,
    value: free,
    unit: 'bytes',
    facts: { total, free, threshold: DISK_THRESHOLD, path, exists: true },
  }
}

function memory({ spec }: Pod): Check {
  const resident = residentBytes()
  return {
    name: 'memory',
    kind: 'system',
    state: 'up',
    note: null,
    value: resident,
    unit: 'bytes',
    facts: { resident, limit: spec.memoryBytes },
  }
}

/** What is the matter with a pod right now, part by part. */
export const runChecks = (pod: Pod): readonly Check[] => [
  database(pod),
  replica(pod),
  connections(pod),
  diskSpace(),
  memory(pod),
]

/** The same checks as if the database could not be reached. */
export const withDatabaseDown = (checks: readonly Check[]): readonly Check[] =>
  checks.map((check) =>
    check.name === 'database' ? { ...check, state: 'down', note: 'connect ETIMEDOUT database:5432' } : check,
  )

const SEVERITY: readonly CheckState[] = ['up', 'degraded', 'down']

export const worstState = (checks: readonly Check[]): CheckState =>
  SEVERITY.findLast((state) => checks.some((check) => check.state === state)) ?? 'up'
