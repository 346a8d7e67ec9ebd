import { nameOnPage } from '#src/domain/signals/window/sampleIndex.ts'
import type { Window } from '#src/domain/signals/window/window.ts'
import { type Measured, measured, sumOf } from './reader.ts'

const grownBy = (window: Window, name: string): number => sumOf(window.increases(name).map(({ by }) => by))

/**
 * The mean of what a histogram or summary observed in the window, all its series together, in its own unit: the growth
 * of `_sum` by that of `_count`. Null without observations in the window, and for a family that keeps no sum.
 */
export function meanDuration(window: Window, family: string): Measured | null {
  const name = nameOnPage(window.index, `${family}_sum`)
  if (name === null || window.increases(`${family}_sum`).length === 0) return null
  const mean = grownBy(window, `${family}_sum`) / grownBy(window, `${family}_count`)
  return measured(mean, `mean of ${name.slice(0, -'_sum'.length)}`)
}
