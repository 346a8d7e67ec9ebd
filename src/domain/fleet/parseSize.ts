const BYTES_PER_UNIT: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
}

/** A size with its unit: binary (`4GiB`) or decimal (`4GB`). */
export const SIZE = /^(\d+(?:\.\d+)?)(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$/

/** Reads a size such as `4GiB` into bytes; null for anything else. */
export function parseSize(text: string): number | null {
  const [, digits, unit] = SIZE.exec(text) ?? []
  if (digits === undefined || unit === undefined) return null
  return Number(digits) * (BYTES_PER_UNIT[unit] ?? Number.NaN)
}
