import { FAULT_NAMES, type FaultName, faultOf, isFaultName } from '#e2e/fleet/faults/faults.ts'
import type { PodRecord, PodUnit } from './podUnit.ts'
import { Refusal } from './refusal.ts'
import { insistOnFit, switchPod } from './switchPod.ts'

export type PodState = {
  readonly service: string
  readonly name: string
  readonly url: string
  /** Path of its business endpoint. */
  readonly api: string
  readonly port: number
  /** Null while the process is gone. */
  readonly pid: number | null
  readonly fault: FaultName
  readonly up: boolean
}

/** What can be done to a fleet at run time. Everything is done only when it is in force. */
export type Supervisor = {
  readonly pods: () => readonly PodState[]
  /** Starts every process, each pod with the fault of its record. */
  readonly start: () => Promise<void>
  /** One pod, or with null all pods of a service. */
  readonly setFault: (service: string, pod: string | null, fault: string) => Promise<void>
  /** Ends everything that is the matter, and starts what is down. */
  readonly heal: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Place = { readonly pod: PodRecord; readonly unit: PodUnit }

const stateOf = ({ pod, unit }: Place): PodState => ({
  service: pod.spec.service,
  name: pod.spec.name,
  url: `http://127.0.0.1:${pod.port}`,
  api: pod.spec.api,
  port: pod.port,
  pid: unit.pid(),
  fault: pod.fault,
  up: pod.up,
})

function faultNamed(name: string): FaultName {
  if (isFaultName(name)) return name
  throw new Refusal(422, `There is no fault "${name}".`, FAULT_NAMES)
}

export function superviseUnits(units: readonly PodUnit[], restartEveryMs: number): Supervisor {
  const places: readonly Place[] = units.flatMap((unit) => unit.pods.map((pod) => ({ pod, unit })))
  const lastChange = new Map<PodUnit, Promise<unknown>>()
  const timers = new Map<PodRecord, NodeJS.Timeout>()
  let stopped = false

  function find(service: string, pod: string | null): readonly Place[] {
    const ofService = places.filter((place) => place.pod.spec.service === service)
    if (ofService.length === 0) {
      const names = [...new Set(places.map((place) => place.pod.spec.service))]
      throw new Refusal(404, `There is no service "${service}".`, names)
    }
    const found = pod === null ? ofService : ofService.filter((place) => place.pod.spec.name === pod)
    if (found.length > 0) return found
    const names = ofService.map((place) => place.pod.spec.name)
    throw new Refusal(404, `There is no pod "${pod}" in ${service}.`, names)
  }

  // One change at a time for each process; others go on beside it.
  function inTurn(unit: PodUnit, change: () => Promise<void>): Promise<void> {
    const done = (lastChange.get(unit) ?? Promise.resolve()).then(() => (stopped ? undefined : change()))
    lastChange.set(
      unit,
      done.catch(() => {}),
    )
    return done
  }

  function restartLater({ pod, unit }: Place): void {
    const restart = async () => {
      if (faultOf(pod.fault).process !== 'restarting') return
      await unit.kill()
      await unit.start()
      restartLater({ pod, unit })
    }
    // A start that fails leaves the pod down, which is what its state then says.
    timers.set(
      pod,
      setTimeout(() => void inTurn(unit, restart).catch(() => {}), restartEveryMs),
    )
  }

  async function change(place: Place, fault: FaultName): Promise<void> {
    clearTimeout(timers.get(place.pod))
    await switchPod(place.pod, place.unit, fault)
    if (faultOf(fault).process === 'restarting') restartLater(place)
  }

  const setAll = (chosen: readonly Place[], fault: FaultName) =>
    Promise.all(chosen.map((place) => inTurn(place.unit, () => change(place, fault))))

  return {
    pods: () => places.map(stateOf),
    async start() {
      await Promise.all(units.map((unit) => unit.start()))
      // A pod that is to be down has lived for a moment: that is how it got its port.
      const special = places.filter(({ pod }) =>
        ['killed', 'restarting'].includes(faultOf(pod.fault).process ?? ''),
      )
      await Promise.all(special.map((place) => inTurn(place.unit, () => change(place, place.pod.fault))))
    },
    async setFault(service, pod, name) {
      const fault = faultNamed(name)
      const chosen = find(service, pod)
      for (const place of chosen) insistOnFit(place.pod, place.unit, fault)
      await setAll(chosen, fault)
    },
    async heal() {
      await setAll(
        places.filter(({ pod }) => pod.fault !== 'all-green' || !pod.up),
        'all-green',
      )
    },
    async stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(lastChange.values())
      await Promise.all(units.map((unit) => unit.kill()))
    },
  }
}
