import { englishService } from '#src/domain/wording/englishService.ts'
import { RANGE_NAMES, setRange, useRange } from './drillAddress.ts'
import styles from './rangePicker.module.css'

const { range: words } = englishService

/** How far back lines and charts reach. A range that is chosen again is shown whole again. */
export function RangePicker() {
  const { name } = useRange()
  return (
    <fieldset className={styles.ranges}>
      <legend className="unseen">{words.label}</legend>
      {RANGE_NAMES.map((each) => (
        <label key={each} className={styles.range}>
          <input
            type="radio"
            name="range"
            value={each}
            checked={each === name}
            onChange={() => setRange(each)}
            onClick={() => setRange(each)}
          />
          <span>{words.name[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
