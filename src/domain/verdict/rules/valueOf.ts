import type { Signal } from '#src/domain/signals/signal.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'

/** A signal's value as of a pod's newest metrics page, in the signal's unit; null where the page does not tell it. */
export const valueOf = ({ signals }: PodFacts, signal: Signal): number | null =>
  signals?.signals.get(signal)?.value ?? null
