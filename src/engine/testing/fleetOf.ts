import type { Endpoint, Fleet } from '#src/domain/fleet/fleet.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { type Target, targetsOf } from '#src/engine/probe/target.ts'

/** Where the fleet file of the tests is. */
export const HOME = 'http://home.test/fleet.json'

/** A fleet from what a fleet file says; a faulty one ends the test with its faults. */
function fleetOf(file: FleetFile): Fleet {
  const parsed = parseFleet(file)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

/** All targets of such a fleet. */
export const targetsIn = (file: FleetFile, home = HOME): Target[] => targetsOf(fleetOf(file), home)

/** One pod's endpoint at `http://pod.test/`, with `more` of the fleet file's top level. */
export function oneTarget(endpoint: Endpoint, more: Partial<FleetFile> = {}): Target {
  const endpoints = { ready: '/ready', ...more.endpoints }
  const services = [{ name: 'orders', url: 'http://pod.test' }]
  const target = targetsIn({ services, ...more, endpoints }).find((one) => one.endpoint === endpoint)
  if (target === undefined) throw new Error(`the fleet has no ${endpoint} endpoint`)
  return target
}
