import { keptLine } from '#src/domain/alert/keptLine.ts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { Span } from '#src/domain/chart/span.ts'
import type { Pin } from '#src/domain/ticket/pin.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { chartPinText } from '#src/domain/wording/chartPinText.ts'
import { printHash, routeWith } from '#src/state/hashRoute.ts'
import { spanParams } from './zoomAddress.ts'

/** A chart as it is shown now, to be pinned: its line in words and in a few points, and where that very stretch is to be seen. */
export function pinOfChart(history: SignalHistory, span: Span, now: EpochMs, timeZone: string): Pin {
  const params = { layer: 'resources', signal: history.signal, ...spanParams(span) }
  return {
    kind: 'chart',
    text: chartPinText(history, now, timeZone),
    link: printHash(routeWith(params)),
    line: keptLine({ ...history, values: history.mean }),
  }
}
