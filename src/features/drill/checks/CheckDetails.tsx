import type { CheckChange, DetailChange } from '#src/domain/health/changesSince.ts'
import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { detailText } from '#src/domain/wording/detailText.ts'
import { englishChecks as words } from '#src/domain/wording/englishChecks.ts'
import { keyed } from '#src/ui/keyed.ts'
import { useCapped } from '#src/ui/useCapped.ts'
import styles from './checks.module.css'

/** Few details say where to look; a check may have a hundred. */
const SHOWN = 6

type Shown = { readonly key: string; readonly value: string; readonly change: DetailChange | null }

/** What changed first, then the others as the page has them. */
function detailsInOrder({ details }: HealthCheck, change: CheckChange | undefined): readonly Shown[] {
  const changes = change?.kind === 'changed' ? change.details : []
  const changed = changes.map((one): Shown => ({ key: one.key, value: one.is ?? '', change: one }))
  const keys = new Set(changes.map(({ key }) => key))
  const others = details.filter(([key]) => !keys.has(key))
  return [...changed, ...others.map(([key, value]): Shown => ({ key, value, change: null }))]
}

function Value({
  check,
  shown: { key, value, change },
}: {
  readonly check: HealthCheck
  readonly shown: Shown
}) {
  const print = (text: string | null): string =>
    text === null ? words.noDetail : detailText(check.name, key, text)
  if (change === null) return <>{print(value)}</>
  return (
    <>
      <del>{print(change.was)}</del> → <ins>{print(change.is)}</ins>
    </>
  )
}

type Props = { readonly check: HealthCheck; readonly change: CheckChange | undefined }

/** What a check says besides its message: names and values, what changed first with what it was. */
export function CheckDetails({ check, change }: Props) {
  const { shown, left, more } = useCapped(detailsInOrder(check, change), SHOWN)
  if (shown.length === 0) return null
  return (
    <dl className={styles.details}>
      {keyed(shown, ({ key }) => key).map(([id, one]) => (
        <div key={id}>
          <dt>{one.key}</dt>
          <dd>
            <Value check={check} shown={one} />
          </dd>
        </div>
      ))}
      {left > 0 && (
        <div>
          <dt className="unseen">{words.moreDetails(left)}</dt>
          <dd>
            <button type="button" className={styles.more} onClick={more}>
              {words.moreDetails(left)}
            </button>
          </dd>
        </div>
      )}
    </dl>
  )
}
