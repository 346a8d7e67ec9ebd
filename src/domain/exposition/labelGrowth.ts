import { type FamilySize, LARGE_FAMILY, MOST_FAMILIES } from './familyCensus.ts'

/** The label that makes a metrics page grow. */
export type GrowingLabel = {
  readonly family: string
  readonly label: string
  readonly values: number
  /** How many series the family has more than in the earlier census, at least; null if there was none. */
  readonly grewBy: number | null
  readonly examples: readonly string[]
}

/** From how many values on a label is suspect where nothing earlier is known. */
const MANY_VALUES = 200
/** Growth that counts: both of them. A deploy that adds a few dozen series once is none. */
const GREW_SHARE = 0.1
const GREW_SERIES = 50

/**
 * Names the label with the most values of the family that grew most between two censuses of a pod, if it grew by a tenth
 * and by 50 series at least. Without an earlier census: of the largest family, if that label has 200 values or more. Null
 * where nothing is to be named. A family that the earlier census does not tell of is taken to have been as large then as
 * it can have been: as the smallest it tells of, or 99 series where it tells of fewer than five.
 */
export const growingLabel = (
  earlier: readonly FamilySize[] | null,
  now: readonly FamilySize[],
): GrowingLabel | null => {
  if (earlier === null) {
    const [largest] = now
    return largest !== undefined && (largest.label?.values ?? 0) >= MANY_VALUES ? named(largest, null) : null
  }
  let most: { readonly size: FamilySize; readonly grewBy: number } | null = null
  for (const size of now) {
    const was = seriesIn(earlier, size.family)
    const grewBy = size.series - was
    if (grewBy < GREW_SERIES || grewBy < was * GREW_SHARE) continue
    if (most === null || grewBy > most.grewBy) most = { size, grewBy }
  }
  return most === null ? null : named(most.size, most.grewBy)
}

const named = ({ family, label }: FamilySize, grewBy: number | null): GrowingLabel | null =>
  label === null
    ? null
    : { family, label: label.name, values: label.values, grewBy, examples: label.examples }

const seriesIn = (census: readonly FamilySize[], family: string): number => {
  const untold = census.length < MOST_FAMILIES ? LARGE_FAMILY - 1 : (census.at(-1)?.series ?? 0)
  return census.find((size) => size.family === family)?.series ?? untold
}
