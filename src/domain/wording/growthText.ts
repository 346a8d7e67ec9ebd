import { formatNumber } from './formatNumber.ts'
import { texts } from './texts.ts'
import type { GrowingLabel } from '#src/domain/exposition/labelGrowth.ts'

const words = texts.reason

/** As much of a value as tells what it is: a line holds more than this. */
const EXAMPLE_LENGTH = 24

const shortened = (example: string): string => {
  const letters = Array.from(example)
  return letters.length <= EXAMPLE_LENGTH ? example : `${letters.slice(0, EXAMPLE_LENGTH - 1).join('')}…`
}

/** Thousands are an estimate: two digits of them are true. */
function roughly(values: number): string {
  const step = values < 1000 ? 1 : 10 ** (Math.floor(Math.log10(values)) - 1)
  return formatNumber(Math.round(values / step) * step)
}

/** `label user_agent of http_requests_total has 31,000 values and grows ("Mozilla/5.0 (X11; Linux…")`. */
export function growthText({ family, label, values, grewBy, examples }: GrowingLabel): string {
  const say = grewBy === null ? words.labelHas : words.labelGrows
  const text = say(label, family, roughly(values))
  const [example] = examples
  return example === undefined ? text : words.example(text, shortened(example))
}
