import type { CheckChanges } from '#src/domain/health/changesSince.ts'
import { englishChecks as words } from '#src/domain/wording/englishChecks.ts'
import { CheckLine } from './CheckLine.tsx'
import type { CheckView } from './checkView.ts'
import styles from './checks.module.css'

/** How much changed, by kind: `2 checks of another state, 1 new`. Empty where nothing did but details. */
function countsOf({ of, gone }: CheckChanges): readonly string[] {
  const all = [...of.values()]
  const changed = all.filter((change) => change.kind === 'changed')
  const counts = [
    [changed.filter(({ state }) => state !== null).length, words.counts.state],
    [changed.filter(({ state, message }) => state === null && message !== null).length, words.counts.said],
    [all.length - changed.length, words.counts.new],
    [gone.length, words.counts.gone],
  ] as const
  return counts.flatMap(([n, say]) => (n === 0 ? [] : [say(n)]))
}

type SinceProps = {
  readonly changes: CheckChanges | null
  /** When it was last all well, in words; null where that was never seen. */
  readonly good: string | null
}

/** What is otherwise than when all was last well, in one sentence. */
export function ChecksSince({ changes, good }: SinceProps) {
  if (changes === null || good === null) return <p className={styles.quiet}>{words.neverGood}</p>
  const counts = countsOf(changes)
  if (counts.length === 0) return <p className={styles.quiet}>{words.sameAsGood(good)}</p>
  return (
    <p>
      {words.changed(good)} <b>{counts.join(', ')}</b>
    </p>
  )
}

/** So many are named: more than that is another page altogether. */
const GONE_CAP = 50

/** Checks that were there when all was last well, and are not any more. */
export function GoneChecks({ changes, view }: { readonly changes: CheckChanges; readonly view: CheckView }) {
  if (changes.gone.length === 0) return null
  return (
    <>
      <h3 className={styles.title}>{words.gone}</h3>
      <ul className={`${styles.tree} ${styles.gone}`}>
        {changes.gone.slice(0, GONE_CAP).map((node) => (
          <li key={node.key}>
            <CheckLine node={node} view={{ ...view, old: true, changes: null }} />
          </li>
        ))}
      </ul>
    </>
  )
}
