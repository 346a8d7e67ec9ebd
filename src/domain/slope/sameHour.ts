import type { BinWindow } from './binWindow.ts'
import { MAD_TO_SD, median, mean } from './ordered.ts'
import { SAME_HOUR } from './parameters.ts'
import { evenness } from './shape.ts'

const DAY = 24
const THREE_HOURS = 3
const FEWEST = 4
/** The standard error of a median is that of the mean times √(π/2). */
const OF_MEDIAN = Math.sqrt(Math.PI / 2)

/**
 * The slope per hour by comparing each hour with the same hour of the day before, for windows of 54 to 72 hours while the
 * daily curve is not known. Null where the differences are not alike throughout, or not clearly above zero.
 */
export function sameHourSlope({ x, y, step, hours }: BinWindow): number | null {
  if (hours < SAME_HOUR.from || hours > SAME_HOUR.to || step > THREE_HOURS) return null
  const byHour = new Map(x.map((hour, i) => [Math.round(hour / step), y[i] ?? 0]))
  const lag = Math.round(DAY / step)
  const differences = x.flatMap((hour, i) => {
    const before = byHour.get(Math.round(hour / step) - lag)
    return before === undefined ? [] : [(y[i] ?? 0) - before]
  })
  if (differences.length < FEWEST || !isAlike(differences)) return null
  const middle = median(differences)
  if (middle / errorOf(differences, middle) <= SAME_HOUR.t || evenness(x, y) < 0) return null
  return middle / DAY
}

function isAlike(differences: readonly number[]): boolean {
  const quarter = Math.max(1, Math.floor(differences.length / 4))
  const quarters = [0, 1, 2, 3].map((i) =>
    median(differences.slice(i * quarter, i === 3 ? undefined : (i + 1) * quarter)),
  )
  const all = mean(differences)
  return all > 0 && Math.min(...quarters) / all >= SAME_HOUR.quarter
}

/** Standard error of the median of values that follow each other alike: widened by √((1+ρ)/(1−ρ)). */
function errorOf(values: readonly number[], middle: number): number {
  const rest = values.map((value) => value - middle)
  const square = rest.reduce((sum, r) => sum + r * r, 0)
  if (square === 0) return 0
  const along = rest.slice(1).reduce((sum, r, i) => sum + r * (rest[i] ?? 0), 0)
  const rho = Math.max(0, Math.min(0.95, along / square))
  const spread = Math.max(MAD_TO_SD * median(rest.map(Math.abs)), Math.sqrt(square / values.length))
  return ((OF_MEDIAN * spread) / Math.sqrt(values.length)) * Math.sqrt((1 + rho) / (1 - rho))
}
