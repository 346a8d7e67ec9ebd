import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Asker } from '#src/engine/probe/asker.ts'
import { LOOK_AGAIN } from '#src/engine/probe/pathBook.ts'
import type { ProbeOutcome } from '#src/engine/probe/probeOutcome.ts'
import type { Target } from '#src/engine/probe/target.ts'
import { pauseAfter } from './breaker.ts'
import { lanes } from './lanes.ts'

/** The first round is spread over this time: a page opened on 150 pods does not fire 450 requests at once. */
const FIRST_SPREAD: DurationMs = 1000

/** Periods vary by a tenth, so that pods do not come to be asked in step. */
const JITTER = 0.1

type Slot = {
  readonly target: Target
  readonly origin: string
  /** The pod, as the circuit breaker knows it. */
  readonly pod: string
  /** On the clock that never jumps: setting the time back must not stop the polling. */
  dueAt: DurationMs
  busy: boolean
}

export type Poller = {
  /** Starts whatever is due and has a place. To be called every half second. */
  tick(): void
  /** Asks an endpoint at the next tick: a restart was seen, and with it perhaps another version. */
  hasten(service: string, pod: string, endpoint: Endpoint): void
  /** In how many ms an endpoint is asked next; 0 while it is being asked; null for one that is not polled. */
  dueIn(service: string, pod: string, endpoint: Endpoint): DurationMs | null
}

const slotOf = (target: Target, now: DurationMs, spread: DurationMs): Slot => ({
  target,
  origin: new URL(target.base).origin,
  pod: JSON.stringify([target.service.name, target.pod.name]),
  // Health first: the light is what is waited for; the rest explains it.
  dueAt: now + spread + (target.endpoint === 'health' ? 0 : FIRST_SPREAD / 2),
  busy: false,
})

/**
 * Asks every target again and again: one request a target at a time, never two within an interval, places
 * shared by lanes, hanging pods at ever longer pauses. `onEnded` gets each answer.
 */
export function poller(
  targets: readonly Target[],
  asker: Asker,
  ports: Ports,
  onEnded: (ended: ProbeEnded) => void,
): Poller {
  const places = lanes(targets[0]?.polling.concurrency ?? 1)
  const timeouts = new Map<string, number>()
  const slots = targets.map((target) => slotOf(target, ports.monotonic(), ports.random() * FIRST_SPREAD))
  const slotOfEndpoint = new Map(slots.map((slot) => [`${slot.pod} ${slot.target.endpoint}`, slot]))
  const find = (service: string, pod: string, endpoint: Endpoint): Slot | undefined =>
    slotOfEndpoint.get(`${JSON.stringify([service, pod])} ${endpoint}`)

  const settle = (slot: Slot, { answer, took, absent }: ProbeOutcome): void => {
    const { service, pod, polling, endpoint } = slot.target
    const timedOut = !answer.result.ok && answer.result.error.kind === 'timeout'
    const inARow = timedOut ? (timeouts.get(slot.pod) ?? 0) + 1 : 0
    timeouts.set(slot.pod, inARow)
    const pause = absent ? LOOK_AGAIN : pauseAfter(polling.intervals[endpoint], inARow)
    slot.dueAt = ports.monotonic() + pause * (1 - JITTER / 2 + ports.random() * JITTER)
    const freshFor = service.policy.freshIntervals * pause
    onEnded({
      ...answer,
      kind: 'probe',
      service: service.name,
      pod: pod.name,
      at: ports.now(),
      took,
      freshFor,
    })
  }

  const start = async (slot: Slot, leave: () => void): Promise<void> => {
    slot.busy = true
    const outcome = await asker.ask(slot.target)
    slot.busy = false
    leave()
    settle(slot, outcome)
  }

  return {
    tick() {
      const now = ports.monotonic()
      const due = slots.filter((slot) => !slot.busy && slot.dueAt <= now)
      for (const slot of due.toSorted((a, b) => a.dueAt - b.dueAt)) {
        if (asker.mustWait(slot.target)) continue
        const leave = places.enter(slot.origin, (timeouts.get(slot.pod) ?? 0) > 0, now)
        if (leave !== null) void start(slot, leave)
      }
    },
    hasten(service, pod, endpoint) {
      const slot = find(service, pod, endpoint)
      if (slot !== undefined) slot.dueAt = Math.min(slot.dueAt, ports.monotonic())
    },
    dueIn(service, pod, endpoint) {
      const slot = find(service, pod, endpoint)
      if (slot === undefined) return null
      return slot.busy ? 0 : Math.max(0, slot.dueAt - ports.monotonic())
    },
  }
}
