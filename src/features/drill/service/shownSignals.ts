import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { reasonSignal } from '#src/domain/verdict/reasonSignal.ts'

/** What tells most of a pod comes first: what it needs, what is asked of it, and how it answers. */
const FIRST: readonly Signal[] = [
  'memory',
  'cpu',
  'requestRate',
  'latencyP99',
  'errorRatio',
  'heap',
  'goroutines',
  'threads',
  'utilisation',
  'eventLoopLag',
  'queueDepth',
  'poolInUse',
  'poolWaiting',
  'gcCpu',
  'fds',
  'disk',
]

/** So many are shown at once; the others come when they are asked for. */
const AT_ONCE = 5

export type ShownSignals = { readonly shown: readonly Signal[]; readonly more: readonly Signal[] }

/** Which signals are shown side by side: first those that a reason is about, then what tells most, of those that pods tell. */
export function shownSignals(told: ReadonlySet<Signal>, reasons: readonly Reason[]): ShownSignals {
  const accused = reasons.flatMap((reason) => reasonSignal(reason) ?? [])
  const ordered = [...new Set([...accused, ...FIRST, ...SIGNALS])].filter((signal) => told.has(signal))
  const atOnce = Math.max(AT_ONCE, new Set(accused.filter((signal) => told.has(signal))).size)
  return { shown: ordered.slice(0, atOnce), more: ordered.slice(atOnce) }
}
