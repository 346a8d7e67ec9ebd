import { countOfWhys } from '#src/domain/wording/countOfWhys.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { useWhys, useWhyState } from '#src/state/useWhys.ts'
import { makeRoom } from '#src/state/whyStore.ts'
import styles from './whyTray.module.css'

/** That a draft will be lost with this page, and what makes room for it. Nothing where it outlives the page. */
export function OnlyHere({ service }: { readonly service: string }) {
  const whys = useWhys()
  const drafts = useWhyState((state) => state.drafts)
  if (whys.shelf.outlives(service)) return null
  const oldest = whys.shelf.names().find((name) => name !== service)
  const count = countOfWhys(drafts.get(oldest ?? '')?.whys ?? [])
  return (
    <p className={styles.onlyHere} role="alert">
      {words.onlyHere}{' '}
      {oldest !== undefined && (
        <button type="button" onClick={() => makeRoom(whys, oldest, service)}>
          {words.letGo(oldest, count)}
        </button>
      )}
    </p>
  )
}
