import type { KeptLine } from './evidence.ts'

/** Digits that are kept of a value: what is less is not to be seen on a small line. */
const DIGITS = 4

const rounded = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null

/** The lowest and the highest of some neighbours, in the order in which they came; two gaps where there is nothing. */
function extremes(values: readonly (number | null)[]): readonly [number | null, number | null] {
  let low = -1
  let high = -1
  values.forEach((value, i) => {
    if (value === null) return
    if (low === -1 || value < (values[low] ?? value)) low = i
    if (high === -1 || value > (values[high] ?? value)) high = i
  })
  const [first, second] = low < high ? [low, high] : [high, low]
  return [values[first] ?? null, values[second] ?? null]
}

/**
 * A line in at most `most` points (two or more) of four significant digits. Of a stretch that becomes two points its lowest
 * and its highest value stay, in their order, so that a peak of one point is still seen; what is no finite number is a gap.
 */
export function thinLine(line: KeptLine, most: number): KeptLine {
  const values = line.values.map(rounded)
  const bound = rounded(line.bound)
  if (values.length <= most) return { ...line, values, bound }
  const stretch = Math.ceil(values.length / Math.floor(most / 2))
  const stretches = Array.from({ length: Math.ceil(values.length / stretch) }, (_, i) =>
    extremes(values.slice(i * stretch, (i + 1) * stretch)),
  )
  return { ...line, step: (line.step * stretch) / 2, values: stretches.flat(), bound }
}
