import { SECTION_IDS, type CheckReport, type ReportSection, type SectionId } from './checkReport.ts'

/** Everything, or what fits one message. */
export type ReportForm = 'short' | 'long'

/** For whom it is: who looks at this morning, or who takes over the week. */
export type ReportUse = 'check' | 'handover'

/** Drifts are told with their services; whoever takes over wants them as a list. */
const CHECK: readonly SectionId[] = SECTION_IDS.filter((id) => id !== 'drifts')

/** What is left to whoever comes: it is told before what has happened. */
const HANDED_ON: readonly SectionId[] = ['open', 'watches', 'drifts', 'silences', 'marks']

const ORDER: Readonly<Record<ReportUse, Readonly<Record<ReportForm, readonly SectionId[]>>>> = {
  check: {
    long: CHECK,
    short: [
      'gaps',
      'act',
      'watch',
      'unseen',
      'acked',
      'recovered',
      'open',
      'restored',
      'watches',
      'unknown',
      'partly',
    ],
  },
  handover: {
    long: [...HANDED_ON, ...SECTION_IDS.filter((id) => !HANDED_ON.includes(id))],
    short: ['open', 'watches', 'drifts', 'silences', 'gaps', 'act', 'watch', 'unseen', 'unknown', 'partly'],
  },
}

/** The sections of a report in the order in which they are told; what is not in it has nothing to tell. */
export function orderedSections(
  { sections }: CheckReport,
  use: ReportUse,
  form: ReportForm,
): readonly ReportSection[] {
  return ORDER[use][form].flatMap((id) => sections.find((section) => section.id === id) ?? [])
}

/** Whether a row is a name and nothing else: many of them are one line. */
export const isNames = ({ rows }: ReportSection): boolean =>
  rows.length > 0 &&
  rows.every(({ when, lines, spark }) => when === '' && lines.length === 0 && spark === null)
