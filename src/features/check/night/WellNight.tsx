import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { Night } from '#src/domain/night/night.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { type FoldedNight, foldedNight } from './foldedNight.ts'
import { shareOf } from './nightBands.ts'
import styles from './nightTimeline.module.css'

const { night: words } = englishCheckScreen

type RowProps = { readonly folded: FoldedNight; readonly label: string; readonly night: Night }

function Row({ folded: { count, seen }, label, night }: RowProps) {
  if (count === 0) return null
  return (
    <li className={styles.row}>
      <span className={styles.all} title={words.wellNote}>
        <span className={styles.name}>
          <StatusLight light="green" size={12} silent />
          <span>{label}</span>
        </span>
        <span className={styles.track} aria-hidden="true">
          {seen.map(({ from, to }) => {
            const [start, end] = [shareOf(from, night), shareOf(to, night)]
            return (
              <i
                key={from}
                className={styles.band}
                data-light="green"
                style={{ left: `${start * 100}%`, width: `${(end - start) * 100}%` }}
              />
            )
          })}
        </span>
        <span className="unseen">{words.wellNote}</span>
      </span>
    </li>
  )
}

/** All services that nothing happened to, as one row: green where they were seen, and nowhere else. */
export function WellNight({ check }: { readonly check: MorningCheck }) {
  const { night } = check
  const { well, partly } = foldedNight(check)
  const isWhole = night.gaps.length + night.filled.length === 0
  return (
    <>
      <Row
        folded={well}
        label={isWhole ? words.well(well.count) : words.wellWhenSeen(well.count)}
        night={night}
      />
      <Row folded={partly} label={words.partly(partly.count)} night={night} />
    </>
  )
}
