import { useMemo } from 'react'
import { LOG_CAP } from '#src/domain/health/logCap.ts'
import { mergeLogs } from '#src/domain/log/mergeLogs.ts'
import { sharedByErrors } from '#src/domain/log/sharedByErrors.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { seconds } from '#src/domain/time/units.ts'
import { agoOf } from '#src/features/drill/then/agoOf.ts'
import { type OldHealth, useOldHealth } from '#src/features/drill/useOldHealth.ts'
import type { Detail } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { LogBook } from './LogBook.tsx'
import { LogTool } from './LogTool.tsx'
import styles from './lines.module.css'
import { SharedParts } from './SharedParts.tsx'

type Props = {
  readonly service: string
  readonly pod: Detail['pods'][number]
}

/** That the lines are not of now, and how old they are where that is known. */
function Old({ old: { why, at } }: { readonly old: OldHealth }) {
  const now = useNow(seconds(10))
  return <p className={styles.old}>{words[why](at === null ? null : agoOf(at, now))}</p>
}

/** The last log lines of a pod: those that its health page carries, and the way to all others. */
export function LogsLayer({ service, pod }: Props) {
  const logs = pod.health?.logs
  const old = useOldHealth()(pod)
  const entries = useMemo(() => mergeLogs([{ pod: pod.name, logs: logs ?? [] }]), [pod.name, logs])
  const shared = useMemo(() => {
    const all = sharedByErrors(entries)
    // That lines of one page come from one page is no finding.
    return all === null ? null : { ...all, parts: all.parts.filter(({ kind }) => kind !== 'pod') }
  }, [entries])
  if (entries.length === 0) {
    return (
      <div className={styles.book}>
        <p>{words.none}</p>
        <LogTool service={service} pod={pod.name} level={null} />
        <p className={styles.quiet}>{words.howTo}</p>
      </div>
    )
  }
  return (
    <div className={styles.book}>
      {old !== null && <Old old={old} />}
      {shared !== null && <SharedParts shared={shared} />}
      <LogBook service={service} entries={entries} shared={shared} withPod={false} />
      {entries.length >= LOG_CAP && <p className={styles.quiet}>{words.kept(LOG_CAP)}</p>}
      <LogTool service={service} pod={pod.name} level={null} />
    </div>
  )
}
