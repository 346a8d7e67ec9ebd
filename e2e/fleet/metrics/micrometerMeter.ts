import { cpus } from 'node:os'
import { getHeapSpaceStatistics } from 'node:v8'
import { Histogram, Registry, Summary } from 'prom-client'
import type { Pod } from '#e2e/fleet/pod/pod.ts'
import * as facts from '#e2e/fleet/pod/processFacts.ts'
import { exportBuildInfo } from './buildInfo.ts'
import { exportAgroalPool, exportHikariPool } from './connectionPool.ts'
import { gaugeOf, gaugesOf } from './gaugeOf.ts'
import type { Meter } from './meter.ts'
import { oncePerProcess } from './oncePerProcess.ts'
import { watchGcPauses } from './watchGcPauses.ts'

/*
 * Micrometer's names over this process' real values. There is no JVM here: the heap is V8's, its spaces stand where a
 * JVM has memory pools (without a maximum: -1), and the pauses are V8's.
 */
const cpuUsageSinceLastPage = () => {
  let last = { at: process.hrtime.bigint(), cpu: facts.cpuSeconds() }
  return () => {
    const now = { at: process.hrtime.bigint(), cpu: facts.cpuSeconds() }
    const elapsed = Number(now.at - last.at) / 1e9
    const used = now.cpu - last.cpu
    last = now
    return elapsed > 0 ? used / elapsed / cpus().length : 0
  }
}

function exportProcess(registry: Registry): void {
  const gauge = (name: string, help: string, read: () => number | null) => gaugeOf(registry, name, help, read)
  gauge('process_uptime_seconds', 'The uptime of the process', () => process.uptime())
  gauge('process_start_time_seconds', 'Start time of the process', () => facts.startTimeSeconds)
  gauge('process_cpu_usage', 'The recent cpu usage of the process', cpuUsageSinceLastPage())
  gauge('process_files_open_files', 'The open file descriptor count', facts.openFiles)
  gauge('process_files_max_files', 'The maximum file descriptor count', facts.maxOpenFiles)
  gauge('system_cpu_count', 'The number of processors available', () => cpus().length)
  gauge('system_load_average_1m', 'The sum of runnable entities, averaged', facts.loadAverage)
  gauge('jvm_threads_live_threads', 'The current number of live threads', facts.threads)
}

const ofDisk = (read: (disk: facts.Disk) => number) => () => {
  const disk = facts.disk()
  return [{ labels: { path: disk.path }, value: read(disk) }]
}

function exportDisk(registry: Registry): void {
  gaugesOf(
    registry,
    'disk_free_bytes',
    'Usable space for path',
    ['path'],
    ofDisk((disk) => disk.free),
  )
  gaugesOf(
    registry,
    'disk_total_bytes',
    'Total space for path',
    ['path'],
    ofDisk((disk) => disk.total),
  )
}

type HeapSpace = ReturnType<typeof getHeapSpaceStatistics>[number]

const ofSpaces = (read: (space: HeapSpace) => number) => () =>
  getHeapSpaceStatistics().map((space) => ({
    labels: { area: 'heap', id: space.space_name },
    value: read(space),
  }))

function exportHeap(registry: Registry): void {
  const labels = ['area', 'id']
  gaugesOf(
    registry,
    'jvm_memory_used_bytes',
    'The amount of used memory',
    labels,
    ofSpaces((space) => space.space_used_size),
  )
  gaugesOf(
    registry,
    'jvm_memory_committed_bytes',
    'The amount of memory committed',
    labels,
    ofSpaces((space) => space.space_size),
  )
  gaugesOf(
    registry,
    'jvm_memory_max_bytes',
    'The maximum amount of memory',
    labels,
    ofSpaces(() => -1),
  )
  const pauses = new Summary({
    name: 'jvm_gc_pause_seconds',
    help: 'Time spent in GC pause',
    labelNames: ['action', 'cause'],
    percentiles: [],
    registers: [registry],
  })
  watchGcPauses((kind, seconds) => {
    pauses.observe({ action: `end of ${kind} GC`, cause: 'V8' }, seconds)
  })
}

const processRegistry = oncePerProcess((registry) => {
  exportProcess(registry)
  exportDisk(registry)
  exportHeap(registry)
})

const OUTCOME: Readonly<Record<number, string>> = {
  2: 'SUCCESS',
  3: 'REDIRECTION',
  4: 'CLIENT_ERROR',
  5: 'SERVER_ERROR',
}

/** Spring Boot (`histogram`: percentiles-histogram=true, HikariCP) or Quarkus (`summary` without quantiles, Agroal). */
export function micrometerMeter(pod: Pod, shape: 'histogram' | 'summary'): Meter {
  const own = new Registry()
  const settings = {
    name: 'http_server_requests_seconds',
    help: 'Duration of HTTP server request handling',
    labelNames: ['exception', 'method', 'outcome', 'status', 'uri'],
    registers: [own],
  }
  const requests =
    shape === 'histogram'
      ? new Histogram({ ...settings, buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] })
      : new Summary({ ...settings, percentiles: [] })
  if (shape === 'histogram') exportHikariPool(own, pod)
  else exportAgroalPool(own, pod)
  exportBuildInfo(own, pod)
  const shared = processRegistry()

  return {
    contentType: 'text/plain;version=0.0.4;charset=utf-8',
    observe({ route, status, seconds }) {
      const outcome = OUTCOME[Math.floor(status / 100)] ?? 'UNKNOWN'
      requests.observe(
        { exception: 'none', method: 'GET', outcome, status: String(status), uri: route },
        seconds,
      )
    },
    page: async () => `${await shared.metrics()}\n${await own.metrics()}`,
  }
}
