import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import type { PodTarget } from './podTarget.ts'

/** Watching must not hurt what is watched: a pod sees at most this many connections at once. */
const SOCKETS_PER_POD = 2

/** Shorter than the five seconds after which Node and uvicorn close idle connections, or a GET would meet a closed one. */
const IDLE_MS = 4000

// Host names with an IPv6 and an IPv4 address: Node gives the first one 250 ms only, too short for a busy pod.
const NEXT_ADDRESS_AFTER_MS = 1000

/** One pool of kept-alive connections for each pod. */
export type PodAgents = {
  agentOf(target: PodTarget): Agent
  /** Closes every connection. */
  destroy(): void
}

/** Pools are made at the first request to a pod; one that left the fleet only keeps an empty pool. */
export function createPodAgents(): PodAgents {
  const agents = new Map<string, Agent>()
  return {
    agentOf(target) {
      const key = `${target.base.href} ${target.prefix}`
      const known = agents.get(key)
      if (known !== undefined) return known
      const options = {
        keepAlive: true,
        maxSockets: SOCKETS_PER_POD,
        timeout: IDLE_MS,
        autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
      }
      const agent = target.base.protocol === 'https:' ? new SecureAgent(options) : new Agent(options)
      agents.set(key, agent)
      return agent
    },
    destroy() {
      for (const agent of agents.values()) agent.destroy()
      agents.clear()
    },
  }
}
