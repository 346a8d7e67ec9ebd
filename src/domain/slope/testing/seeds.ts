const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Seeds that parameters may be chosen on. */
export const TUNING_SEEDS: readonly number[] = range(1, 40)

/** Seeds for figures that are reported: nothing is chosen on them. */
export const JUDGING_SEEDS: readonly number[] = range(10_001, 10_040)
