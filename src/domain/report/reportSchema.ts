import * as v from 'valibot'
import { LATEST, MOST_URL, WEB_ADDRESS } from '#src/domain/ticket/textSchema.ts'
import { type CheckReport, REPORT_FORMAT, REPORT_VERSION, SECTION_IDS } from './checkReport.ts'
import {
  MOST_HAPPENINGS,
  MOST_LINES,
  MOST_NOTE,
  MOST_POINTS,
  MOST_READ_LINE,
  MOST_ROWS,
  MOST_STARTS,
} from './reportCaps.ts'

const line = v.pipe(v.string(), v.maxLength(MOST_READ_LINE))
const note = v.pipe(v.string(), v.maxLength(MOST_NOTE))
const light = v.picklist(['green', 'orange', 'red', 'unknown'])
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST))
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST))
const number = v.pipe(v.number(), v.finite())
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Only a view of the dashboard itself: a link that leads elsewhere is none. */
const link = v.pipe(v.string(), v.maxLength(MOST_URL), v.startsWith('#/'))

const spark = v.object({
  from: time,
  step: duration,
  values: v.pipe(v.array(v.nullable(number)), v.maxLength(2 * MOST_POINTS)),
  bound: v.nullable(number),
  drift: v.nullable(v.object({ from: time, fromValue: number, to: time, toValue: number })),
  marks: v.pipe(
    v.array(v.object({ at: time, kind: v.picklist(['restart', 'deploy']) })),
    v.maxLength(MOST_STARTS),
  ),
  label: line,
})

const row = v.object({
  light: v.nullable(light),
  name: line,
  when: line,
  lines: v.pipe(v.array(line), v.maxLength(MOST_LINES)),
  link: v.nullable(link),
  spark: v.nullable(spark),
})

const section = v.object({
  id: v.picklist(SECTION_IDS),
  heading: line,
  intro: v.nullable(line),
  rows: v.pipe(v.array(row), v.maxLength(MOST_ROWS)),
  more: count,
})

const happening = v.object({
  kind: v.picklist(['gap', 'spell', 'unseen', 'deploy', 'restart', 'ticket']),
  service: v.nullable(line),
  light: v.nullable(light),
  from: time,
  to: v.nullable(time),
  lasted: v.nullable(duration),
  red: v.nullable(duration),
  atLeast: v.boolean(),
  what: line,
  ticket: v.nullable(
    v.object({
      code: line,
      priority: v.pipe(count, v.minValue(1), v.maxValue(5)),
      tta: v.nullable(duration),
      trs: v.nullable(duration),
      breaches: count,
    }),
  ),
})

/** What a report has to look like. What is beside that is of another build, and let go. */
export const REPORT_SCHEMA: v.GenericSchema<unknown, CheckReport> = v.object({
  format: v.literal(REPORT_FORMAT),
  version: v.literal(REPORT_VERSION),
  fleet: line,
  from: time,
  to: time,
  timeZone: line,
  url: v.nullable(v.pipe(v.string(), v.maxLength(MOST_URL), v.regex(WEB_ADDRESS))),
  light,
  counts: v.object({ green: count, orange: count, red: count, unknown: count }),
  headline: line,
  period: line,
  verdict: line,
  sentence: line,
  signed: v.nullable(v.object({ by: line, at: time, words: line, note })),
  sections: v.pipe(v.array(section), v.maxLength(SECTION_IDS.length)),
  happenings: v.pipe(v.array(happening), v.maxLength(MOST_HAPPENINGS)),
})
