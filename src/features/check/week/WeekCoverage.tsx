import { memo } from 'react'
import type { EpochMs } from '#src/domain/time/units.ts'
import { lengthOf } from '#src/domain/series/seenSpans.ts'
import type { WeekSeen } from '#src/domain/week/week.ts'
import { englishWeek as words } from '#src/domain/wording/englishWeek.ts'
import { dayTick, seenText, watchedStretches } from '#src/domain/wording/weekWords.ts'
import { timeTicks } from '#src/ui/charts/timeTicks.ts'
import styles from './weekCoverage.module.css'

/** A midnight for each day, and both ends. */
const MOST_TICKS = 9

/** A stretch of minutes must still be seen in a week's width. */
const LEAST_WIDTH = 0.15

type Props = {
  readonly week: Pick<WeekSeen, 'from' | 'to' | 'watched'>
  readonly timeZone: string
}

/** When in a week anybody watched: what is blank nobody saw. */
export const WeekCoverage = memo(function WeekCoverage({ week, timeZone }: Props) {
  const { from, to, watched } = week
  if (to <= from) return null
  const percent = (at: EpochMs): number => ((at - from) / (to - from)) * 100
  const stretches = watchedStretches({ watched })
  const said = words.coverage(stretches.length, seenText(lengthOf(watched)), seenText(to - from))
  return (
    <div className={styles.coverage}>
      <svg className={styles.bar} role="img" aria-label={said}>
        {stretches.map((span) => (
          <rect
            key={span.from}
            x={`${percent(span.from)}%`}
            width={`${Math.max(LEAST_WIDTH, percent(span.to) - percent(span.from))}%`}
            height="100%"
          />
        ))}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        {timeTicks(from, to, timeZone, MOST_TICKS).map((at) => (
          <span key={at} style={{ left: `${percent(at)}%` }} data-edge={percent(at) > 92 ? 'end' : undefined}>
            {dayTick(at, timeZone)}
          </span>
        ))}
      </div>
    </div>
  )
})
