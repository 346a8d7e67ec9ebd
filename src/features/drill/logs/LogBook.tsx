import { useDeferredValue, useMemo } from 'react'
import { filterLogs, levelsOf } from '#src/domain/log/filterLogs.ts'
import { groupLogs } from '#src/domain/log/groupLogs.ts'
import type { LogEntry } from '#src/domain/log/logEntry.ts'
import { logText } from '#src/domain/log/logText.ts'
import type { SharedByErrors } from '#src/domain/log/sharedByErrors.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { keyed } from '#src/ui/keyed.ts'
import { useCapped } from '#src/ui/useCapped.ts'
import { LogLine } from './LogLine.tsx'
import { type LineView, marksOf } from './lineView.ts'
import { type LogLook, setHidden, useLogLook } from './logParams.ts'
import { LogTools } from './LogTools.tsx'
import styles from './lines.module.css'

/** So many lines are drawn at once. */
const STEP = 200

type LinesProps = { readonly entries: readonly LogEntry[]; readonly view: LineView; readonly label: string }

function Lines({ entries, view, label }: LinesProps) {
  const { shown, left, next, more } = useCapped(entries, STEP)
  return (
    <>
      <ol className={styles.lines} aria-label={label}>
        {keyed(shown, ({ at, page, message }) => `${at} ${page} ${message}`).map(([key, entry]) => (
          <LogLine key={key} entry={entry} view={view} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={more}>
          {words.showMore(next, left)}
        </button>
      )}
    </>
  )
}

type Props = {
  readonly service: string
  /** Oldest first. */
  readonly entries: readonly LogEntry[]
  readonly shared: SharedByErrors | null
  readonly withPod: boolean
}

/** The lines that are wanted, in the order that is wanted. */
function useWanted(entries: readonly LogEntry[], { text, hidden, newestFirst }: LogLook) {
  const wanted = useDeferredValue(text)
  return useMemo(() => {
    const found = filterLogs(entries, { text: wanted, hidden })
    return { found, ordered: newestFirst ? found.shown.toReversed() : found.shown }
  }, [entries, wanted, hidden, newestFirst])
}

/** Log lines with what filters, orders and groups them; what the error lines share is marked in them. */
export function LogBook({ service, entries, shared, withPod }: Props) {
  const look = useLogLook()
  const { found, ordered } = useWanted(entries, look)
  const groups = useMemo(() => (look.by === null ? null : groupLogs(ordered, look.by)), [ordered, look.by])
  const copied = useMemo(() => ordered.map(logText).join('\n'), [ordered])
  const view: LineView = { service, withPod, ...marksOf(shared) }
  return (
    <div className={styles.book}>
      <LogTools look={look} levels={levelsOf(entries)} withPod={withPod} />
      <p className={styles.counts}>
        <output>{words.shown(found.shown.length, entries.length)}</output>
        {found.byLevel > 0 && (
          <>
            <span>{words.hiddenByLevel(found.byLevel)}</span>
            <button type="button" className={styles.more} onClick={() => setHidden(new Set())}>
              {words.showAll}
            </button>
          </>
        )}
        <CopyButton text={copied} label={words.copy} done={words.copied(ordered.length)} />
      </p>
      {ordered.length === 0 && <p className={styles.quiet}>{words.nothingFound}</p>}
      {groups === null && ordered.length > 0 && <Lines entries={ordered} view={view} label={words.lines} />}
      {groups?.map(({ name, entries: own, errors }) => (
        <section key={name} className={styles.group}>
          <h3>
            {name === '' ? words.noLevel : name}{' '}
            <span className={styles.quiet}>{words.groupHead(own.length, errors)}</span>
          </h3>
          <Lines entries={own} view={view} label={name === '' ? words.noLevel : name} />
        </section>
      ))}
    </div>
  )
}
