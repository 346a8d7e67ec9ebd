import { memo } from 'react'
import { englishWeek as words } from '#src/domain/wording/englishWeek.ts'
import { seenText } from '#src/domain/wording/weekWords.ts'
import { serviceAt } from '#src/features/check/checkAddress.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './week.module.css'
import type { WeekRows } from './weekRows.ts'

/** The services that were well whenever they were seen, in one line: for how long that was is part of it. */
export const WeekWell = memo(function WeekWell({ well, wellSeen }: Pick<WeekRows, 'well' | 'wellSeen'>) {
  if (well.length === 0) return null
  return (
    <section className={styles.well} aria-label={words.well(well.length)}>
      <StatusLight light="green" size={12} silent />
      <p>
        <b>{words.well(well.length)}</b> {words.wellRest(seenText(wellSeen.least), seenText(wellSeen.most))}
      </p>
      <ul>
        {well.map(({ name }) => (
          <li key={name}>
            <a href={serviceAt(name, null)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
})
