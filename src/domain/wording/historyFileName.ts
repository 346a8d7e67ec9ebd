import type { EpochMs } from '#src/domain/time/units.ts'

/** Longer names are cut: file systems take 255 bytes, and a letter may be four of them. */
const TITLE_AT_MOST = 40

function fileName(what: string, title: string, now: EpochMs, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const parts = new Map(day.formatToParts(now).map(({ type, value }) => [type, value]))
  const date = [parts.get('year'), parts.get('month'), parts.get('day')]
  const words = [...title.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word).join('-')
  const short = Array.from(words).slice(0, TITLE_AT_MOST).join('')
  return [what, ...(short === '' ? [] : [short]), ...date].join('-')
}

/**
 * What an exported history is called: `morning-check-history-Web-shop-2026-11-24.mch`. Of the title letters and digits of
 * any script stay, all else becomes a hyphen; the day is that of `timeZone` (an IANA name).
 */
export const historyFileName = (title: string, now: EpochMs, timeZone: string): string =>
  `${fileName('morning-check-history', title, now, timeZone)}.mch`

/** What all tickets as a file are called: `morning-check-tickets-Web-shop-2026-11-24.jsonl`. */
export const ticketFileName = (title: string, now: EpochMs, timeZone: string): string =>
  `${fileName('morning-check-tickets', title, now, timeZone)}.jsonl`

/** In which form a report is taken along. */
export type ReportEnding = 'html' | 'json' | 'csv' | 'md'

/** What a report of a check is called: `morning-check-report-Web-shop-2026-11-24.html`. */
export const reportFileName = (ending: ReportEnding, title: string, at: EpochMs, timeZone: string): string =>
  `${fileName('morning-check-report', title, at, timeZone)}.${ending}`

/** What a handover is called: `morning-check-handover-Web-shop-2026-11-24.json`. */
export const handoverFileName = (
  ending: ReportEnding,
  title: string,
  at: EpochMs,
  timeZone: string,
): string => `${fileName('morning-check-handover', title, at, timeZone)}.${ending}`
