import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import type { HostedPod, PodSpec } from '#e2e/fleet/protocol.ts'
import { type PodProcess, forkPods } from './forkPods.ts'

/** One pod as its supervisor sees it. */
export type PodRecord = {
  readonly spec: PodSpec
  /** Given by the operating system at the first start, and kept over restarts. */
  port: number
  fault: FaultName
  /** False while nothing listens on its port. */
  up: boolean
}

/** The pods that share one process; usually one pod. */
export type PodUnit = {
  readonly pods: readonly PodRecord[]
  readonly pid: () => number | null
  /** Starts the process unless it runs; its pods have the faults of their records, or none where that is to be down. */
  readonly start: () => Promise<void>
  /** Kills the process unless it is gone. */
  readonly kill: () => Promise<void>
  /** The running process; starts it first where there is none. */
  readonly running: () => Promise<PodProcess>
}

const hostedPod = ({ spec, port, fault }: PodRecord): HostedPod => ({ spec, port, fault })

/** Holds a process for some pods. `log` hears of every start and end that nobody asked for. */
export function createPodUnit(
  program: string,
  pods: readonly PodRecord[],
  log: (line: string) => void,
): PodUnit {
  let current: PodProcess | null = null
  let starting: Promise<PodProcess> | null = null

  function gone(process: PodProcess, how: string): void {
    if (current !== process) return
    current = null
    for (const pod of pods) pod.up = false
    log(`${pods.map((pod) => pod.spec.name).join(', ')}: process ${process.pid} ended by itself (${how})`)
  }

  async function launch(): Promise<PodProcess> {
    const process = forkPods(program)
    try {
      const ports = await process.ask({ do: 'host', pods: pods.map(hostedPod) })
      for (const [index, pod] of pods.entries()) {
        pod.port = ports[index] ?? pod.port
        pod.up = true
      }
    } catch (cause) {
      await process.kill()
      throw cause
    }
    current = process
    void process.exited.then((how) => gone(process, how))
    return process
  }

  function running(): Promise<PodProcess> {
    if (current !== null) return Promise.resolve(current)
    starting ??= launch().finally(() => {
      starting = null
    })
    return starting
  }

  return {
    pods,
    pid: () => current?.pid ?? null,
    running,
    start: async () => {
      await running()
    },
    async kill() {
      // One that is about to start would otherwise outlive its unit.
      if (starting !== null) await starting.catch(() => {})
      const process = current
      if (process === null) return
      current = null
      for (const pod of pods) pod.up = false
      await process.kill()
    },
  }
}
