import { formatNumber } from './formatNumber.ts'
import type { Bytes } from '#src/domain/time/units.ts'

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const

/** A size in the binary unit that keeps it under 1,024: `512 B`, `160 MiB`, `1.5 GiB`. Negative sizes keep their sign. */
export function formatBytes(bytes: Bytes): string {
  let value = bytes
  let unit = 0
  // 1,023.5 would print as 1,024 of the smaller unit.
  while (Math.abs(value) >= 1023.5 && unit < UNITS.length - 1) {
    value /= 1024
    unit++
  }
  return `${formatNumber(value)} ${UNITS[unit] ?? ''}`
}
