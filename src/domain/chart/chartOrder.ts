import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import { type Light, worstLight } from '#src/domain/verdict/light.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'
import type { SignalHistory } from './signalHistory.ts'

/** The signal that a kind of reason speaks of, where its facts do not name one. */
const SPEAKS_OF: Partial<Readonly<Record<ReasonKind, Signal>>> = {
  errors: 'errorRatio',
  latency: 'latencyP99',
  traffic: 'requestRate',
  'gc-pause': 'gcPauseP99',
  'gc-cpu': 'gcCpu',
  'mutex-wait': 'mutexWait',
  'event-loop': 'eventLoopLag',
  certificate: 'certificateExpiry',
  utilisation: 'utilisation',
  'pool-exhausted': 'poolInUse',
  restarts: 'restarts',
  exposition: 'scrapeDuration',
}

/** The signals of one pod that reasons speak of, each with the worst light of them. */
export function troubledSignals(reasons: readonly Reason[], pod: string): ReadonlyMap<Signal, Light> {
  const lights = new Map<Signal, Light>()
  for (const { kind, pods } of reasons) {
    for (const facts of pods) {
      const signal = 'signal' in facts ? facts.signal : SPEAKS_OF[kind]
      if (facts.pod !== pod || signal === undefined) continue
      const before = lights.get(signal)
      lights.set(signal, before === undefined ? facts.light : worstLight([before, facts.light]))
    }
  }
  return lights
}

/** A value that is this near to its bound is worth a look, as the rule on levels has it. */
const NEAR = 0.8

/** The place of a chart among others: the less, the sooner it is looked at. */
function place(
  { signal, slope, bound, mean }: SignalHistory,
  first: Signal | null,
  troubled: ReadonlyMap<Signal, Light>,
): number {
  if (signal === first) return 0
  const light = troubled.get(signal)
  if (light !== undefined) return light === 'red' ? 1 : 2
  if (slope?.isDrift === true) return 3
  const last = mean.findLast((value) => Number.isFinite(value))
  return bound !== null && last !== undefined && last > bound * NEAR ? 4 : 5
}

/**
 * Histories in the order in which one looks at them: the signal that was asked for, those that reasons speak of, other
 * drifts, what is near its bound, all others as signals are always listed. What was never read is left out.
 */
export function chartOrder(
  histories: readonly SignalHistory[],
  first: Signal | null,
  troubled: ReadonlyMap<Signal, Light>,
): readonly SignalHistory[] {
  return histories
    .filter(({ mean }) => mean.some((value) => Number.isFinite(value)))
    .map((history) => ({ history, at: place(history, first, troubled), by: SIGNALS.indexOf(history.signal) }))
    .sort((a, b) => a.at - b.at || a.by - b.by)
    .map(({ history }) => history)
}
