/** What arrives at the workers of one pod, and what they can do. */
export type Saturation = {
  /** Share of the workers that are busy, 0 to 1; above 1 more arrives than they can do. */
  readonly utilisation: number
  /** The most that they can do a second. */
  readonly capacityPerSecond: number
  readonly arrivalPerSecond: number
  /** How long one piece of work takes, and what that figure is of all that were done. */
  readonly processingSeconds: number
  readonly processing: 'mean' | 'median'
  readonly workers: number
}

/** What it is computed from; null where something is not known. */
export type Load = Pick<Saturation, 'arrivalPerSecond' | 'processingSeconds' | 'workers'>

type Known<T> = { readonly [K in keyof T]: T[K] | null }

const usable = (value: number | null): value is number =>
  value !== null && Number.isFinite(value) && value > 0

/**
 * How busy the workers are, by Little's law L = λW (J. D. C. Little, "A Proof for the Queuing Formula", 1961): arrivals
 * a second times the seconds that each takes is the mean number at work, and that over the workers their busy share
 * (the utilisation law of Denning and Buzen, 1978). What they can do at the most is workers ÷ seconds: 16 workers at
 * 22 ms can do 727/s.
 *
 * Null where something is not known, nothing arrives, or a figure is none (NaN, ±∞, negative); its figures are finite
 * and above zero. With a median instead of a mean it is too low where a few pieces take very long.
 */
export function saturation(load: Known<Load>, processing: Saturation['processing']): Saturation | null {
  const { arrivalPerSecond, processingSeconds, workers } = load
  if (!usable(arrivalPerSecond) || !usable(processingSeconds) || !usable(workers)) return null
  const utilisation = (arrivalPerSecond * processingSeconds) / workers
  const capacityPerSecond = workers / processingSeconds
  if (!usable(utilisation) || !usable(capacityPerSecond)) return null
  return { utilisation, capacityPerSecond, arrivalPerSecond, processingSeconds, processing, workers }
}
