import type { DurationMs } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { LOOK_AGAIN } from '#src/engine/probe/pathBook.ts'
import type { Target } from '#src/engine/probe/target.ts'
import { pauseAfter } from './breaker.ts'
import { YOUNG } from './lanes.ts'

/** The first round is spread over this time: a page opened on 150 pods does not fire 450 requests at once. */
const FIRST_SPREAD: DurationMs = 1000

/** Periods vary by a tenth, so that pods do not come to be asked in step. */
const JITTER = 0.1

/** One target and how its polling goes. */
export type Slot = {
  /** As the newest fleet file describes it. */
  target: Target
  readonly origin: string
  /** All slots of its pod, itself included. */
  siblings: readonly Slot[]
  /** On the clock that never jumps: setting the time back must not stop the polling. */
  dueAt: DurationMs
  /** What is under way, when it was asked, and how to call it off; null while nothing is. */
  flight: { readonly askedAt: DurationMs; readonly abort: AbortController } | null
  /** Time-outs in a row. */
  timeouts: number
  /** Whether anything but a time-out ever came back. */
  answered: boolean
  /** Its service is in hypercare: it is asked more often. */
  eager: boolean
  /** Nothing was found at any path: its turn comes late, unless a sibling of its service finds one. */
  absent: boolean
  /** When its turn was last put off on purpose: it is not late by as much. */
  heldAt: DurationMs
}

/** Names a pod. */
export const podKey = (service: string, pod: string): string => JSON.stringify([service, pod])

const newSlot = (target: Target, dueAt: DurationMs): Slot => ({
  target,
  origin: new URL(target.base).origin,
  siblings: [],
  // Health first: the light is what is waited for; the rest explains it.
  dueAt: dueAt + (target.endpoint === 'health' ? 0 : FIRST_SPREAD / 2),
  flight: null,
  timeouts: 0,
  answered: false,
  eager: false,
  absent: false,
  heldAt: Number.NEGATIVE_INFINITY,
})

/** In hypercare health and metrics are asked twice as often, … */
const EAGER_PACE = 2

/** … but none more often than this. */
const LEAST_PAUSE: DurationMs = 2000

/** The interval of a slot: what the fleet file says, or less in hypercare. A version does not change without a start. */
function intervalOf({ target: { polling, endpoint }, eager }: Slot): DurationMs {
  const interval = polling.intervals[endpoint]
  if (!eager || endpoint === 'version') return interval
  return Math.min(interval, Math.max(LEAST_PAUSE, interval / EAGER_PACE))
}

/** How long a slot pauses after its last answer, before jitter. A pod that hangs backs off in hypercare as well. */
export const pauseOf = (slot: Slot): DurationMs =>
  slot.absent ? LOOK_AGAIN : pauseAfter(intervalOf(slot), slot.timeouts)

/** When the next turn of a slot is whose answer came at `now`; `luck` from 0 up to 1. */
export function nextTurn(slot: Slot, now: DurationMs, luck: number): DurationMs {
  // "There is none" must have run out when its turn comes, else it would be believed twice as long.
  const least = slot.absent ? 1 : 1 - JITTER / 2
  return now + pauseOf(slot) * (least + luck * JITTER)
}

/**
 * The slots of a fleet by pod. Those of targets that were polled before go on as they are, with what is under way:
 * editing the fleet file must neither ask a pod sooner nor forget that it hangs.
 */
export function slotsByPod(
  targets: readonly Target[],
  earlier: readonly Slot[],
  { monotonic, random }: Ports,
): Map<string, readonly Slot[]> {
  const before = new Map(earlier.map((slot) => [slot.target.key, slot]))
  const now = monotonic()
  const pods = new Map<string, Slot[]>()
  for (const target of targets) {
    const key = podKey(target.service.name, target.pod.name)
    const siblings = pods.get(key) ?? []
    pods.set(key, siblings)
    const firstTurn = now + random() * FIRST_SPREAD
    const slot = before.get(target.key) ?? newSlot(target, firstTurn)
    slot.target = target
    slot.siblings = siblings
    // An interval that is shorter now holds at once.
    slot.dueAt = Math.min(slot.dueAt, nextTurn(slot, now, 1))
    siblings.push(slot)
  }
  return pods
}

/**
 * Health goes first: of a pod whose health has not answered yet, or hangs, nothing else is asked, for that would
 * but hold places. Without a health endpoint, one endpoint at a time finds out whether the pod hangs.
 */
export function mustWaitForSibling(slot: Slot): boolean {
  const { siblings } = slot
  const health = siblings.find(({ target }) => target.endpoint === 'health')
  if (health !== undefined) return health !== slot && (!health.answered || health.timeouts > 0)
  return siblings.some(({ flight }) => flight !== null) && !siblings.some(({ answered }) => answered)
}

/** Late by now, or timed out the last time. */
const hangs = ({ flight, timeouts }: Slot, now: DurationMs): boolean =>
  timeouts > 0 || (flight !== null && now - flight.askedAt >= YOUNG)

/**
 * Whether an endpoint may hang: it did, or the health of its pod does. A metrics page that hangs does not put
 * health behind; only for an endpoint that has never answered every sibling is a warning.
 */
export const isSuspect = (slot: Slot, now: DurationMs): boolean =>
  slot.timeouts > 0 ||
  slot.siblings.some(
    (sibling) => (sibling.target.endpoint === 'health' || !slot.answered) && hangs(sibling, now),
  )
