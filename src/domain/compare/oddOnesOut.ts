import { MAD_TO_SD, median } from '#src/domain/slope/ordered.ts'

/** What one pod has of a signal, in the signal's unit. */
export type PodValue = { readonly pod: string; readonly value: number }

/** A pod that differs from its like. */
export type OddOne = {
  readonly pod: string
  readonly value: number
  /** The median of the other pods. */
  readonly others: number
  /** `value` over `others`; null where the others have nothing, and where a ratio says nothing as of negative numbers. */
  readonly times: number | null
}

/** Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (ASQC, 1993): label a modified z-score over 3.5. */
const MOST_SPREADS = 3.5
/** What differs by less is not worth a word, however alike the others are: the share that product rule "load" allows. */
const LEAST_TIMES = 1.5
/** Of two pods neither is the rule: only a plain difference is told. */
const LEAST_TIMES_OF_TWO = 2

const timesOf = (value: number, others: number): number | null =>
  others > 0 && value >= 0 ? value / others : null

/** Whether a value is at least so many times another one, or as many times less. From and to nothing it always is. */
const differsBy = (times: number | null, least: number): boolean =>
  times === null || times >= least || times <= 1 / least

function oddOf({ pod, value }: PodValue, all: readonly PodValue[]): OddOne {
  const others = median(all.flatMap((one) => (one.pod === pod ? [] : [one.value])))
  return { pod, value, others, times: timesOf(value, others) }
}

const distance = ({ value, others }: OddOne): number => Math.abs(value - others)

/** The larger of two: nobody knows which of them is wrong, and too much is more often so than too little. */
function ofTwo(values: readonly PodValue[], floor: number): readonly OddOne[] {
  const [larger] = values.toSorted((a, b) => b.value - a.value)
  if (larger === undefined) return []
  const odd = oddOf(larger, values)
  return distance(odd) > floor && differsBy(odd.times, LEAST_TIMES_OF_TWO) ? [odd] : []
}

/**
 * The pods whose value differs from that of the others, the furthest first: of three and more those with a modified z-score
 * over 3.5 (the distance from the median, in robust standard deviations: 1.4826 × the median distance) that also have 1.5
 * times as much as the others or as little; of two the one that has at least twice as much. `floor`: what differs by no more
 * than this, in the unit of the values, is never told. Values that are no numbers do not count; of one pod nobody is odd.
 */
export function oddOnesOut(given: readonly PodValue[], floor: number): readonly OddOne[] {
  const values = given.filter(({ value }) => Number.isFinite(value))
  if (values.length < 3) return values.length < 2 ? [] : ofTwo(values, floor)
  const middle = median(values.map(({ value }) => value))
  const spread = MAD_TO_SD * median(values.map(({ value }) => Math.abs(value - middle)))
  return values
    .filter(({ value }) => Math.abs(value - middle) > MOST_SPREADS * spread)
    .map((one) => oddOf(one, values))
    .filter((odd) => distance(odd) > floor && differsBy(odd.times, LEAST_TIMES))
    .toSorted((a, b) => distance(b) - distance(a))
}
