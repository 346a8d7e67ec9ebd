import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'

/**
 * A service with the pods of another moment, as they stood then. `moment`: null where that is not known; then they are the
 * pods of now, all grey and without a version.
 */
export function rowOfThen(row: ServiceRow, moment: VerdictMoment | null): ServiceRow {
  const pods =
    moment?.pods.map((pod) => ({ ...pod, observedAt: moment.at })) ??
    row.pods.map((pod) => ({ ...pod, light: 'unknown' as const, version: null }))
  return { ...row, pods }
}
