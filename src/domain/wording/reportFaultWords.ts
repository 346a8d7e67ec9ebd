import type { ReportFault } from '#src/domain/report/reportFault.ts'
import { formatBytes } from './formatBytes.ts'
import { reportTexts } from './reportTexts.ts'

const { fault: words } = reportTexts

/** Why a file cannot be taken in, in a sentence. What it quotes of the file is text of anybody. */
export function reportFaultWords(fault: ReportFault): string {
  switch (fault.kind) {
    case 'too-large':
      return words.tooLarge(formatBytes(fault.most))
    case 'not-json':
      return (fault.endsEarly ? words.endsEarly : words.notJson)(fault.line, fault.column)
    case 'other':
      return words.other
    case 'no-handover':
      return words.noHandover
    case 'newer':
      return words.newer(fault.version)
    case 'faulty':
      return words.faulty(fault.place, fault.expected)
  }
}
