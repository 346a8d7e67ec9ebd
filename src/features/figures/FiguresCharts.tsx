import { useMemo } from 'react'
import type { TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import { englishFigures } from '#src/domain/wording/englishFigures.ts'
import { formatHours } from '#src/domain/wording/formatHours.ts'
import { formatMonth } from '#src/domain/wording/formatMonth.ts'
import { formatRatio } from '#src/domain/wording/formatNumber.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { usePart } from '#src/state/part.ts'
import type { MonthSeries } from '#src/ui/charts/MonthChart.tsx'
import { CHART_READS, type Chosen, monthPoints } from './figuresView.ts'
import styles from './figures.module.css'
import { monthChart } from './lazyChart.ts'

const words = englishFigures.chart

type Picture = {
  readonly title: string
  readonly scale: 'duration' | 'ratio'
  readonly say: (value: number) => string
  readonly series: readonly MonthSeries[]
}

function picturesOf(statistics: TicketStatistics, chosen: Chosen): readonly Picture[] {
  const points = (of: keyof typeof CHART_READS) => monthPoints(statistics, chosen, CHART_READS[of])
  return [
    {
      title: words.tta,
      scale: 'duration',
      say: formatHours,
      series: [{ name: words.ttaName, mark: 'disc', points: points('tta') }],
    },
    {
      title: words.trs,
      scale: 'duration',
      say: formatHours,
      series: [{ name: words.trsName, mark: 'square', points: points('trs') }],
    },
    {
      title: words.kept,
      scale: 'ratio',
      say: formatRatio,
      series: [
        { name: words.ttaName, mark: 'disc', points: points('ttaKept') },
        { name: words.trsName, mark: 'square', points: points('trsKept') },
      ],
    },
  ]
}

/** The picture as a table, for who does not see it. */
function PictureTable({ title, series, say }: Picture) {
  const [first] = series
  return (
    // A table is never smaller than its content: what is around it hides it.
    <div className="unseen">
      <table>
        <caption>{words.table(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{englishFigures.month}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first?.points.map(({ month }, i) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month)}</th>
              {series.map(({ name, points }) => {
                const point = points[i]
                return (
                  <td key={name}>
                    {point === undefined || point.value === null
                      ? englishFigures.few
                      : words.valueOf(say(point.value), point.n)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PictureView({ picture }: { readonly picture: Picture }) {
  const part = usePart(monthChart)
  const { title, series, scale, say } = picture
  if (part.kind === 'waiting') return <p className={styles.plot}>{words.loading}</p>
  if (part.kind === 'failed') {
    return (
      <p className={styles.plot} role="alert">
        {screenTexts.panel.notLoaded}{' '}
        <button type="button" onClick={monthChart.load}>
          {screenTexts.panel.again}
        </button>
      </p>
    )
  }
  const MonthChart = part.value
  return <MonthChart label={title} series={series} scale={scale} say={say} />
}

const KEY = { width: 28, height: 12 }

/** What the shapes mean. */
function Legend() {
  const { width, height } = KEY
  const entries = [
    [words.ttaName, <circle key="mark" cx={14} cy={6} r={4} className={styles.mark} />, ''],
    [words.trsName, <rect key="mark" x={10.5} y={2.5} width={7} height={7} className={styles.mark} />, '5 3'],
  ] as const
  return (
    <ul className={styles.legend}>
      {entries.map(([name, mark, dashes]) => (
        <li key={name}>
          <svg width={width} height={height} aria-hidden="true">
            <path d={`M0 6H${width}`} className={styles.line} strokeDasharray={dashes} />
            {mark}
          </svg>
          {name}
        </li>
      ))}
      <li>
        <svg width={KEY.height} height={height} aria-hidden="true">
          <circle cx={6} cy={6} r={4} className={styles.mark} data-few="" />
        </svg>
        {words.few}
      </li>
    </ul>
  )
}

/** Medians and compliance from month to month: small, to see which way it goes. The numbers stand in the table. */
export function FiguresCharts({
  statistics,
  chosen,
}: {
  readonly statistics: TicketStatistics
  readonly chosen: Chosen
}) {
  const pictures = useMemo(() => picturesOf(statistics, chosen), [statistics, chosen])
  if ((pictures[0]?.series[0]?.points.length ?? 0) < 2)
    return <p className={styles.quiet}>{words.oneMonth}</p>
  return (
    <>
      <div className={styles.charts}>
        {pictures.map((picture) => (
          <figure key={picture.title}>
            <figcaption>{picture.title}</figcaption>
            <PictureView picture={picture} />
            <PictureTable {...picture} />
          </figure>
        ))}
      </div>
      <Legend />
    </>
  )
}
