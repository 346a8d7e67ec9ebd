import type { Calendar } from '#src/domain/calendar/calendar.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import type { SlaTarget } from '#src/domain/sla/slaPolicy.ts'
import { ALWAYS, buildSla } from './buildSla.ts'
import { faultAt } from './faultAt.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { joinPath } from './issueText.ts'
import { nearest } from './nearest.ts'
import type { SlaFile } from './slaFile.ts'

type Calendars = Readonly<Record<string, Calendar>>
type Row = {
  readonly key: keyof SlaFile
  readonly path: string
  readonly file: NonNullable<SlaFile[keyof SlaFile]>
  readonly target: SlaTarget
}

const TIMES = ['acknowledge', 'restore', 'atRisk'] as const

const ORDERED = [
  { field: 'acknowledge', says: 'acknowledged' },
  { field: 'restore', says: 'restored' },
] as const

function unknownCalendar({ path, file }: Row, calendars: Calendars): FleetIssue[] {
  const { calendar } = file
  const known = [ALWAYS, ...Object.keys(calendars)]
  if (calendar === undefined || known.includes(calendar)) return []
  const meant = nearest(calendar, known)
  const repair = meant === null ? 'Add it to calendars, or take one of those.' : `Did you mean "${meant}"?`
  return [faultAt(joinPath(path, 'calendar'), calendar, { expected: `one of ${known.join(', ')}`, repair })]
}

/** Days of 24 hours where a day has nine: `3d` would be eight working days. */
const ambiguousDays = ({ path, file, target }: Row): FleetIssue[] =>
  TIMES.flatMap((field) => {
    const text = file[field]
    const inDays = text !== undefined && /\d[dwy]/.test(text)
    return inDays && target.calendar !== null ? [faultAt(joinPath(path, field), text, 'targetDays')] : []
  })

const fault = (row: Row, field: (typeof TIMES)[number], expected: string, repair: string): FleetIssue =>
  faultAt(joinPath(row.path, field), row.file[field] ?? 'left out, so its default', { expected, repair })

function withinRow(row: Row): FleetIssue[] {
  const { acknowledge, restore, restoreAtRisk } = row.target
  const written = (field: (typeof TIMES)[number]): boolean => row.file[field] !== undefined
  const faults: FleetIssue[] = []
  if (acknowledge > restore) {
    const field = written('restore') || !written('acknowledge') ? 'restore' : 'acknowledge'
    const repair = 'Shorten acknowledge, or lengthen restore.'
    faults.push(fault(row, field, 'a time to restore that is not shorter than that to acknowledge', repair))
  }
  if (restoreAtRisk > restore) {
    faults.push(fault(row, 'atRisk', 'a time within that to restore', 'Shorten atRisk, or leave it out.'))
  }
  return faults
}

/** Of two rows of one calendar the more urgent one has no more time; other calendars cannot be compared by length. */
function betweenRows(rows: readonly Row[]): FleetIssue[] {
  return rows.flatMap((row, i) => {
    const above = rows.slice(0, i).findLast(({ target }) => target.calendar === row.target.calendar)
    if (above === undefined) return []
    return ORDERED.flatMap(({ field, says }) => {
      if (above.target[field] <= row.target[field]) return []
      const [blamed, other] = row.file[field] === undefined ? [above, row] : [row, above]
      const more = blamed === row ? 'no shorter' : 'no longer'
      const expected = `a time that is ${more} than that of ${other.key}: what is more urgent is ${says} sooner`
      return [fault(blamed, field, expected, `Change it, or ${field} of ${other.key}.`)]
    })
  })
}

const PRIORITY_KEYS = [
  ['P1', 1],
  ['P2', 2],
  ['P3', 3],
  ['P4', 4],
  ['P5', 5],
] as const satisfies readonly (readonly [keyof SlaFile, Priority])[]

/**
 * What is wrong with targets that no single field shows: more time for what is more urgent (of targets that go by the
 * same calendar), less time to restore than to acknowledge, a calendar that there is not.
 */
export function slaFaults(file: SlaFile, calendars: Calendars, path: string): FleetIssue[] {
  const targets = buildSla(file, calendars)
  const rows = PRIORITY_KEYS.map(([key, priority]): Row => ({
    key,
    path: joinPath(path, key),
    file: file[key] ?? {},
    target: targets[priority],
  }))
  const units = rows.flatMap((row) => [...unknownCalendar(row, calendars), ...ambiguousDays(row)])
  // Of what cannot be read as a length of time nothing more can be said.
  return units.length > 0 ? units : [...rows.flatMap(withinRow), ...betweenRows(rows)]
}
