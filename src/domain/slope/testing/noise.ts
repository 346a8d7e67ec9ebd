import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Random } from './random.ts'

/** A value that is asked for in order of time. */
export type Track = (t: EpochMs) => number

const HOUR = hours(1)

/**
 * Ornstein-Uhlenbeck noise, AR(1) when sampled evenly: standard deviation `sigma`, correlation falling with
 * exp(-dt / tau). Exact over gaps of any length.
 */
export const wander = (random: Random, sigma: number, tau: DurationMs): Track => {
  let last: EpochMs | null = null
  let value = 0
  return (t) => {
    const kept = last === null ? 0 : Math.exp(-(t - last) / tau)
    value = kept * value + Math.sqrt(1 - kept * kept) * sigma * random.normal()
    last = t
    return value
  }
}

/** Spectral density at frequency zero of `wander`, in squared units × hours: what limits a slope. */
export const wanderDensity = (sigma: number, tau: DurationMs): number => (2 * sigma * sigma * tau) / HOUR

/** The same of noise that is new at each sample. */
export const whiteDensity = (sigma: number, every: DurationMs): number => (sigma * sigma * every) / HOUR

export type TeethPlan = {
  readonly period: DurationMs
  readonly height: number
  /** Relative standard deviation of each tooth's length and height. */
  readonly uneven: number
}

/** Sawtooth from 0 up to `height` and back at once: memory between two garbage collections. */
export const teeth = (random: Random, { period, height, uneven }: TeethPlan): Track => {
  const stretch = (): number => Math.max(0.3, 1 + uneven * random.normal())
  let start: EpochMs | null = null
  let length = period
  let top = height
  return (t) => {
    start ??= t - random.uniform() * length
    while (t >= start + length) {
      start += length
      length = period * stretch()
      top = height * stretch()
    }
    return (top * (t - start)) / length
  }
}

/** Spectral density at zero of `teeth`: each tooth is worth one independent draw of half its height. */
export const teethDensity = ({ period, height, uneven }: TeethPlan): number =>
  ((uneven * height) / 2) ** 2 * (period / HOUR)

/** Never below 0 and whole, as counts of threads, descriptors or queued jobs are. */
export const whole = (value: number): number => Math.max(0, Math.round(value))
