import { Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Pod } from '#e2e/fleet/pod/pod.ts'
import { exportBuildInfo } from './buildInfo.ts'
import { exportOtelPool } from './connectionPool.ts'
import type { Meter } from './meter.ts'
import { oncePerProcess } from './oncePerProcess.ts'

// prom-client samples the event loop every 10 ms by default; half as often halves what an idle fleet costs.
const EVENT_LOOP_SAMPLE_MS = 20

const processRegistry = oncePerProcess((register) => {
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: EVENT_LOOP_SAMPLE_MS })
})

/** The names of prom-client and express-prom-bundle. */
export function nodeMeter(pod: Pod): Meter {
  const own = new Registry()
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'duration histogram of http responses labeled with: status_code, method, path',
    labelNames: ['status_code', 'method', 'path'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [own],
  })
  exportBuildInfo(own, pod)
  exportOtelPool(own, pod)
  const shared = processRegistry()

  return {
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    observe({ route, status, seconds }) {
      requests.observe({ status_code: String(status), method: 'GET', path: route }, seconds)
    },
    page: async () => `${await shared.metrics()}\n${await own.metrics()}`,
  }
}
