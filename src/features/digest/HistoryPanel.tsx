import { minutes } from '#src/domain/time/units.ts'
import { englishHistory } from '#src/domain/wording/englishHistory.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { noticeWords } from '#src/domain/wording/historyWords.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { Past } from '#src/state/watchStore.ts'
import { HistoryFile } from './HistoryFile.tsx'
import { HistorySource } from './HistorySource.tsx'
import styles from './historyPanel.module.css'

type History = Past['history']

const words = englishHistory

function storedWords({ stored, notices }: History): string {
  if (notices.some(({ kind }) => kind === 'memory-only')) return words.storedNot
  return stored === null ? words.storedUntold : words.storedHere(formatBytes(stored))
}

function Facts({ history }: { readonly history: History }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { from, series, memory, refused } = history
  const facts: readonly (readonly [string, string])[] = [
    [words.fact.since, from === null ? words.nothingYet : formatMoment(from, now, timeZone)],
    [words.fact.series, formatNumber(series)],
    [words.fact.memory, formatBytes(memory)],
    [words.fact.stored, storedWords(history)],
  ]
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {refused > 0 && <p>{words.refused(formatNumber(refused))}</p>}
    </>
  )
}

function Notices({ notices }: Pick<History, 'notices'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (notices.length === 0) return null
  return (
    <section>
      <h3>{words.notice.heading}</h3>
      <ul className={styles.notices}>
        {notices.map((notice) => {
          const { what, meaning, todo } = noticeWords(notice, now, timeZone)
          return (
            <li key={what}>
              <b>{what}</b>
              <p>{meaning}</p>
              {todo !== '' && <p>{todo}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What is remembered from before, what it rests on, and what can be done about it. */
export function HistoryPanel() {
  const past = useWatch((state) => state.past)
  if (past === null) return null
  const { history, source, backfill } = past
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>{words.intro}</p>
      <Facts history={history} />
      <Notices notices={history.notices} />
      <HistorySource source={source} backfill={backfill} />
      <HistoryFile />
    </div>
  )
}
