import type { SharedByErrors, SharedPart } from '#src/domain/log/sharedByErrors.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { useScreen } from '#src/state/screen.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './shared.module.css'

/** What it says that the lines which went well have it, too, or have not. */
function meaningOf({ successes }: SharedPart, of: number): string {
  if (of === 0) return words.noneWell
  if (successes === 0) return words.onlyErrors
  return successes === of ? words.bothAll : words.both
}

const textOf = ({ key, value }: SharedPart): string => (key === null ? value : `${key}=${value}`)

/** What the error lines have in common, beside how many of the lines that went well have it: errors and successes side by side. */
export function SharedParts({ shared }: { readonly shared: SharedByErrors }) {
  const { timeZone } = useScreen()
  const { errors, successes, since, parts } = shared
  const head = words.sharedHead
  if (parts.length === 0) return <p className={styles.quiet}>{words.sharedNone}</p>
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption>
          {words.shared}{' '}
          {since !== null && (
            <span className={styles.quiet}>{words.since(formatClock(since, timeZone, true))}</span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{head.what}</th>
            <th scope="col" className={styles.number}>
              {head.errors}
            </th>
            <th scope="col" className={styles.number}>
              {head.successes}
            </th>
            <th scope="col" className={styles.means}>
              {head.means}
            </th>
          </tr>
        </thead>
        <tbody>
          {keyed(parts, (part) => `${part.kind} ${textOf(part)}`).map(([key, part]) => (
            <tr key={key}>
              <th scope="row">
                <span className={styles.quiet}>{words.kind[part.kind]}</span>{' '}
                <mark className={styles.mark}>{textOf(part)}</mark>
              </th>
              <td className={styles.number}>{words.ofN(part.errors, errors)}</td>
              <td className={styles.number}>{words.ofN(part.successes, successes)}</td>
              <td className={`${styles.quiet} ${styles.means}`}>{meaningOf(part, successes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
