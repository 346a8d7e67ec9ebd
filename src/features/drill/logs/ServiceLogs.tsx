import { useMemo } from 'react'
import { type LogsTogether, logsTogether } from '#src/domain/log/logsTogether.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { namePods } from '#src/domain/wording/namePods.ts'
import { useOldHealth } from '#src/features/drill/useOldHealth.ts'
import { useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import type { Detail } from '#src/state/screen.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { LogBook } from './LogBook.tsx'
import { LogTool } from './LogTool.tsx'
import styles from './lines.module.css'
import { OnePod } from './OnePod.tsx'
import { PodCounts } from './PodCounts.tsx'
import { SharedParts } from './SharedParts.tsx'

type Props = { readonly service: string }

const together = ({ pods }: Detail, old: readonly string[]): LogsTogether =>
  logsTogether(
    pods.map(({ name, health }) => ({ pod: name, logs: health?.logs ?? [], isOld: old.includes(name) })),
  )

type FoundProps = Props & { readonly logs: LogsTogether; readonly pods: readonly string[] }

function Found({ service, logs, pods }: FoundProps) {
  const { entries, leftOut, shared, onePod, old } = logs
  const isHeard = useWatch(({ source, strip }) => source === 'live' && (strip?.blind ?? null) === null)
  return (
    <>
      {onePod !== null && <OnePod found={onePod} since={shared?.since ?? null} />}
      {old.length > 0 && (
        <p className={styles.old}>{isHeard ? words.old(namePods(old), old.length) : words.unheardAll}</p>
      )}
      <PodCounts service={service} entries={entries} pods={pods} />
      {shared !== null && <SharedParts shared={shared} />}
      <LogBook service={service} entries={entries} shared={shared} withPod />
      {leftOut > 0 && (
        <p className={styles.quiet}>{words.newestOf(entries.length, entries.length + leftOut)}</p>
      )}
    </>
  )
}

/** The last log lines of all pods of a service in one list: whether they come from all of them, and what the errors share. */
export function ServiceLogs({ service }: Props) {
  const detail = useServiceDetail(service)
  const oldOf = useOldHealth()
  // A text, as what is old is asked every few seconds, and seldom another.
  const old = (detail?.pods ?? []).flatMap((pod) => (oldOf(pod) === null ? [] : [pod.name])).join('\n')
  const logs = useMemo(() => (detail == null ? null : together(detail, old.split('\n'))), [detail, old])
  if (detail == null || logs === null) return null
  return (
    <div className={styles.book}>
      {logs.entries.length === 0 ? (
        <p>{words.noneOfAny}</p>
      ) : (
        <Found service={service} logs={logs} pods={detail.pods.map(({ name }) => name)} />
      )}
      <LogTool service={service} pod={null} level={null} />
    </div>
  )
}
