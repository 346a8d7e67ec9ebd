/** Numbers with dots between them, as in semver.org, without what may follow them there: `1.8.2`, `v2.0`. */
const RELEASE = /^v?(\d+(?:\.\d+)+)$/

const numbersOf = (version: string): readonly number[] | null =>
  RELEASE.exec(version)?.[1]?.split('.').map(Number) ?? null

/** Whether one release has a lower number than another. False for names that are no numbers: hashes have no order. */
export function isLowerRelease(version: string | null, than: string | null): boolean {
  const [a, b] = [numbersOf(version ?? ''), numbersOf(than ?? '')]
  if (a === null || b === null) return false
  const longer = a.length < b.length ? b : a
  const i = longer.findIndex((_, place) => (a[place] ?? 0) !== (b[place] ?? 0))
  return (a[i] ?? 0) < (b[i] ?? 0)
}
