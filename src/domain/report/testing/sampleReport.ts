import {
  type CheckReport,
  REPORT_FORMAT,
  REPORT_VERSION,
  type ReportRow,
  type ReportSection,
  type SectionId,
} from '#src/domain/report/checkReport.ts'
import { hours, minutes } from '#src/domain/time/units.ts'

/** 2026-11-23T07:55:00Z, a Monday. */
export const MORNING = 1_795_420_500_000

/** A row of orders, each text of which is `text` where one is given. */
export const rowOf = (own: Partial<ReportRow> = {}): ReportRow => ({
  light: 'red',
  name: 'orders',
  when: 'newly red since 03:12',
  lines: ['2 of 3 pods do not answer since 03:12', 'acknowledged by Anna Weber 03:14, still red'],
  link: '#/s/orders',
  spark: null,
  ...own,
})

/** A section with one row of `rowOf`. */
export const sectionOf = (id: SectionId, own: Partial<ReportSection> = {}): ReportSection => ({
  id,
  heading: id,
  intro: null,
  rows: [rowOf()],
  more: 0,
  ...own,
})

/** A small report of one red service, signed by Anna. */
export const reportWith = (own: Partial<CheckReport> = {}): CheckReport => ({
  format: REPORT_FORMAT,
  version: REPORT_VERSION,
  fleet: 'Web shop',
  from: MORNING - hours(14),
  to: MORNING,
  timeZone: 'Europe/Paris',
  url: 'https://run.example/check/',
  light: 'red',
  counts: { green: 47, orange: 1, red: 1, unknown: 0 },
  headline: 'Morning check of Web shop, Mon, 23 Nov 2026',
  period: 'From Sun, 22 Nov 2026 17:55 to Mon, 23 Nov 2026 08:55, times in Europe/Paris.',
  verdict: '1 service needs action, 1 to watch, 47 well.',
  sentence: 'Since Sun 17:55, Anna’s check: 1 red; nobody watched 01:00–01:40.',
  signed: {
    by: 'Anna Weber',
    at: MORNING + minutes(3),
    words: 'Signed by Anna Weber, Mon, 23 Nov 2026 08:58.',
    note: 'Quiet but for orders.',
  },
  sections: [
    sectionOf('gaps', {
      heading: 'Not seen',
      rows: [rowOf({ light: null, name: '', when: '', lines: ['Nobody watched 01:00–01:40'], link: null })],
    }),
    sectionOf('act', { heading: 'Act now' }),
  ],
  happenings: [],
  ...own,
})

/** A report in which every text that comes from elsewhere is `text`, in every place that has one. */
export function reportSaying(text: string): CheckReport {
  const spark = {
    from: MORNING - hours(1),
    step: minutes(20),
    values: [1, null, 3, 4],
    bound: 5,
    drift: { from: MORNING - hours(1), fromValue: 1, to: MORNING, toValue: 4 },
    marks: [{ at: MORNING - minutes(30), kind: 'deploy' as const }],
    label: text,
  }
  const row = rowOf({ name: text, when: text, lines: [text, text], spark })
  const name = rowOf({ name: text, when: '', lines: [], link: null })
  const line = rowOf({ light: null, name: '', when: '', lines: [text], link: null })
  return reportWith({
    fleet: text,
    headline: text,
    period: text,
    verdict: text,
    sentence: text,
    signed: { by: text, at: MORNING, words: text, note: `${text}\n${text}` },
    sections: [
      sectionOf('gaps', { rows: [line], intro: text }),
      sectionOf('act', { heading: text, rows: [row] }),
      sectionOf('open', { rows: [row, rowOf({ name: text, lines: [text], link: '#/t/T-4KQ2M' })] }),
      sectionOf('watches', { rows: [row] }),
      sectionOf('marks', { rows: [row] }),
      sectionOf('well', { rows: [name, name] }),
    ],
    happenings: [
      {
        kind: 'ticket',
        service: text,
        light: 'red',
        from: MORNING - hours(2),
        to: null,
        lasted: null,
        red: null,
        atLeast: true,
        what: text,
        ticket: { code: text, priority: 1, tta: minutes(4), trs: null, breaches: 1 },
      },
    ],
  })
}
