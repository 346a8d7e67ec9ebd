import { useMemo } from 'react'
import type { Light } from '#src/domain/verdict/light.ts'
import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { fitCounts, fitSentence } from '#src/domain/wording/fitSentence.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { formatSlope } from '#src/domain/wording/formatSlope.ts'
import { startsSentence } from '#src/domain/wording/startsSentence.ts'
import { texts } from '#src/domain/wording/texts.ts'
import styles from './FitChart.module.css'
import { fitFrame } from './fitFrame.ts'
import { FitLegend } from './FitLegend.tsx'
import { FitPlot } from './FitPlot.tsx'
import { FitTable } from './FitTable.tsx'
import type { FitView } from './fitView.ts'
import { thinOut } from './thinOut.ts'

const { fit: words } = texts.slope

/** As many samples as a picture of this size can show. */
const MOST_POINTS = 300
/** A table that is listened to is short. */
const MOST_ROWS = 24

type Props = {
  readonly pod: string
  readonly view: FitView
  /** The light in whose colour the line is drawn. */
  readonly light?: Light
  readonly now: EpochMs
  /** The viewer's zone, an IANA name. */
  readonly timeZone: string
}

function lineText({ signal, line }: FitView): string | null {
  if (line === null || line.to <= line.from) return null
  return words.line(formatSlope(signal, ((line.toValue - line.fromValue) / (line.to - line.from)) * hours(1)))
}

/**
 * What a verdict on a slope rests on: the samples that were used and, in other shapes, those that were left out and why; the
 * fitted line with its confidence band, the limit, starts, and the onset of the drift. Draws with recharts: load it lazily.
 */
export function FitChart({ pod, view, light, now, timeZone }: Props) {
  const { signal, points, bound, onset, band, marks } = view
  const drawn = useMemo(() => thinOut(points, MOST_POINTS), [points])
  const told = useMemo(() => thinOut(points, MOST_ROWS), [points])
  const frame = useMemo(() => fitFrame({ ...view, points: drawn }), [view, drawn])
  const what = texts.signal[signal]
  if (frame === null) return <p className={styles.none}>{words.none}</p>
  const counts = fitCounts(points, marks, now, timeZone)
  const [from, to] = frame.time
  const starts = (kind: 'deploy' | 'restart'): string | null => {
    const shown = marks.filter((mark) => mark.kind === kind && mark.at >= from && mark.at <= to)
    return shown.length === 0 ? null : startsSentence(shown, now, timeZone)
  }
  const limit = bound === null ? null : formatSignal(signal, bound, now, timeZone)
  return (
    <figure className={styles.chart}>
      <figcaption className="unseen">{`${words.title(what, pod)}: ${fitSentence(counts)}, ${lineText(view) ?? words.noLine}`}</figcaption>
      <FitPlot
        view={view}
        frame={frame}
        points={drawn}
        light={light}
        label={words.explore(what, pod)}
        now={now}
        timeZone={timeZone}
      />
      <FitLegend
        counts={counts}
        light={light}
        line={lineText(view)}
        band={band.length > 1 ? words.band : null}
        bound={limit === null ? null : (frame.boundIsFar ? words.farLimit : words.limit)(limit)}
        onset={onset === null ? null : words.onset(formatMoment(onset, now, timeZone))}
        deploy={starts('deploy')}
        restart={starts('restart')}
      />
      <FitTable
        caption={words.table(what, pod)}
        signal={signal}
        points={told}
        now={now}
        timeZone={timeZone}
      />
    </figure>
  )
}
