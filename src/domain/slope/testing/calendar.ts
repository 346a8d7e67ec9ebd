import { days, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Random } from './random.ts'

const HOUR = hours(1)
const DAY = days(1)

/** 2026-11-02T00:00Z, a Monday. The clock of all generated pods is UTC. */
export const A_MONDAY: EpochMs = 1_793_577_600_000

/** Hours since midnight, [0, 24). */
export const hourOfDay = (t: EpochMs): number => (t % DAY) / HOUR

/** 0 is Monday, 6 is Sunday; 1970-01-01 was a Thursday. */
export const weekday = (t: EpochMs): number => (Math.floor(t / DAY) + 3) % 7

/**
 * A day/night and workday/weekend curve of its own shape: about 1 from trough to peak on a workday, mean about 0
 * over a week. Days differ by some percent. To be asked in order of time.
 */
export const dayCurve = (random: Random): ((t: EpochMs) => number) => {
  const trough = random.uniform(2.5, 5.5)
  const sharpness = random.uniform(0.7, 1.8)
  const weekend = random.uniform(0.4, 1)
  const mean = (meanPower(sharpness) * (5 + 2 * weekend)) / 7
  let day = Number.NEGATIVE_INFINITY
  let strength = 1
  return (t) => {
    // A day begins at the trough, where the curve is 0: no jump between days of different strength.
    const sinceTrough = t - trough * HOUR
    const today = Math.floor(sinceTrough / DAY)
    if (today !== day) {
      day = today
      strength = (weekday(today * DAY) >= 5 ? weekend : 1) * (1 + 0.06 * random.normal())
    }
    return strength * raisedCosine(sinceTrough / DAY - today) ** sharpness - mean
  }
}

/** 0 at the ends of [0, 1], 1 in the middle. */
const raisedCosine = (x: number): number => (1 - Math.cos(2 * Math.PI * x)) / 2

const meanPower = (sharpness: number): number => {
  let sum = 0
  for (let hour = 0; hour < 24; hour += 1) sum += raisedCosine(hour / 24) ** sharpness
  return sum / 24
}
