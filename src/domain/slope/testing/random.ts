/** Repeatable draws: the same seed and name give the same numbers on every machine. */
export type Random = {
  /** Evenly in [low, high); [0, 1) without arguments. */
  readonly uniform: (low?: number, high?: number) => number
  /** A whole number in [low, high], both ends included. */
  readonly integer: (low: number, high: number) => number
  /** Mean 0, standard deviation 1. */
  readonly normal: () => number
  readonly exponential: (mean: number) => number
  /** A count of events; above a mean of 30 a rounded normal draw, never below 0. */
  readonly poisson: (mean: number) => number
  readonly chance: (probability: number) => boolean
  /** A generator of its own: what is drawn from it leaves the numbers of this one as they are. */
  readonly fork: () => Random
}

/** A generator for `seed`; `name` keeps equal seeds of different scenarios apart. */
export const seededRandom = (seed: number, name = ''): Random => randomOf(sfc32(hash(name) ^ (seed >>> 0)))

const randomOf = (next: () => number): Random => {
  const uniform = (low = 0, high = 1): number => low + (high - low) * next()
  const normal = normalOf(next)
  return {
    uniform,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal,
    exponential: (mean) => -mean * Math.log(1 - next()),
    poisson: (mean) =>
      mean > 30 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : knuth(next, mean),
    chance: (probability) => next() < probability,
    fork: () => randomOf(sfc32(Math.floor(next() * 2 ** 32))),
  }
}

/** 32-bit FNV-1a. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** Chris Doty-Humphrey's small fast counter, 32 bits; the first draws are thrown away to mix the seed in. */
const sfc32 = (seed: number): (() => number) => {
  let a = seed | 0
  let b = Math.imul(seed, 0x9e3779b1) | 0
  let c = 0x243f6a88
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 15; round += 1) next()
  return next
}

/** Marsaglia's polar method; the second of each pair is kept for the next call. */
const normalOf = (next: () => number): (() => number) => {
  let spare: number | null = null
  return () => {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    let u = 0
    let v = 0
    let square = 0
    while (square === 0 || square >= 1) {
      u = 2 * next() - 1
      v = 2 * next() - 1
      square = u * u + v * v
    }
    const scale = Math.sqrt((-2 * Math.log(square)) / square)
    spare = v * scale
    return u * scale
  }
}

/** Knuth's product of uniform draws: exact, and quick enough for small means. */
const knuth = (next: () => number, mean: number): number => {
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > floor; product *= next()) count += 1
  return count
}
