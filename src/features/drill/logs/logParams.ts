import { useMemo } from 'react'
import type { LogGrouping } from '#src/domain/log/groupLogs.ts'
import { setParams, useParam } from '#src/state/hashRoute.ts'

/*
 * How lines are looked at lies in the address, as all that a drill-down shows: a link shows the same lines to somebody else.
 */

export const GROUPINGS = ['operation', 'pod', 'level'] as const

/** How lines are looked at. */
export type LogLook = {
  readonly text: string
  /** Levels that are hidden; the empty name is that of lines without one. */
  readonly hidden: ReadonlySet<string>
  /** Null: they stand one after the other. */
  readonly by: LogGrouping | null
  readonly newestFirst: boolean
}

/** In the address lines without a level have a name. */
const NO_LEVEL = '-'

const levelsIn = (text: string): ReadonlySet<string> =>
  new Set(text === '' ? [] : text.split(',').map((level) => (level === NO_LEVEL ? '' : level)))

/** How the address wants lines to be looked at; unless told all of them, the newest first. */
export function useLogLook(): LogLook {
  const by = useParam('logsBy')
  const hide = useParam('logsHide')
  return {
    text: useParam('logs'),
    hidden: useMemo(() => levelsIn(hide), [hide]),
    by: GROUPINGS.find((one) => one === by) ?? null,
    newestFirst: useParam('logsFirst') !== 'oldest',
  }
}

export const setLogText = (text: string): void => setParams({ logs: text }, 'replace')
export const setGrouping = (by: LogGrouping | null): void => setParams({ logsBy: by }, 'replace')
export const setNewestFirst = (isFirst: boolean): void =>
  setParams({ logsFirst: isFirst ? null : 'oldest' }, 'replace')

/** Hides these levels and no others. */
export function setHidden(levels: ReadonlySet<string>): void {
  const names = [...levels].map((level) => (level === '' ? NO_LEVEL : level))
  setParams({ logsHide: names.length === 0 ? null : names.join(',') }, 'replace')
}
