import { nearest } from '#src/domain/fleet/nearest.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'
import styles from './namesNotFound.module.css'
import { linkTo, toggleRow, useOpenRows } from './viewParams.ts'

const MOST = 3

/** Names that were probably meant: those that hold the word or are held by it, then by distance. */
export function likelyNames(word: string, known: readonly string[]): readonly string[] {
  const asked = word.toLowerCase()
  const likely = known.filter((name) => {
    const text = name.toLowerCase()
    return asked.length > 2 && (text.includes(asked) || asked.includes(text))
  })
  for (let next = nearest(word, known); next !== null && likely.length < MOST;) {
    if (!likely.includes(next)) likely.push(next)
    next = nearest(
      word,
      known.filter((name) => !likely.includes(name)),
    )
  }
  return likely.slice(0, MOST)
}

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
