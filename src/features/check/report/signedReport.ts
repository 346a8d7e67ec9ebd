import type { CheckReport } from '#src/domain/report/checkReport.ts'
import { readReport } from '#src/domain/report/readCheckFile.ts'
import { reportJson } from '#src/domain/report/reportFile.ts'
import type { Storage } from '#src/state/storage.ts'

/** A browser keeps some five million characters for a page; a report must not take them from what people write. */
const MOST_CHARACTERS = 1_000_000

const keyOf = (fleet: string): string => `morning-check/signed-report/${fleet}`

/** What is too large to be stored, or refused by the browser, is kept as long as the page lives. */
const onlyHere = new Map<string, CheckReport>()

/** Keeps the report of the newest sign-off made here: it outlives a reload, as it cannot be drawn again from what is known then. */
export function keepSigned(storage: Storage, report: CheckReport): void {
  const key = keyOf(report.fleet)
  const text = reportJson(report)
  storage.remove(key)
  if (text.length <= MOST_CHARACTERS) storage.write(key, text)
  if (storage.read(key) === text) onlyHere.delete(key)
  else onlyHere.set(key, report)
}

/** The report that was signed here last, of a fleet by its title; null where there is none that can be read. */
export function readSigned(storage: Storage, fleet: string): CheckReport | null {
  const key = keyOf(fleet)
  const here = onlyHere.get(key)
  if (here !== undefined) return here
  const text = storage.read(key)
  if (text === null) return null
  const read = readReport(text)
  return read.ok ? read.value : null
}
