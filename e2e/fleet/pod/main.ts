import type { HostedPod, Order, OrderMessage, Reply } from '#e2e/fleet/protocol.ts'
import { type ServedPod, servePod } from './servePod.ts'

/*
 * The program of a pod's process. It does what its supervisor orders over the IPC channel, and ends with it: when the
 * supervisor is gone, for whatever reason, the channel closes.
 */
const served = new Map<string, ServedPod>()

async function host(pods: readonly HostedPod[]): Promise<readonly number[]> {
  const ports: number[] = []
  for (const hosted of pods) {
    const pod = await servePod(hosted)
    served.set(hosted.spec.name, pod)
    ports.push(pod.port())
  }
  return ports
}

function find(name: string): ServedPod {
  const pod = served.get(name)
  if (pod === undefined) throw new Error(`${name} is not served by this process`)
  return pod
}

async function obey(order: Order): Promise<readonly number[]> {
  if (order.do === 'host') return host(order.pods)
  const pod = find(order.pod)
  if (order.do === 'fault') await pod.setFault(order.fault)
  else await pod[order.do]()
  return []
}

function reply(message: Reply): void {
  process.send?.(message)
}

process.on('message', ({ id, order }: OrderMessage) => {
  obey(order).then(
    (ports) => reply({ id, ok: true, ports }),
    (cause: unknown) =>
      reply({ id, ok: false, error: cause instanceof Error ? cause.message : String(cause) }),
  )
})
process.on('disconnect', () => process.exit(0))
