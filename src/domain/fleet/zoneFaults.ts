import { faultAt } from './faultAt.ts'
import type { FleetIssue } from './fleetIssue.ts'

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A time zone that the platform does not know; a value that is no text is told by the schema. */
export const zoneFaults = (zone: unknown, path: string): FleetIssue[] =>
  typeof zone !== 'string' || isZone(zone) ? [] : [faultAt(path, zone, 'timeZone')]
