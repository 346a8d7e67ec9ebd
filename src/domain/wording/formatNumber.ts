import { texts } from './texts.ts'

const format = (maximumFractionDigits: number): Intl.NumberFormat =>
  new Intl.NumberFormat(texts.locale, { maximumFractionDigits })

const WHOLE = format(0)
const TENTHS = format(1)
const HUNDREDTHS = format(2)

/** About three digits: `0.42`, `9.5`, `146`, `12,345`. Never exponents; NaN and ±Infinity print as `–`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size >= 99.95) return WHOLE.format(value)
  return size >= 9.995 ? TENTHS.format(value) : HUNDREDTHS.format(value)
}

/**
 * A ratio of 0 to 1 as per cent: `91 %`, `0.4 %`.
 * What is not the whole never prints as 100 %: 0.998 is `99.8 %`, 0.9999 is `99.9 %`.
 */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return '–'
  const percent = ratio * 100
  const fine = percent > 99 && percent < 100
  const shown = fine ? Math.floor(percent * 10) / 10 : percent
  const digits = fine || Math.abs(percent) < 9.95 ? TENTHS : WHOLE
  return `${digits.format(shown)} ${texts.unit.percent}`
}
