import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'

/** A signal of a pod at one moment, in the signal's unit. */
export type PodValue = { readonly pod: string; readonly signal: Signal; readonly value: number }

/** The lowest and the highest of some pods. */
export type ValueRange = { readonly low: number; readonly high: number }

/** A signal at two moments; null where no pod is known to have had it. */
export type ValuesBeside = {
  readonly signal: Signal
  readonly was: ValueRange | null
  readonly is: ValueRange | null
  /** What is the highest now, of what was the highest then; null where either is not known, or it was nothing. */
  readonly times: number | null
}

function rangeOf(values: readonly PodValue[], signal: Signal): ValueRange | null {
  const all = values.flatMap((one) => (one.signal === signal ? [one.value] : []))
  return all.length === 0 ? null : { low: Math.min(...all), high: Math.max(...all) }
}

/** Signals at two moments side by side, in the usual order of signals; those that neither has are left out. */
export function valuesBeside(then: readonly PodValue[], now: readonly PodValue[]): readonly ValuesBeside[] {
  return SIGNALS.flatMap((signal) => {
    const [was, is] = [rangeOf(then, signal), rangeOf(now, signal)]
    if (was === null && is === null) return []
    const times = was !== null && is !== null && was.high > 0 ? is.high / was.high : null
    return [{ signal, was, is, times }]
  })
}
