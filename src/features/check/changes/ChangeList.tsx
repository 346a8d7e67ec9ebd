import { memo, useMemo } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { englishCheckScreen as words } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import type { CheckDraftActions } from '#src/state/checkDraftActions.ts'
import { useCapped } from '#src/ui/useCapped.ts'
import { useKeptFocus } from '#src/ui/useKeptFocus.ts'
import { ChangeRow } from './ChangeRow.tsx'
import { changeGroups, isTall } from './changeGroups.ts'
import styles from './changes.module.css'
import { focusItem, itemHere } from './itemPlaces.ts'
import { WellServices } from './WellServices.tsx'

/** So many matters are drawn unasked. */
const ROWS = 120

type Props = {
  readonly check: MorningCheck
  readonly walk: readonly WalkStep[]
  /** The key of the matter that the walk stands at. */
  readonly here: string | null
  readonly reader: Reader
  readonly actions: CheckDraftActions
}

/** Everything that changed, under its headings: what asks for somebody first. */
export const ChangeList = memo(function ChangeList({ check, walk, here, reader, actions }: Props) {
  useKeptFocus(itemHere, focusItem)
  const { shown, left, next, more } = useCapped(check.items, ROWS)
  const groups = useMemo(() => changeGroups(shown), [shown])
  const steps = useMemo(() => new Map(walk.map((step) => [step.item.key, step])), [walk])
  const isUnknown = check.night.watched.length === 0
  return (
    <section className={styles.changes} aria-label={words.changes}>
      {groups.map(({ group, items }) => (
        <section key={group} aria-labelledby={`check-${group}`}>
          <h2 className={styles.heading} id={`check-${group}`} data-group={group}>
            {words.group[group]} <span>{items.length}</span>
          </h2>
          <ul>
            {items.map((item) => (
              <ChangeRow
                key={item.key}
                item={item}
                step={steps.get(item.key) ?? null}
                isHere={item.key === here}
                isTall={isTall(group)}
                from={check.from}
                reader={reader}
                onGo={actions.goTo}
              />
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <button type="button" className={styles.more} onClick={more}>
          {words.moreItems(next)}
        </button>
      )}
      {check.items.length === 0 && (
        <p className={styles.nothing}>{isUnknown ? words.nothingSeen : words.nothing}</p>
      )}
      <WellServices check={check} />
    </section>
  )
})
