import type { ReactNode } from 'react'
import type { Light } from '#src/domain/verdict/light.ts'
import type { FitCount } from '#src/domain/wording/fitSentence.ts'
import { texts } from '#src/domain/wording/texts.ts'
import styles from './FitChart.module.css'
import { MARKER, START_MARKER } from './markerShape.ts'

const { fit: words } = texts.slope

const WIDTH = 20
const HEIGHT = 12

type EntryProps = { readonly children?: ReactNode; readonly text: string }

const Entry = ({ children, text }: EntryProps) => (
  <li>
    {children !== undefined && (
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {children}
      </svg>
    )}
    {text}
  </li>
)

type Props = {
  readonly counts: readonly FitCount[]
  readonly light: Light | undefined
  /** Each in words where the picture has it, else null. */
  readonly line: string | null
  readonly band: string | null
  readonly bound: string | null
  readonly onset: string | null
  readonly deploy: string | null
  readonly restart: string | null
}

const middle = `M0 ${HEIGHT / 2}H${WIDTH}`
const upright = `M${WIDTH / 2} 0V${HEIGHT}`

/** What each shape of the picture means, and how many samples have it. */
export function FitLegend({ counts, light, line, band, bound, onset, deploy, restart }: Props) {
  return (
    <ul className={styles.legend}>
      {counts.map(({ use, text }) => (
        <Entry key={use} text={text}>
          <path
            className={styles.points}
            data-filled={MARKER[use].filled}
            d={MARKER[use].draw(WIDTH / 2, HEIGHT / 2)}
          />
        </Entry>
      ))}
      {line === null ? (
        <Entry text={words.noLine} />
      ) : (
        <Entry text={line}>
          <path className={styles.fit} data-light={light} d={middle} />
        </Entry>
      )}
      {band !== null && (
        <Entry text={band}>
          <rect className={styles.band} width={WIDTH} height={HEIGHT} />
        </Entry>
      )}
      {bound !== null && (
        <Entry text={bound}>
          <path className={styles.bound} d={middle} />
        </Entry>
      )}
      {onset !== null && (
        <Entry text={onset}>
          <path className={styles.onset} d={upright} />
        </Entry>
      )}
      {deploy !== null && (
        <Entry text={deploy}>
          <path className={styles.startMark} data-kind="deploy" d={START_MARKER.deploy(WIDTH / 2, 9)} />
        </Entry>
      )}
      {restart !== null && (
        <Entry text={restart}>
          <path className={styles.startMark} data-kind="restart" d={START_MARKER.restart(WIDTH / 2, 9)} />
        </Entry>
      )}
    </ul>
  )
}
