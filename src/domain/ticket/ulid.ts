import type { EpochMs } from '#src/domain/time/units.ts'
import { crockford } from './crockford.ts'

const TIME_DIGITS = 10
const RANDOM_DIGITS = 16

function timeDigits(at: EpochMs): string {
  const digits: string[] = []
  let rest = Math.max(0, Math.floor(at))
  while (digits.length < TIME_DIGITS) {
    digits.unshift(crockford(rest % 32))
    rest = Math.floor(rest / 32)
  }
  return digits.join('')
}

/**
 * An id that sorts by the time it was made at: 26 digits, ten of the time and sixteen of chance.
 * `random` gives numbers from 0 up to, not including, 1. https://github.com/ulid/spec
 */
export function ulid(at: EpochMs, random: () => number): string {
  const chance = Array.from({ length: RANDOM_DIGITS }, () => crockford(Math.floor(random() * 32)))
  return timeDigits(at) + chance.join('')
}
