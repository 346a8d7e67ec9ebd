import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Pod } from '#e2e/fleet/pod/pod.ts'
import * as facts from '#e2e/fleet/pod/processFacts.ts'
import { exportBuildInfo } from './buildInfo.ts'
import { exportOtelPool } from './connectionPool.ts'
import { gaugeOf } from './gaugeOf.ts'
import type { Meter } from './meter.ts'
import { oncePerProcess } from './oncePerProcess.ts'
import { watchGcPauses } from './watchGcPauses.ts'

/*
 * prometheus-net's names over this process' real values. The collector is V8's: its minor collections are counted as
 * generation 0, its major ones as generation 2.
 */
const GENERATION: Readonly<Record<string, string>> = { minor: '0', major: '2' }

const processRegistry = oncePerProcess((registry) => {
  const gauge = (name: string, help: string, read: () => number | null) => gaugeOf(registry, name, help, read)
  gauge(
    'process_start_time_seconds',
    'Start time of the process since unix epoch in seconds.',
    () => facts.startTimeSeconds,
  )
  gauge('process_working_set_bytes', 'Process working set', facts.residentBytes)
  gauge('process_open_handles', 'Number of open handles', facts.openFiles)
  gauge('process_num_threads', 'Total number of threads', facts.threads)
  gauge('dotnet_total_memory_bytes', 'Total known allocated memory', () => process.memoryUsage().heapUsed)

  const cpu: Counter = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Total user and system CPU time spent in seconds.',
    registers: [registry],
    collect() {
      cpu.reset()
      cpu.inc(facts.cpuSeconds())
    },
  })
  const collections = new Counter({
    name: 'dotnet_collection_count_total',
    help: 'GC collection count',
    labelNames: ['generation'],
    registers: [registry],
  })
  watchGcPauses((kind) => {
    const generation = GENERATION[kind]
    if (generation !== undefined) collections.inc({ generation })
  })
})

/** The names of prometheus-net and its ASP.NET Core middleware. */
export function prometheusNetMeter(pod: Pod): Meter {
  const own = new Registry()
  const labelNames = ['code', 'method', 'endpoint']
  const received = new Counter({
    name: 'http_requests_received_total',
    help: 'Provides the count of HTTP requests that have been processed by the ASP.NET Core pipeline.',
    labelNames,
    registers: [own],
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'The duration of HTTP requests processed by an ASP.NET Core application.',
    labelNames,
    buckets: [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1.024, 2.048],
    registers: [own],
  })
  const inProgress: Gauge = new Gauge({
    name: 'http_requests_in_progress',
    help: 'The number of requests currently in progress in the ASP.NET Core pipeline.',
    registers: [own],
    collect() {
      inProgress.set(pod.pool.inUse() + pod.pool.waiting())
    },
  })
  exportOtelPool(own, pod)
  exportBuildInfo(own, pod)
  const shared = processRegistry()

  return {
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    observe({ route, status, seconds }) {
      const labels = { code: String(status), method: 'GET', endpoint: route }
      received.inc(labels)
      durations.observe(labels, seconds)
    },
    page: async () => `${await shared.metrics()}\n${await own.metrics()}`,
  }
}
