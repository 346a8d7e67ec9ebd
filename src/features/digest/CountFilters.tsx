import type { FleetStrip } from '#src/domain/digest/digestRow.ts'
import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './strip.module.css'
import { toggleLight, useShow } from './viewParams.ts'

/** How many services have each light: four switches that show only theirs. */
export function CountFilters({ counts }: { readonly counts: FleetStrip['counts'] }) {
  const show = useShow()
  return (
    <fieldset className={styles.filters}>
      <legend className="unseen">{screenTexts.filters}</legend>
      {WORST_FIRST.map((light) => (
        <button
          key={light}
          type="button"
          className={styles.filter}
          aria-pressed={show.has(light)}
          data-none={counts[light] === 0 || undefined}
          onClick={() => toggleLight(light)}
        >
          <StatusLight light={light} size={16} silent />
          <span className={styles.number}>{counts[light]}</span> <span>{screenTexts.light[light]}</span>
        </button>
      ))}
    </fieldset>
  )
}
