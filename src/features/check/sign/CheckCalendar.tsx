import { memo } from 'react'
import type { CheckDay } from '#src/domain/check/checkCalendar.ts'
import type { CheckMornings } from '#src/domain/check/checkLog.ts'
import { calendarDayWords, streakWords } from '#src/domain/wording/checkCalendarWords.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { useScreen } from '#src/state/screen.ts'
import styles from './calendar.module.css'

const { calendar: words } = englishCheckScreen

/** The first of a month is marked by its number, so that one finds a day. */
const isFirst = ({ day }: CheckDay): boolean => day.endsWith('-01')

function Day({ day, isToday }: { readonly day: CheckDay; readonly isToday: boolean }) {
  const { timeZone } = useScreen()
  const says = calendarDayWords(day, isToday, timeZone)
  return (
    <li
      className={styles.day}
      data-light={day.light ?? undefined}
      data-missed={day.isMissed || undefined}
      data-off={!day.isWorkday || undefined}
      data-today={isToday || undefined}
      data-first={isFirst(day) || undefined}
      title={says}
    >
      <span aria-hidden="true">{day.light === null ? '' : words.letter[day.light]}</span>
      <span className="unseen">{says}</span>
    </li>
  )
}

/** The last 90 days, a square each: which light was signed, by colour and letter, and which mornings nobody signed. */
export const CheckCalendar = memo(function CheckCalendar({ calendar }: { readonly calendar: CheckMornings }) {
  const { days, streak } = calendar
  return (
    <section className={styles.calendar} aria-labelledby="check-calendar">
      <div className={styles.top}>
        <h2 id="check-calendar">{words.title}</h2>
        <span data-missed={streak.unsigned > 0 || undefined}>{streakWords(streak, days)}</span>
      </div>
      <ol className={styles.days}>
        {days.map((day, i) => (
          <Day key={day.day} day={day} isToday={i === days.length - 1} />
        ))}
      </ol>
    </section>
  )
})
