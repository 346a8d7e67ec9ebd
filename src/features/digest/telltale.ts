import type { ServiceRow, Spark } from '#src/domain/digest/digestRow.ts'
import { reasonSignal } from '#src/domain/verdict/reasonSignal.ts'

/** A row's line, if one of its reasons is about that signal; a line that explains nothing is noise. */
export const telltale = ({ spark, reasons }: ServiceRow): Spark | null =>
  spark !== null && reasons.some((reason) => reasonSignal(reason) === spark.signal) ? spark : null
