import { type CheckFile, readCheckFile } from '#src/domain/report/readCheckFile.ts'
import { MOST_FILE } from '#src/domain/report/reportCaps.ts'
import { err, type Result } from '#src/domain/result.ts'
import { englishCheckPapers } from '#src/domain/wording/englishCheckPapers.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { reportFaultWords } from '#src/domain/wording/reportFaultWords.ts'

const { handover: words } = englishCheckPapers

/** Reads a file that somebody chose, of any origin; why it cannot be used is said in a sentence. Nothing is taken in by it. */
export async function readHandoverFile(file: Blob): Promise<Result<CheckFile, string>> {
  if (file.size > MOST_FILE) return err(words.tooLarge(formatBytes(file.size), formatBytes(MOST_FILE)))
  const text = await file.text().catch(() => null)
  if (text === null) return err(words.unreadable)
  const read = readCheckFile(text)
  return read.ok ? read : err(reportFaultWords(read.error))
}
