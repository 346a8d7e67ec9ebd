import type { LogEntry } from '#src/domain/log/logEntry.ts'
import { type Tone, toneOf } from '#src/domain/log/toneOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'
import { useScreen } from '#src/state/screen.ts'
import { useCapped } from '#src/ui/useCapped.ts'
import styles from './shared.module.css'

type Counts = Record<Tone, number> & { newest: EpochMs | null }

/** So many pods are listed at once. */
const STEP = 20

const none = (): Counts => ({ error: 0, warning: 0, fine: 0, newest: null })

function countsOf(entries: readonly LogEntry[], pods: readonly string[]): ReadonlyMap<string, Counts> {
  const counts = new Map(pods.map((pod) => [pod, none()]))
  for (const entry of entries) {
    const own = counts.get(entry.page) ?? none()
    own[toneOf(entry)] += 1
    if (entry.at !== null) own.newest = Math.max(own.newest ?? entry.at, entry.at)
    counts.set(entry.page, own)
  }
  return counts
}

type Props = {
  readonly service: string
  readonly entries: readonly LogEntry[]
  readonly pods: readonly string[]
}

/** Errors and successes of each pod side by side; those with the most errors first, silent ones last. */
export function PodCounts({ service, entries, pods }: Props) {
  const { timeZone } = useScreen()
  const rows = [...countsOf(entries, pods)].toSorted(
    ([, a], [, b]) => b.error - a.error || b.warning - a.warning || b.fine - a.fine,
  )
  const { shown, left, next, more } = useCapped(rows, STEP)
  const head = words.podHead
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption>{words.byPod}</caption>
        <thead>
          <tr>
            <th scope="col">{words.pod}</th>
            {[head.errors, head.warnings, head.fine, head.newest].map((name) => (
              <th key={name} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([pod, { error, warning, fine, newest }]) => (
            <tr key={pod}>
              <th scope="row">
                <a className={styles.pod} href={podHref(service, pod, { layer: 'logs' })}>
                  {pod}
                </a>
              </th>
              <td className={styles.number}>{formatNumber(error)}</td>
              <td className={styles.number}>{formatNumber(warning)}</td>
              <td className={styles.number}>{formatNumber(fine)}</td>
              <td className={styles.number}>
                {newest === null ? words.podNone : formatClock(newest, timeZone, true)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={more}>
          {words.showMore(next, left)}
        </button>
      )}
    </div>
  )
}
