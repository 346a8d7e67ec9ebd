import type { Obstacle, Ports } from '#src/engine/ports.ts'
import { type HandClock, handClock } from './handClock.ts'
import { type HandNetwork, handNetwork } from './handNetwork.ts'

/** A hand-made world: its time, its servers and its luck are the test's. */
export type HandPorts = Ports & {
  readonly clock: HandClock
  readonly network: HandNetwork
  setOnline(online: boolean): void
  /** From now on this stands between the page and every URL that begins so. */
  block(prefix: string, obstacle: Obstacle): void
}

/** Mulberry32: small, and the same numbers for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Ports at rest: nothing happens until the clock is moved. */
export function handPorts(seed = 1): HandPorts {
  const clock = handClock()
  const network = handNetwork(clock)
  const obstacles = new Map<string, Obstacle>()
  let online = true
  return {
    clock,
    network,
    now: clock.now,
    monotonic: clock.monotonic,
    every: clock.every,
    timeZone: 'Europe/Paris',
    random: seededRandom(seed),
    get: network.get,
    post: network.post,
    timingOf: async () => null,
    isOnline: () => online,
    store: null,
    obstacleTo: async (url) => [...obstacles].find(([prefix]) => url.startsWith(prefix))?.[1] ?? null,
    setOnline: (is) => {
      online = is
    },
    block: (prefix, obstacle) => {
      obstacles.set(prefix, obstacle)
    },
  }
}
