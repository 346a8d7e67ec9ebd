import { useMemo } from 'react'
import { podsOnOneScale, type ScaledSignal } from '#src/domain/compare/podsOnOneScale.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { useAt, useRange } from '#src/features/drill/drillAddress.ts'
import { useHistory } from '#src/state/queries/useDrill.ts'
import { useNow } from '#src/state/useNow.ts'

/** As many steps as a small line has room for. */
const PLACES = 96

/** From when to when the screen shows how things went: up to now, or to the moment that is looked at. */
export function useSpan(): { readonly from: EpochMs; readonly to: EpochMs } {
  const { span } = useRange()
  const at = useAt()
  const now = useNow(minutes(1))
  const to = at === null ? now + minutes(1) : Math.min(at, now + minutes(1))
  return { from: to - span, to }
}

const endOf = ({ from, step, mean }: SignalHistory): EpochMs => from + step * mean.length

/**
 * How some signals of the pods of a service went, each on one scale. Undefined until the first answer, and where the last one
 * is of a later moment; null: nobody can tell.
 */
export function useServiceHistories(
  { name: service, pods }: ServiceRow,
  signals: readonly Signal[],
):
  | { readonly histories: readonly SignalHistory[]; readonly scaled: readonly ScaledSignal[] }
  | null
  | undefined {
  const { from, to } = useSpan()
  const at = useAt()
  // Of an earlier moment those that there were then: the fleet may name them no more.
  const wanted = at === null ? null : pods.map((pod) => pod.name)
  const told = useHistory({ service, pods: wanted, signals, from, to, places: PLACES }, null)
  const histories = told?.some((history) => endOf(history) > to + history.step) === true ? undefined : told
  const scaled = useMemo(
    () => new Map(podsOnOneScale(histories ?? [], to).map((one) => [one.signal, one])),
    [histories, to],
  )
  if (histories === null || histories === undefined) return histories
  return { histories, scaled: signals.flatMap((signal) => scaled.get(signal) ?? []) }
}
