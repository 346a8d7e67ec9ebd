import type { Registry } from 'prom-client'
import type { Pod } from '#e2e/fleet/pod/pod.ts'
import { gaugeOf, gaugesOf } from './gaugeOf.ts'

const POOL = { pool_name: 'main' }

/** The pool as OpenTelemetry's conventions name it (db.client.connections.*), for Node and .NET drivers. */
export function exportOtelPool(registry: Registry, { pool }: Pod): void {
  const name = 'db_client_connections'
  gaugesOf(registry, `${name}_usage`, 'Connections by state.', ['pool_name', 'state'], () => [
    { labels: { ...POOL, state: 'used' }, value: pool.inUse() },
    { labels: { ...POOL, state: 'idle' }, value: pool.max - pool.inUse() },
  ])
  gaugesOf(registry, `${name}_max`, 'The most connections allowed.', ['pool_name'], () => [
    { labels: POOL, value: pool.max },
  ])
  gaugesOf(registry, `${name}_pending_requests`, 'Callers waiting for a connection.', ['pool_name'], () => [
    { labels: POOL, value: pool.waiting() },
  ])
}

/** The pool as HikariCP names it through Micrometer. */
export function exportHikariPool(registry: Registry, { pool }: Pod): void {
  const series = (suffix: string, help: string, read: () => number) => {
    gaugesOf(registry, `hikaricp_connections${suffix}`, help, ['pool'], () => [
      { labels: { pool: 'HikariPool-1' }, value: read() },
    ])
  }
  series('', 'Total connections', () => pool.max)
  series('_active', 'Active connections', pool.inUse)
  series('_idle', 'Idle connections', () => pool.max - pool.inUse())
  series('_pending', 'Pending threads', pool.waiting)
  series('_max', 'Max connections', () => pool.max)
  series('_min', 'Min connections', () => pool.max)
}

/** The pool as Quarkus' Agroal names it through Micrometer. */
export function exportAgroalPool(registry: Registry, { pool }: Pod): void {
  gaugeOf(registry, 'agroal_active_count', 'Number of active connections.', pool.inUse)
  gaugeOf(registry, 'agroal_available_count', 'Number of idle connections.', () => pool.max - pool.inUse())
  gaugeOf(registry, 'agroal_awaiting_count', 'Approximate number of threads blocked.', pool.waiting)
}
