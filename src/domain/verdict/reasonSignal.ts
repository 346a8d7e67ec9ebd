import type { Signal } from '#src/domain/signals/signal.ts'
import type { Reason, ReasonKind } from './reason.ts'

/** Which signal a kind of reason is read off, where its evidence does not name one. */
const SIGNAL_OF: Readonly<Partial<Record<ReasonKind, Signal>>> = {
  'pool-exhausted': 'poolInUse',
  errors: 'errorRatio',
  'event-loop': 'eventLoopLag',
  'gc-cpu': 'gcCpu',
  'gc-pause': 'gcPauseP99',
  'mutex-wait': 'mutexWait',
  latency: 'latencyP99',
  traffic: 'requestRate',
  load: 'requestRate',
  utilisation: 'utilisation',
}

/** The signal that a reason is about: one reason is about one signal; null for a reason that is about none. */
export function reasonSignal({ kind, pods }: Reason): Signal | null {
  const [worst] = pods
  return worst !== undefined && 'signal' in worst ? worst.signal : (SIGNAL_OF[kind] ?? null)
}
