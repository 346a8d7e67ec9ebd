import { likelyNames } from '#src/domain/fleet/likelyNames.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'
import styles from './namesNotFound.module.css'
import { linkTo, toggleRow, useOpenRows } from './viewParams.ts'

/** Services that the address opens and the fleet does not have, each with the names that are near. */
export function NamesNotFound() {
  const open = useOpenRows()
  const rows = useWatch((state) => state.rows)
  const isLive = useWatch((state) => state.source === 'live')
  const words = screenTexts.unknownName
  if (!isLive) return null
  return [...open]
    .filter((name) => !rows.has(name))
    .map((name) => {
      const likely = likelyNames(name, [...rows.keys()])
      return (
        <Banner key={name} light="unknown" title={words.title(name)}>
          {likely.length > 0 && `${words.meant} `}
          {likely.map((each) => (
            <a key={each} className={styles.likely} href={linkTo(each, name)}>
              {each}
            </a>
          ))}
          <button type="button" className={styles.likely} onClick={() => toggleRow(name)}>
            {words.leave}
          </button>
        </Banner>
      )
    })
}
