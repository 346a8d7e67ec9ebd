import { distinctValues, type SeenValues } from './distinctValues.ts'
import type { LabelRows } from './labelRows.ts'
import type { SampledFamily } from './sampledFamily.ts'
import { ValueTally } from './valueTally.ts'

/** How many values a label of a family has. */
export type LabelSpread = {
  readonly name: string
  /**
   * As many as were seen in a sample of the lines; if `about`, an estimate of how many there are in all of them: right
   * where each series has a value of its own, else as a rule within a factor of two.
   */
  readonly values: number
  readonly about: boolean
  /** At most three different ones, each cut at 60 characters. */
  readonly examples: readonly string[]
}

// One for all, because it is large; it holds nothing from one count to the next.
const TALLY = new ValueTally()

/** Of fewer label sets than this nothing can be told, … */
const FEWEST_SETS = 6
/** … and of fewer than this not which of two labels, where either has another value each time. */
const ENOUGH_SETS = 12
/** Both is different where most of all label sets were seen. */
const MOST_OF_THEM = 0.5

/**
 * The label with the most values, judged from the sampled rows of a family of `series` lines. What is counted is label
 * sets, so that the lines of one histogram (its buckets, sum and count) are one thing; each is in the sample with
 * probability (label sets in it) / (lines / lines a set). See `distinctValues`. Null where the sample is too small.
 */
export const widestLabel = (
  rows: LabelRows,
  family: SampledFamily,
  series: number,
): Omit<LabelSpread, 'examples'> | null => {
  const [own, lines] = setsOf(rows, family.index, series)
  const share = Math.min(1, own.length / (series / lines))
  const few = share < MOST_OF_THEM
  if (few && own.length < FEWEST_SETS) return null
  let widest: Omit<LabelSpread, 'examples'> | null = null
  let alike = false
  for (const [label, name] of family.names.entries()) {
    const seen = valuesIn(rows, own, label)
    const values = Math.round(distinctValues(seen, share))
    const most: number = widest?.values ?? 0
    if (values === most) alike = true
    else if (values > most) {
      widest = { name, values, about: values > seen.values }
      alike = false
    }
  }
  return few && alike && own.length < ENOUGH_SETS ? null : widest
}

const valuesIn = (rows: LabelRows, sets: readonly number[], label: number): SeenValues => {
  TALLY.clear()
  for (const row of sets) {
    const value = rows.value(row, label)
    if (value !== 0) TALLY.add(value)
  }
  return TALLY.seen()
}

// One row of each label set in the sample, and how many lines a set has, of `series` in all.
const setsOf = (rows: LabelRows, family: number, series: number): [sets: number[], lines: number] => {
  const all: number[] = []
  for (let row = 0; row < rows.count; row += 1) if (rows.family(row) === family) all.push(row)
  TALLY.clear()
  for (const row of all) TALLY.add(rows.kind(row) || 1)
  const lines = Math.round(distinctValues(TALLY.seen(), all.length / series))
  TALLY.clear()
  return [all.filter((row) => TALLY.add(rows.series(row)) === 1), lines]
}
