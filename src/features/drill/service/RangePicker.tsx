import { englishService } from '#src/domain/wording/englishService.ts'
import { type RangeName, RANGES, setRange, useRange } from '#src/features/drill/drillAddress.ts'
import styles from './sideBySide.module.css'

const isRangeName = (name: string): name is RangeName => Object.hasOwn(RANGES, name)
const NAMES = Object.keys(RANGES).filter(isRangeName)

const { range: words } = englishService

/** How far back the lines of the screen reach. */
export function RangePicker() {
  const { name } = useRange()
  return (
    <fieldset className={styles.ranges}>
      <legend className="unseen">{words.label}</legend>
      {NAMES.map((each) => (
        <label key={each} className={styles.range}>
          <input
            type="radio"
            name="service-range"
            value={each}
            checked={each === name}
            onChange={() => setRange(each)}
          />
          <span>{words.name[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
