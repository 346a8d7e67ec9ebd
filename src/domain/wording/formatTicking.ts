const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/**
 * A time that is seen to run, to the second: `4:31`, `28:11`, `3:41:22`, `27:00:00`. Rounded up, as what is left of
 * something is gone only when it reads `0:00`; a negative time and NaN are that too.
 */
export function formatTicking(left: number): string {
  const all = Number.isFinite(left) ? Math.max(0, Math.ceil(left / 1000)) : 0
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  return h === 0 ? `${m}:${two(s)}` : `${h}:${two(m)}:${two(s)}`
}
