import { useState } from 'react'

/** So many of a long list, and how to have more of it. */
export type Capped<T> = {
  readonly shown: readonly T[]
  /** How many are left out. */
  readonly left: number
  /** How many the next step brings. */
  readonly next: number
  readonly more: () => void
}

/** The first `step` of some items, and as many more each time they are asked for: a page draws no thousands of rows unasked. */
export function useCapped<T>(items: readonly T[], step: number): Capped<T> {
  const [cap, setCap] = useState(step)
  const left = Math.max(0, items.length - cap)
  return {
    shown: left === 0 ? items : items.slice(0, cap),
    left,
    next: Math.min(step, left),
    more: () => setCap(cap + step),
  }
}
