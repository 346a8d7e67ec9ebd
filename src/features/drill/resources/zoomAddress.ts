import { useMemo } from 'react'
import { type Span, spanBetween } from '#src/domain/chart/span.ts'
import { csvMoment } from '#src/domain/statistics/csvMoment.ts'
import { parseAddressMoment } from '#src/domain/time/parseAddressMoment.ts'
import { setParams, type Trace, useParam } from '#src/state/hashRoute.ts'

/*
 * A stretch that somebody zoomed into lies in the address as `from=` and `to=`, RFC 3339 to the second. It stands over
 * `range=`, which it leaves as it was: so that there is a way back.
 */

/** The parameters of a stretch. */
export const spanParams = ({ from, to }: Span): Readonly<Record<'from' | 'to', string | null>> => ({
  from: csvMoment(from),
  to: csvMoment(to),
})

/** The stretch that the address asks for; null where it asks for none, or what it asks for is none. */
export function useZoom(): Span | null {
  const [from, to] = [useParam('from'), useParam('to')]
  return useMemo(() => {
    const [start, end] = [parseAddressMoment(from), parseAddressMoment(to)]
    if (start === null || end === null || end <= start) return null
    return spanBetween(start, end, { from: start, to: end })
  }, [from, to])
}

/** Zooms into a stretch; null shows the whole range again. */
export const setZoom = (span: Span | null, trace: Trace = 'push'): void =>
  setParams(span === null ? { from: null, to: null } : spanParams(span), trace)
