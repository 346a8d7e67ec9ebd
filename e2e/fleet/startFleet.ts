import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import { generateLoad } from '#e2e/fleet/supervisor/generateLoad.ts'
import { type PodRecord, type PodUnit, createPodUnit } from '#e2e/fleet/supervisor/podUnit.ts'
import { Refusal } from '#e2e/fleet/supervisor/refusal.ts'
import { serveControl } from '#e2e/fleet/supervisor/serveControl.ts'
import { type PodState, superviseUnits } from '#e2e/fleet/supervisor/supervisor.ts'
import { insistOnFit } from '#e2e/fleet/supervisor/switchPod.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { bundlePod } from './bundlePod.ts'
import { podName } from './podName.ts'
import type { SampleService } from './sampleService.ts'
import type { Scenario } from './scenarios.ts'
import { SERVICES } from './services.ts'
import { writeFleetFile } from './writeFleetFile.ts'

export type FleetOptions = {
  /** The sample shop by default; `replicate` makes fleets of any size. */
  readonly services?: readonly SampleService[]
  /** What is the matter from the beginning, by pod name; nothing by default. */
  readonly scenario?: Scenario
  /** Port of the control; a free one by default. */
  readonly controlPort?: number
  /** 1 by default: killing a process kills one pod. More for fleets of hundreds, whose pods then close their port. */
  readonly podsPerProcess?: number
  /** Business requests that each pod gets; 2 by default, 0 for none. */
  readonly requestsPerSecond?: number
  /** How long a `restarts` pod lives. */
  readonly restartEvery?: DurationMs
  /** Hears of pods that end by themselves; nobody does by default. */
  readonly log?: (line: string) => void
}

/** A running fleet. Every change is in force when its promise resolves. */
export type FleetHandle = {
  readonly controlUrl: string
  /** For the dashboard: the services and where their pods are. */
  readonly fleetFile: FleetFile
  /** The pods as they are now. */
  readonly pods: () => readonly PodState[]
  /** One pod, or with null all pods of a service. Rejects where it is unknown, or cannot show the fault. */
  readonly setFault: (service: string, pod: string | null, fault: FaultName) => Promise<void>
  /** Ends every fault, and starts what is down. */
  readonly heal: () => Promise<void>
  /** Ends every process and frees every port. */
  readonly stop: () => Promise<void>
}

const MEBIBYTE = 1024 * 1024

function recordsOf(service: SampleService, signInUrl: string, scenario: Scenario): PodRecord[] {
  return Array.from({ length: service.pods }, (_, index) => {
    const name = podName(service.name, index)
    const { name: serviceName, dialect, release, memoryMiB, api } = service
    const spec = {
      name,
      service: serviceName,
      dialect,
      release,
      memoryBytes: memoryMiB * MEBIBYTE,
      api,
      signInUrl,
    }
    return { spec, port: 0, fault: scenario[name] ?? 'all-green', up: false }
  })
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups = Math.ceil(items.length / size)
  return Array.from({ length: groups }, (_, index) => items.slice(index * size, (index + 1) * size))
}

function checkScenario(units: readonly PodUnit[], scenario: Scenario): void {
  const pods = units.flatMap((unit) => unit.pods.map((pod) => ({ pod, unit })))
  const names = pods.map(({ pod }) => pod.spec.name)
  for (const name of Object.keys(scenario)) {
    if (!names.includes(name))
      throw new Refusal(404, `The scenario names a pod "${name}" that is not there.`, names)
  }
  for (const { pod, unit } of pods) insistOnFit(pod, unit, pod.fault)
}

/**
 * Starts the sample services as processes of their own on free ports of loopback, with their control and load.
 * Resolves when every pod answers. They end with `stop`, and at the latest with this process, however that ends.
 */
export async function startFleet(options: FleetOptions = {}): Promise<FleetHandle> {
  const { services = SERVICES, scenario = {}, log = () => {}, restartEvery = seconds(5) } = options
  const program = await bundlePod()
  const control = await serveControl(options.controlPort ?? 0)
  const signInUrl = `${control.url}/sign-in`
  const records = services.flatMap((service) => recordsOf(service, signInUrl, scenario))
  const units = inGroups(records, options.podsPerProcess ?? 1).map((pods) =>
    createPodUnit(program, pods, log),
  )
  const supervisor = superviseUnits(units, restartEvery)

  async function begin(): Promise<void> {
    checkScenario(units, scenario)
    await supervisor.start()
  }
  await begin().catch(async (cause: unknown) => {
    await Promise.all([supervisor.stop(), control.close()])
    throw cause
  })

  const addresses = supervisor.pods()
  const fleetFile = writeFleetFile(services, addresses)
  control.attach({ supervisor, fleetFile })
  const stopLoad = generateLoad(() => supervisor.pods(), options.requestsPerSecond ?? 2)

  return {
    controlUrl: control.url,
    fleetFile,
    pods: supervisor.pods,
    setFault: supervisor.setFault,
    heal: supervisor.heal,
    async stop() {
      stopLoad()
      await Promise.all([supervisor.stop(), control.close()])
    },
  }
}
