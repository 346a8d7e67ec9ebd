import { DIALECTS } from '#e2e/fleet/dialects/dialects.ts'
import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import type { SampleService } from '#e2e/fleet/sampleService.ts'
import { SERVICES } from '#e2e/fleet/services.ts'
import type { FleetHandle } from '#e2e/fleet/startFleet.ts'
import type { PodState } from '#e2e/fleet/supervisor/supervisor.ts'

/** Some of the sample services, with so many pods each. */
export const someServices = (names: readonly string[], pods = 1): SampleService[] =>
  SERVICES.filter((service) => names.includes(service.name)).map((service) =>
    Object.assign({}, service, { pods }),
  )

/** The n-th pod of a service, as it is now. */
export function podOf(fleet: FleetHandle, service: string, index = 0): PodState {
  const pod = fleet.pods().filter((each) => each.service === service)[index]
  if (pod === undefined) throw new Error(`${service} has no pod ${index}`)
  return pod
}

/** Sets a fault on the only pod of a service. */
export const setFault = (fleet: FleetHandle, service: string, fault: FaultName): Promise<void> =>
  fleet.setFault(service, null, fault)

const pathOf = (service: string, kind: 'health' | 'ready' | 'version'): string => {
  const dialect = SERVICES.find((each) => each.name === service)?.dialect
  const routes = dialect === undefined ? {} : DIALECTS[dialect].routes
  return Object.entries(routes).find(([, route]) => route.kind === kind)?.[0] ?? '/'
}

/** Where the only pod of a service is asked. */
export function urlsOf(fleet: FleetHandle, service: string) {
  const { url, api } = podOf(fleet, service)
  const dialect = SERVICES.find((each) => each.name === service)?.dialect ?? 'lightship'
  return {
    health: url + pathOf(service, 'health'),
    ready: url + pathOf(service, 'ready'),
    version: url + pathOf(service, 'version'),
    metrics: url + DIALECTS[dialect].metricsPath,
    api: url + api,
  }
}

/** Whether a process of that id is still there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
