import { CARRIAGE_RETURN, isBlank, isDigit, OPEN_BRACE } from './ascii.ts'

// How numbers end that are not digits: `1.`, NaN, Inf, Infinity, in any case.
const NUMBER_ENDS: ReadonlySet<number> = new Set(Array.from('.NnFfYy', (letter) => letter.charCodeAt(0)))

/**
 * Whether a line nobody asked for can be passed over: a blank or `{` stands behind its name, and it ends as a
 * number does.
 */
export const looksReadable = (view: DataView, nameTo: number, end: number): boolean => {
  const behind = view.getUint8(nameTo)
  if (behind !== OPEN_BRACE && !isBlank(behind)) return false
  const last = view.getUint8(end - 1)
  return isDigit(last) || last === CARRIAGE_RETURN || isBlank(last) || NUMBER_ENDS.has(last)
}
