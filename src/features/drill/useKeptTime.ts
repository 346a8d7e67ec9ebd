import { printTimestamp } from '#src/domain/time/printTimestamp.ts'
import { rangeParam, useAt, useRange } from './drillAddress.ts'

/**
 * The parameters that say of when this is, for links to another pod or service: whoever looks at 03:12 goes on looking at it.
 * What cannot be read is not carried on.
 */
export function useKeptTime(): Readonly<Record<string, string>> {
  const at = useAt()
  const range = rangeParam(useRange().name)
  return { ...(at === null ? {} : { at: printTimestamp(at) }), ...(range === null ? {} : { range }) }
}
