import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { PollHealth } from '#src/domain/wall/pollHealth.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Asker } from '#src/engine/probe/asker.ts'
import type { ProbeOutcome } from '#src/engine/probe/probeOutcome.ts'
import type { Tapped } from '#src/engine/probe/tap.ts'
import type { Target } from '#src/engine/probe/target.ts'
import { CONFIRM_AFTER, waitsForSecond } from './confirmSoon.ts'
import { lanes } from './lanes.ts'
import { pollTally } from './pollTally.ts'
import { isSuspect, mustWaitForSibling, nextTurn, pauseOf, podKey, type Slot, slotsByPod } from './slot.ts'

export type Poller = {
  /** From now on polls these. What is under way of others is called off; of the same ones it goes on. */
  retarget(targets: readonly Target[]): void
  /** Starts whatever is due and has a place. To be called every half second. */
  tick(): void
  /** Asks an endpoint at the next tick: a restart was seen, and with it perhaps another version. */
  hasten(service: string, pod: string, endpoint: Endpoint): void
  /** From now on asks the pods of these services twice as often, and all others at their own pace. */
  watchClosely(services: ReadonlySet<string>): void
  /** Asks all that timed out within their interval: it was the network, and that is back. */
  forgiveTimeouts(): void
  /** In how many ms an endpoint is asked next; 0 while it is being asked; null for one that is not polled. */
  dueIn(service: string, pod: string, endpoint: Endpoint): DurationMs | null
  /** How the polling went within the last minute. */
  health(): PollHealth
  /** Starts nothing more, and calls off what is under way. */
  stop(): void
}

/** How often `tick` is called: finer timers cost 1.6 × the CPU a request. */
export const TICK: DurationMs = 500

const timedOut = ({ answer: { result } }: ProbeOutcome): boolean =>
  !result.ok && result.error.kind === 'timeout'

/**
 * For how long after its question an answer is the present: some pauses from when it came. The next word of a pod
 * that hangs comes only after another time-out: until then this one is the present.
 */
function freshFor(slot: Slot, outcome: ProbeOutcome): DurationMs {
  const { service, polling } = slot.target
  const { freshIntervals } = service.policy
  return timedOut(outcome)
    ? freshIntervals * (pauseOf(slot) + polling.timeout)
    : freshIntervals * pauseOf(slot) + Math.min(outcome.took, polling.timeout)
}

const sameNames = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((name) => b.has(name))

/** Where places are short, a health page that is asked every 5 s is needed before a metrics page of every 15 s. */
const neededAt = ({ dueAt, target: { polling, endpoint } }: Slot): DurationMs =>
  dueAt + polling.intervals[endpoint]

/**
 * Asks every target again and again: one request a target at a time, never two within an interval, places
 * shared by lanes, hanging endpoints at ever longer pauses. `onEnded` gets each answer, and what came
 * back to the letter.
 */
export function poller(
  asker: Asker,
  ports: Ports,
  onEnded: (ended: ProbeEnded, tapped: Tapped | null) => void,
): Poller {
  let concurrency = 1
  const places = lanes(() => concurrency)
  const tally = pollTally(ports, TICK)
  let pods: ReadonlyMap<string, readonly Slot[]> = new Map()
  let slots: readonly Slot[] = []
  /** Due and without a place yet, those first whose last answer grows stale first. */
  let waiting = new Set<Slot>()
  /** Services that are watched closely. */
  let close: ReadonlySet<string> = new Set()

  const find = (service: string, pod: string, endpoint: Endpoint): Slot | undefined =>
    pods.get(podKey(service, pod))?.find((slot) => slot.target.endpoint === endpoint)

  const settle = (slot: Slot, outcome: ProbeOutcome): void => {
    const late = timedOut(outcome)
    const isFirst = !slot.answered && slot.timeouts === 0
    slot.timeouts = late ? slot.timeouts + 1 : 0
    slot.answered ||= !late
    slot.absent = outcome.absent
    slot.dueAt = nextTurn(slot, ports.monotonic(), ports.random())
    if (isFirst && waitsForSecond(outcome)) {
      slot.dueAt = Math.min(slot.dueAt, ports.monotonic() + CONFIRM_AFTER)
    }
    const { service, pod } = slot.target
    const { answer, at, took, tapped } = outcome
    const whose = { service: service.name, pod: pod.name, at, took, freshFor: freshFor(slot, outcome) }
    onEnded({ ...answer, kind: 'probe', ...whose }, tapped ?? null)
  }

  /** A fault of this program must cost one answer, not the slot and its place for good; it is thrown on. */
  const ask = async (slot: Slot, signal: AbortSignal, leave: () => void): Promise<ProbeOutcome> => {
    try {
      return await asker.ask(slot.target, signal)
    } catch (error) {
      slot.dueAt = nextTurn(slot, ports.monotonic(), ports.random())
      throw error
    } finally {
      leave()
      slot.flight = null
    }
  }

  // A place that falls free is taken at once. Left to the next tick, an origin would get eight requests a second.
  const start = async (slot: Slot, leave: () => void): Promise<void> => {
    const abort = new AbortController()
    slot.flight = { askedAt: ports.monotonic(), abort }
    try {
      const outcome = await ask(slot, abort.signal, leave)
      if (!abort.signal.aborted) settle(slot, outcome)
    } finally {
      fill()
    }
  }

  const fill = (): void => {
    const now = ports.monotonic()
    const full = new Set<string>()
    for (const slot of waiting) {
      const suspect = isSuspect(slot, now)
      const lane = suspect ? `suspect ${slot.origin}` : slot.origin
      if (full.has(lane)) continue
      if (mustWaitForSibling(slot) || asker.mustWait(slot.target)) {
        slot.heldAt = now
        continue
      }
      const leave = places.enter(slot.origin, suspect, now)
      if (leave === null) {
        full.add(lane)
        continue
      }
      waiting.delete(slot)
      tally.began(Math.max(slot.dueAt, slot.heldAt), pauseOf(slot))
      void start(slot, leave)
    }
  }

  const retarget = (targets: readonly Target[]): void => {
    const before = slots
    pods = slotsByPod(targets, before, ports)
    slots = [...pods.values()].flat()
    concurrency = targets[0]?.polling.concurrency ?? 1
    for (const slot of slots) slot.eager = close.has(slot.target.service.name)
    const kept = new Set(slots)
    waiting = new Set([...waiting].filter((slot) => kept.has(slot)))
    for (const slot of before) if (!kept.has(slot)) slot.flight?.abort.abort()
    asker.keep(targets)
  }

  return {
    retarget,
    tick() {
      tally.turn()
      const now = ports.monotonic()
      const isDue = (slot: Slot): boolean =>
        slot.dueAt <= now || (slot.absent && asker.pathOf(slot.target) !== null)
      const due = slots.filter((slot) => slot.flight === null && isDue(slot))
      waiting = new Set(due.toSorted((a, b) => neededAt(a) - neededAt(b)))
      fill()
    },
    hasten(service, pod, endpoint) {
      const slot = find(service, pod, endpoint)
      if (slot !== undefined) slot.dueAt = Math.min(slot.dueAt, ports.monotonic())
    },
    watchClosely(services) {
      if (sameNames(services, close)) return
      close = services
      const now = ports.monotonic()
      for (const slot of slots) {
        const eager = services.has(slot.target.service.name)
        if (eager === slot.eager) continue
        slot.eager = eager
        if (eager) slot.dueAt = Math.min(slot.dueAt, nextTurn(slot, now, ports.random()))
      }
    },
    forgiveTimeouts() {
      const now = ports.monotonic()
      for (const slot of slots) {
        if (slot.timeouts === 0) continue
        // One is left, or comes with the time-out under way: until it answers it is a suspect still.
        slot.timeouts = slot.flight === null ? 1 : 0
        // Spread out, for all of them begin anew together.
        slot.dueAt = Math.min(slot.dueAt, now + ports.random() * pauseOf(slot))
      }
    },
    dueIn(service, pod, endpoint) {
      const slot = find(service, pod, endpoint)
      if (slot === undefined) return null
      return slot.flight !== null ? 0 : Math.max(0, slot.dueAt - ports.monotonic())
    },
    health: () => tally.read([...waiting].filter((slot) => !mustWaitForSibling(slot)).length),
    stop: () => retarget([]),
  }
}
