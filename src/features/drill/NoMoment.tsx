import { oneLine } from '#src/domain/health/cutText.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { setAt, useNoMoment } from './drillAddress.ts'
import styles from './drillHead.module.css'

/** An address is of any length. */
const MOST_SHOWN = 60

/** That the address names a time that cannot be read, and so the present is shown; nothing where it does not. */
export function NoMoment() {
  const given = useNoMoment()
  if (given === '') return null
  return (
    <p className={styles.fault}>
      {englishThen.noMoment(oneLine(given, MOST_SHOWN))}{' '}
      <button type="button" onClick={() => setAt(null)}>
        {englishThen.leaveOut}
      </button>
    </p>
  )
}
