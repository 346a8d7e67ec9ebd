import { readFileSync } from 'node:fs'
import type { WantedNames } from '#src/domain/exposition/wanted.ts'
import type { Plan } from './measure.ts'
import { HEAVY, micrometerPage, TYPICAL } from './micrometerPage.ts'

/** A page to read, and which of its families one may want of it. */
export type Body = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly selections: readonly { readonly name: string; readonly names: WantedNames }[]
  readonly plan: Plan
}

const SUFFIXES = ['_build_info', '_up']

// What the dashboard asks a page of a Go, Node or JVM process, of HAProxy and of a host for.
const CAPTURE_WANTED = {
  exact: [
    ...TYPICAL,
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'process_open_fds',
    'process_max_fds',
    'go_goroutines',
    'go_gc_duration_seconds',
    'go_memstats_heap_inuse_bytes',
    'go_info',
    'nodejs_eventloop_lag_p99_seconds',
    'nodejs_heap_size_used_bytes',
    'nodejs_gc_duration_seconds',
    'nodejs_version_info',
    'http_request_duration_seconds',
    'prometheus_http_request_duration_seconds',
    'haproxy_process_uptime_seconds',
    'haproxy_process_current_connections',
    'haproxy_process_max_connections',
    'node_memory_MemAvailable_bytes',
    'node_memory_MemTotal_bytes',
    'node_filesystem_avail_bytes',
    'node_filesystem_size_bytes',
  ],
  suffixes: SUFFIXES,
}

/** A page as a real server has answered it. */
export const capturedBody = (name: string): Body => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../fixtures/samples/${name}/metrics.txt`, import.meta.url))),
  selections: [{ name: 'selective', names: CAPTURE_WANTED }],
  plan: { rounds: 11, slice: 15, warmUp: 150 },
})

/** A generated page, read with 5 % of its series wanted and with 40 %. */
export const generatedBody = (series: number, plan: Plan): Body => ({
  name: `generated ${series.toLocaleString('en')}`,
  bytes: micrometerPage(series),
  selections: [
    { name: 'selective', names: { exact: TYPICAL, suffixes: SUFFIXES } },
    { name: 'selective, 40 %', names: { exact: HEAVY, suffixes: SUFFIXES } },
  ],
  plan,
})
