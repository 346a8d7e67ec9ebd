import { englishReach } from '#src/domain/wording/englishReach.ts'
import type { ReachFix } from '#src/domain/wording/reachFix.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './FixList.module.css'

/** So many lines of one kind stand open. */
const SHOWN = 3

const { failed: words } = englishReach

/** Lines to be copied as they are: the first few in sight, all of them for the clipboard. */
export function FixLines({ lines, of }: { readonly lines: readonly string[]; readonly of: string }) {
  if (lines.length === 0) return null
  const rest = lines.slice(SHOWN)
  return (
    <div className={styles.lines}>
      <pre>{lines.slice(0, SHOWN).join('\n')}</pre>
      {rest.length > 0 && (
        <details>
          <summary>{words.moreLines(rest.length)}</summary>
          <pre>{rest.join('\n')}</pre>
        </details>
      )}
      <span className={styles.copy}>
        <CopyButton text={lines.join('\n')} label={words.copy} done={`${words.copied}: ${of}`} />
      </span>
    </div>
  )
}

function Steps({ fixes }: { readonly fixes: readonly ReachFix[] }) {
  return (
    <ol className={styles.fixes}>
      {fixes.map(({ says, lines }) => (
        <li key={says}>
          <p>{lines.length === 0 || says.endsWith('.') ? says : `${says}:`}</p>
          <FixLines lines={lines} of={says} />
        </li>
      ))}
    </ol>
  )
}

/** What mends something, each step with what to write or to type. Of many ways the likeliest stands open. */
export function FixList({ fixes }: { readonly fixes: readonly ReachFix[] }) {
  if (fixes.length <= 2) return <Steps fixes={fixes} />
  return (
    <div className={styles.ways}>
      <Steps fixes={fixes.slice(0, 1)} />
      <details>
        <summary>{words.otherWays}</summary>
        <Steps fixes={fixes.slice(1)} />
      </details>
    </div>
  )
}
