import { measured, type Measured, type Reader, wantsOfAll } from './reader.ts'

const pair = (left: Reader, right: Reader, join: (a: Measured, b: Measured) => Measured | null): Reader => ({
  wants: wantsOfAll([left, right]),
  read: (window) => {
    const a = left.read(window)
    const b = a === null ? null : right.read(window)
    return a === null || b === null ? null : join(a, b)
  },
})

/** Both together; absent unless both are there. */
export const plus = (left: Reader, right: Reader): Reader =>
  pair(left, right, (a, b) => measured(a.value + b.value, `${a.from} + ${b.from}`))

/** What is left of the first; absent where that would be negative. */
export const minus = (left: Reader, right: Reader): Reader =>
  pair(left, right, (a, b) => measured(a.value - b.value, `${a.from} - ${b.from}`))

/** The product, for a share of a number of cores. */
export const times = (left: Reader, right: Reader): Reader =>
  pair(left, right, (a, b) => measured(a.value * b.value, `${a.from} × ${b.from}`))

/** The part of the whole, 0 to 1; absent where the whole is 0. */
export const share = (part: Reader, whole: Reader): Reader =>
  pair(part, whole, (a, b) => measured(a.value / b.value, `${a.from} ÷ ${b.from}`))

/** In another unit: `scaled(rate('process_cpu_time_ns_total'), 1e-9)` is in cores. */
export const scaled = (reader: Reader, factor: number): Reader => ({
  wants: reader.wants,
  read: (window) => {
    const found = reader.read(window)
    return found === null ? null : measured(found.value * factor, found.from, found.of)
  },
})

/** The first of these that the page can tell: one quantity under the names of several versions. */
export const firstOf = (...readers: readonly Reader[]): Reader => ({
  wants: wantsOfAll(readers),
  read: (window) => {
    for (const reader of readers) {
      const found = reader.read(window)
      if (found !== null) return found
    }
    return null
  },
})
