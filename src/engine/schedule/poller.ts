import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Asker } from '#src/engine/probe/asker.ts'
import { LOOK_AGAIN } from '#src/engine/probe/pathBook.ts'
import type { ProbeOutcome } from '#src/engine/probe/probeOutcome.ts'
import type { Target } from '#src/engine/probe/target.ts'
import { pauseAfter } from './breaker.ts'
import { lanes, YOUNG } from './lanes.ts'

/** The first round is spread over this time: a page opened on 150 pods does not fire 450 requests at once. */
const FIRST_SPREAD: DurationMs = 1000

/** Periods vary by a tenth, so that pods do not come to be asked in step. */
const JITTER = 0.1

type Slot = {
  readonly target: Target
  readonly origin: string
  /** All slots of its pod, itself included. */
  readonly siblings: readonly Slot[]
  /** On the clock that never jumps: setting the time back must not stop the polling. */
  dueAt: DurationMs
  /** When it was asked; null while nothing is under way. */
  askedAt: DurationMs | null
  /** Time-outs in a row. */
  timeouts: number
  /** Whether anything but a time-out ever came back. */
  answered: boolean
  /** Nothing was found at any path: its turn comes late, unless a sibling of its service finds one. */
  absent: boolean
}

export type Poller = {
  /** Starts whatever is due and has a place. To be called every half second. */
  tick(): void
  /** Asks an endpoint at the next tick: a restart was seen, and with it perhaps another version. */
  hasten(service: string, pod: string, endpoint: Endpoint): void
  /** In how many ms an endpoint is asked next; 0 while it is being asked; null for one that is not polled. */
  dueIn(service: string, pod: string, endpoint: Endpoint): DurationMs | null
  /** Starts nothing more; what is under way still ends. */
  stop(): void
}

const slotOf = (target: Target, siblings: readonly Slot[], dueAt: DurationMs): Slot => ({
  target,
  origin: new URL(target.base).origin,
  siblings,
  // Health first: the light is what is waited for; the rest explains it.
  dueAt: dueAt + (target.endpoint === 'health' ? 0 : FIRST_SPREAD / 2),
  askedAt: null,
  timeouts: 0,
  answered: false,
  absent: false,
})

const keyOf = (service: string, pod: string): string => JSON.stringify([service, pod])

function slotsByPod(targets: readonly Target[], { monotonic, random }: Ports): Map<string, Slot[]> {
  const pods = new Map<string, Slot[]>()
  for (const target of targets) {
    const key = keyOf(target.service.name, target.pod.name)
    const siblings = pods.get(key) ?? []
    siblings.push(slotOf(target, siblings, monotonic() + random() * FIRST_SPREAD))
    pods.set(key, siblings)
  }
  return pods
}

/**
 * Health goes first: of a pod whose health has not answered yet, or hangs, nothing else is asked, for that would
 * but hold places. Without a health endpoint, one endpoint at a time finds out whether the pod hangs.
 */
function mustWaitForSibling(slot: Slot): boolean {
  const { siblings } = slot
  const health = siblings.find(({ target }) => target.endpoint === 'health')
  if (health !== undefined) return health !== slot && (!health.answered || health.timeouts > 0)
  return siblings.some(({ askedAt }) => askedAt !== null) && !siblings.some(({ answered }) => answered)
}

/** Late by now, or timed out the last time. */
const hangs = ({ askedAt, timeouts }: Slot, now: DurationMs): boolean =>
  timeouts > 0 || (askedAt !== null && now - askedAt >= YOUNG)

/**
 * Whether an endpoint may hang: it did, or the health of its pod does. A metrics page that hangs does not put
 * health behind; only for an endpoint that has never answered every sibling is a warning.
 */
const isSuspect = (slot: Slot, now: DurationMs): boolean =>
  slot.timeouts > 0 ||
  slot.siblings.some(
    (sibling) => (sibling.target.endpoint === 'health' || !slot.answered) && hangs(sibling, now),
  )

/**
 * Asks every target again and again: one request a target at a time, never two within an interval, places
 * shared by lanes, hanging endpoints at ever longer pauses. `onEnded` gets each answer.
 */
export function poller(
  targets: readonly Target[],
  asker: Asker,
  ports: Ports,
  onEnded: (ended: ProbeEnded) => void,
): Poller {
  const places = lanes(targets[0]?.polling.concurrency ?? 1)
  const pods = slotsByPod(targets, ports)
  const slots = [...pods.values()].flat()
  /** Due and without a place yet, longest due first. */
  let waiting = new Set<Slot>()

  const find = (service: string, pod: string, endpoint: Endpoint): Slot | undefined =>
    pods.get(keyOf(service, pod))?.find((slot) => slot.target.endpoint === endpoint)

  const settle = (slot: Slot, { answer, took, absent }: ProbeOutcome): void => {
    const { service, pod, polling, endpoint } = slot.target
    const timedOut = !answer.result.ok && answer.result.error.kind === 'timeout'
    slot.askedAt = null
    slot.timeouts = timedOut ? slot.timeouts + 1 : 0
    slot.answered ||= !timedOut
    slot.absent = absent
    const pause = absent ? LOOK_AGAIN : pauseAfter(polling.intervals[endpoint], slot.timeouts)
    // "There is none" must have run out when its turn comes, else it would be believed twice as long.
    const least = absent ? 1 : 1 - JITTER / 2
    slot.dueAt = ports.monotonic() + pause * (least + ports.random() * JITTER)
    // The next word of a pod that hangs comes only after another time-out: until then this one is the present.
    const nextAfter = timedOut ? pause + polling.timeout : pause
    const freshFor = service.policy.freshIntervals * nextAfter
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

  // A place that falls free is taken at once. Left to the next tick, an origin would get eight requests a second.
  const start = async (slot: Slot, leave: () => void): Promise<void> => {
    slot.askedAt = ports.monotonic()
    const outcome = await asker.ask(slot.target)
    leave()
    settle(slot, outcome)
    fill()
  }

  const fill = (): void => {
    const now = ports.monotonic()
    const full = new Set<string>()
    for (const slot of waiting) {
      const suspect = isSuspect(slot, now)
      const lane = suspect ? `suspect ${slot.origin}` : slot.origin
      if (full.has(lane) || mustWaitForSibling(slot) || asker.mustWait(slot.target)) continue
      const leave = places.enter(slot.origin, suspect, now)
      if (leave === null) {
        full.add(lane)
        continue
      }
      waiting.delete(slot)
      void start(slot, leave)
    }
  }

  return {
    tick() {
      const now = ports.monotonic()
      const isDue = (slot: Slot): boolean =>
        slot.dueAt <= now || (slot.absent && asker.pathOf(slot.target) !== null)
      const due = slots.filter((slot) => slot.askedAt === null && isDue(slot))
      waiting = new Set(due.toSorted((a, b) => a.dueAt - b.dueAt))
      fill()
    },
    hasten(service, pod, endpoint) {
      const slot = find(service, pod, endpoint)
      if (slot !== undefined) slot.dueAt = Math.min(slot.dueAt, ports.monotonic())
    },
    dueIn(service, pod, endpoint) {
      const slot = find(service, pod, endpoint)
      if (slot === undefined) return null
      return slot.askedAt !== null ? 0 : Math.max(0, slot.dueAt - ports.monotonic())
    },
    stop() {
      waiting = new Set()
    },
  }
}
