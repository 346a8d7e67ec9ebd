import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import type { PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import { searchFamilies } from '#src/domain/explorer/searchFamilies.ts'
import { englishExplorer as words } from '#src/domain/wording/englishExplorer.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { FamilyItem } from './FamilyItem.tsx'
import styles from './explorer.module.css'
import { setFindMetric, useFindMetric, useOpenFamily } from './explorerAddress.ts'
import { useDrawing } from './useDrawing.ts'

/** So many are drawn at first, and more with each press: five thousand at once would make every key stroke slow. */
const AT_ONCE = 150

function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.currentTarget.value === '') return
  event.preventDefault()
  event.stopPropagation()
  setFindMetric('')
}

function FindMetric({ find }: { readonly find: string }) {
  return (
    <label className={styles.find}>
      <Icon name="find" />
      <input
        type="search"
        aria-label={words.find}
        placeholder={words.findHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={find}
        onChange={(event) => setFindMetric(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}

type Props = { readonly service: string; readonly pod: string; readonly told: PodFamilies }

/** The families of a page that fit what is looked for, by name; the one that the address names shows its series. */
export function FamilyList({ service, pod, told }: Props) {
  const find = useFindMetric()
  const looked = useDeferredValue(find)
  const open = useOpenFamily()
  const [places, setPlaces] = useState(AT_ONCE)
  const drawing = useDrawing(service, pod, told.pinned)
  const { families } = told
  const found = useMemo(() => searchFamilies(families, looked), [families, looked])
  const series = useMemo(() => found.reduce((sum, one) => sum + one.series.length, 0), [found])
  const at = found.findIndex(({ family }) => family.name === open)
  // The one that a link opens is in sight, however far down the page it is.
  const shown = found.slice(0, Math.max(places, at + 1))
  const left = found.length - shown.length
  return (
    <>
      <div className={styles.bar}>
        <FindMetric find={find} />
        <output className={styles.quiet}>{words.found(found.length, series)}</output>
      </div>
      {drawing.fault !== null && <p role="alert">{words[drawing.fault]}</p>}
      {found.length === 0 && (
        <p className={styles.quiet}>{families.length === 0 ? words.empty : words.nothing(looked.trim())}</p>
      )}
      <ul className={styles.list} data-long={shown.length > AT_ONCE || undefined}>
        {shown.map(({ family, series: fitting }) => (
          <FamilyItem
            key={family.name}
            service={service}
            family={family}
            series={fitting}
            isOpen={family.name === open}
            drawing={family.name === open ? drawing : null}
          />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={() => setPlaces(shown.length + AT_ONCE)}>
          {words.showMore(Math.min(left, AT_ONCE))}
        </button>
      )}
    </>
  )
}
