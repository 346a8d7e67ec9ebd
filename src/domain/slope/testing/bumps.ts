import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Track } from './noise.ts'

/** Up in a straight line, level for a while, and down again. */
export type Bump = {
  readonly start: EpochMs
  readonly rise: DurationMs
  readonly hold: DurationMs
  /** 0: gone at once. */
  readonly fall: DurationMs
  readonly height: number
}

/** The sum of bumps at a time. */
export const bumps = (all: readonly Bump[]): Track => {
  const sorted = all.toSorted((a, b) => a.start - b.start)
  let first = 0
  return (t) => {
    let sum = 0
    let over = true
    for (let index = first; index < sorted.length; index += 1) {
      const bump = sorted[index]
      if (bump === undefined || bump.start > t) break
      sum += heightAt(bump, t - bump.start)
      over &&= t >= bump.start + bump.rise + bump.hold + bump.fall
      if (over) first = index + 1
    }
    return sum
  }
}

const heightAt = ({ rise, hold, fall, height }: Bump, age: DurationMs): number => {
  if (age < rise) return (height * age) / rise
  if (age < rise + hold) return height
  return fall === 0 ? 0 : height * Math.max(0, 1 - (age - rise - hold) / fall)
}
