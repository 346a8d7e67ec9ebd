import type { ScaledSignal } from '#src/domain/compare/podsOnOneScale.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { useAt } from '#src/features/drill/drillAddress.ts'
import { useServiceDetail } from '#src/state/queries/useServiceDetail.ts'

/** What a pod has of a signal, in the signal's unit; null where nothing is told. */
export type ValueOf = (signal: Signal, pod: string) => number | null

/** Of now what was read last; of an earlier moment what its line ends with. */
export function useValueOf(service: string, scaled: readonly ScaledSignal[]): ValueOf {
  const at = useAt()
  const detail = useServiceDetail(service)
  if (at === null) {
    return (signal, pod) =>
      detail?.pods.find(({ name }) => name === pod)?.signals.find((one) => one.signal === signal)?.value ??
      null
  }
  return (signal, pod) => {
    const line = scaled.find((one) => one.signal === signal)?.lines.find(({ history }) => history.pod === pod)
    return line?.recent ?? null
  }
}
