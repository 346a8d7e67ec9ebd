import { keptLine } from '#src/domain/alert/keptLine.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { Span } from '#src/domain/chart/span.ts'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import type { Pin } from '#src/domain/ticket/pin.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { sparkSentence } from '#src/domain/wording/sparkSentence.ts'
import { printHash, routeWith } from '#src/state/hashRoute.ts'
import { spanParams } from './zoomAddress.ts'

/** A chart as it is shown now, to be pinned: its line in words and in a few points, and where that very stretch is to be seen. */
export function pinOfChart(history: SignalHistory, span: Span, now: EpochMs, timeZone: string): Pin {
  const { mean: values, signal, pod, from, step, bound, slope, marks } = history
  const spark: Spark = { signal, pod, readAt: now, from, step, values, bound, slope, marks }
  const params = { layer: 'resources', signal, ...spanParams(span) }
  return {
    kind: 'chart',
    text: sparkSentence(spark, now, timeZone),
    link: printHash(routeWith(params)),
    line: keptLine(spark),
  }
}
