/** One-sided significance of 1 in 10,000. */
const Z = 3.72

export type Visible = {
  /** The level without daily curve and noise when the drift begins. */
  readonly level: number
  /** Added to the level so many hours later; never falling. */
  readonly added: (hours: number) => number
  /** Spectral density at zero of the noise, in squared units × hours. */
  readonly noise: number
  /** From the lowest to the highest level of a usual day; null when less than a day is known before the onset. */
  readonly usualSwing: number | null
}

/**
 * Hours until a matched filter that knows the shape of the drift, but not its size, sees it in the noise with an
 * even chance: ∫d² = z² S0, where the mean of d is not to be used unless the level was known before.
 * For a straight line b this is the Cramér-Rao bound (12 S0 z² / b²)^(1/3), and 3 in place of 12 with a known level.
 */
export const noiseLimit = ({ added, noise, usualSwing }: Visible): number => {
  const needed = Z * Z * noise
  let time = 1e-4
  let sum = (added(time) * time) / 2
  let squares = (added(time) ** 2 * time) / 3
  const signal = (): number => squares - (usualSwing === null ? (sum * sum) / time : 0)
  while (signal() < needed && time < 1e5) {
    const step = time * 0.01
    const [low, high] = [added(time), added(time + step)]
    sum += ((low + high) / 2) * step
    squares += ((low * low + low * high + high * high) / 3) * step
    time += step
  }
  return time
}

/** A daily curve of ±40 % of the level has to be thought possible when none is known. */
const UNKNOWN_SWING = 0.8

/**
 * Hours until the drift has also left what a daily curve could have made: beyond the usual swing, or a whole day.
 * Not less than `noise` hours.
 */
export const structuralLimit = (noise: number, { added, level, usualSwing }: Visible): number => {
  const swing = usualSwing ?? UNKNOWN_SWING * level
  let time = 1e-3
  while (time < 24 && added(time) < swing) time *= 1.01
  return Math.max(noise, Math.min(24, time))
}
