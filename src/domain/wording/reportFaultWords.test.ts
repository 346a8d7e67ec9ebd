import { expect, it } from 'vitest'
import type { ReportFault } from '#src/domain/report/reportFault.ts'
import { reportFaultWords } from './reportFaultWords.ts'

const rows: readonly { readonly fault: ReportFault; readonly words: string }[] = [
  {
    fault: { kind: 'too-large', most: 8 * 1024 * 1024 },
    words: 'The file is larger than the 8 MiB that are read.',
  },
  {
    fault: { kind: 'not-json', line: 2, column: 7, endsEarly: false },
    words: 'The file is not valid JSON: line 2, column 7.',
  },
  {
    fault: { kind: 'not-json', line: 1, column: 201, endsEarly: true },
    words: 'The file ends before it is whole, in line 1, column 201: copy or download it again.',
  },
  {
    fault: { kind: 'other' },
    words: 'The file is JSON, but neither a report nor a handover of a morning check.',
  },
  {
    fault: { kind: 'no-handover' },
    words: 'The file is a report alone: a handover brings the log it was made of, too.',
  },
  {
    fault: { kind: 'newer', version: 2 },
    words: 'The file was written by a newer build (layout 2): reload this page to get that build.',
  },
  {
    fault: { kind: 'faulty', place: 'report.counts.green', expected: 'number' },
    words: 'The file is not as a report is written: at report.counts.green there should be number.',
  },
]

it.each(rows)('$fault.kind', ({ fault, words }) => {
  expect(reportFaultWords(fault)).toBe(words)
})
