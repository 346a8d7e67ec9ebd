import { memo } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { partlySeenText } from '#src/domain/wording/checkItemWords.ts'
import { wellText } from '#src/domain/wording/checkWords.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './changes.module.css'

/** What needs no look: services that were well whenever they were seen, and those that were not seen all the time. */
export const WellServices = memo(function WellServices({ check }: { readonly check: MorningCheck }) {
  const { well, partlySeen } = check
  const says = wellText(check)
  return (
    <>
      {partlySeen.length > 0 && (
        <ul className={styles.partly}>
          {partlySeen.map((part) => (
            <li key={part.service}>
              <StatusLight light="green" size={12} silent />
              {partlySeenText(part)}
            </li>
          ))}
        </ul>
      )}
      {says !== null && (
        <p className={styles.well}>
          <StatusLight light="green" size={12} silent />
          <span>
            <b>{says}</b> {well.join(', ')}
          </span>
        </p>
      )}
    </>
  )
})
