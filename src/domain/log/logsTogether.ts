import type { EpochMs } from '#src/domain/time/units.ts'
import { isLongSilence } from './isLongSilence.ts'
import type { LogEntry } from './logEntry.ts'
import { mergeLogs, type PodLogs } from './mergeLogs.ts'
import { onePodOnly, type OnePodOnly } from './onePodOnly.ts'
import { sharedByErrors, type SharedByErrors } from './sharedByErrors.ts'

/** What a pod's page carries; `isOld`: it does not answer now, and this is what it said before. */
export type PageOfLogs = PodLogs & { readonly isOld: boolean }

/** The lines of all pods of a service, and what is to be said of them. */
export type LogsTogether = {
  /** The newest, oldest first. */
  readonly entries: readonly LogEntry[]
  /** How many older ones are left out. */
  readonly leftOut: number
  readonly shared: SharedByErrors | null
  /** Set where there are errors, and all lines since the first come from one of several pods that all should write. */
  readonly onePod: OnePodOnly | null
  /** The pods whose lines are those of an earlier answer. */
  readonly old: readonly string[]
}

/** Whether it is news that no line is of a pod: it does not answer, or has never been silent for so long. */
function isMissed({ logs, isOld }: PageOfLogs, until: EpochMs): boolean {
  return (
    isOld ||
    isLongSilence(
      logs.flatMap(({ at }) => at ?? []),
      until,
    )
  )
}

/** So many lines of a service are looked at: of a hundred pods the newest thirty each. */
const CAP = 3000

/**
 * Puts the lines of a service's pods together. What the errors share, and whether all lines come from one pod, is asked of
 * the lines since the first error; those without a time count only where their page is of now.
 */
export function logsTogether(pages: readonly PageOfLogs[]): LogsTogether {
  const all = mergeLogs(pages)
  const entries = all.slice(-CAP)
  const old = new Set(pages.filter(({ isOld, logs }) => isOld && logs.length > 0).map(({ pod }) => pod))
  const judged = entries.filter(({ at, page }) => at !== null || !old.has(page))
  const shared = sharedByErrors(judged)
  const since = shared?.since ?? null
  const span = since === null ? judged : judged.filter(({ at }) => at === null || at >= since)
  const until = span.reduce((latest, { at }) => Math.max(latest, at ?? latest), -Infinity)
  // A page that carries no lines is silent by nature.
  const writing = pages.filter(({ logs }) => logs.length > 0)
  const found = onePodOnly(
    span,
    writing.map(({ pod }) => pod),
  )
  const isProof = writing.every((page) => found?.others.includes(page.pod) !== true || isMissed(page, until))
  const onePod = shared !== null && isProof ? found : null
  return { entries, leftOut: all.length - entries.length, shared, onePod, old: [...old] }
}
