import type { ReactNode } from 'react'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { START_MARKER } from './markerShape.ts'
import styles from './SignalPlot.module.css'
import legend from './SignalLegend.module.css'
import type { SignalView, TimeFrame } from './signalView.ts'

const WIDTH = 20
const HEIGHT = 12
const ACROSS = `M0 ${HEIGHT / 2}H${WIDTH}`
const ACROSS_TENTHS = `M0 ${HEIGHT * 5}H${WIDTH * 10}`
const UPRIGHT = `M${WIDTH / 2} 0V${HEIGHT}`
const TENTHS = 'scale(0.1)'

type EntryProps = { readonly shown: boolean; readonly text: string; readonly children: ReactNode }

function Entry({ shown, text, children }: EntryProps) {
  if (!shown) return null
  return (
    <li>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  )
}

type Props = { readonly views: readonly SignalView[]; readonly time: TimeFrame; readonly hintId: string }

/** What each line and shape of the charts means, once for all of them, and how they are used. */
export function SignalLegend({ views, time, hintId }: Props) {
  const told = words.legend
  const [name] = views.flatMap(({ beside }) => beside?.name ?? [])
  const hasMark = (kind: 'deploy' | 'restart'): boolean =>
    views.some(({ history }) => history.marks.some((mark) => mark.kind === kind && mark.at >= time.from))
  return (
    <ul className={legend.legend} aria-label={told.title}>
      <Entry shown text={told.mean}>
        <path className={styles.band} d={`M0 2H${WIDTH}V${HEIGHT - 2}H0Z`} />
        <path className={styles.mean} transform={TENTHS} d={ACROSS_TENTHS} />
      </Entry>
      <Entry shown={name !== undefined} text={name ?? ''}>
        <path className={styles.beside} transform={TENTHS} d={ACROSS_TENTHS} />
      </Entry>
      <Entry shown={views.some(({ history }) => history.bound !== null)} text={told.bound}>
        <path className={styles.bound} d={ACROSS} />
      </Entry>
      <Entry shown={views.some(({ history }) => history.slope?.isDrift === true)} text={told.slope}>
        <path className={styles.slope} d={ACROSS} />
      </Entry>
      <Entry shown={time.until > time.to} text={told.forecast}>
        <path className={styles.cone} d={`M0 ${HEIGHT / 2}L${WIDTH} 0V${HEIGHT}Z`} />
        <path className={styles.forecast} d={ACROSS} />
      </Entry>
      <Entry shown={hasMark('deploy')} text={told.deploy}>
        <path className={styles.startMark} d={START_MARKER.deploy(WIDTH / 2, HEIGHT - 2)} />
      </Entry>
      <Entry shown={hasMark('restart')} text={told.restart}>
        <path
          className={styles.startMark}
          data-kind="restart"
          d={START_MARKER.restart(WIDTH / 2, HEIGHT - 3)}
        />
      </Entry>
      <Entry shown={time.at !== null} text={told.at}>
        <path className={styles.moment} d={UPRIGHT} />
      </Entry>
      <li id={hintId} className={legend.hint}>
        {words.hint}
      </li>
    </ul>
  )
}
