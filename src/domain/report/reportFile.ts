import type { CheckReport } from './checkReport.ts'

/** A report as the text of its file: `readReport` reads it. */
export const reportJson = (report: CheckReport): string => `${JSON.stringify(report)}\n`
