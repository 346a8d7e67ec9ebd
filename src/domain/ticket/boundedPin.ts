import { cutText } from '#src/domain/health/cutText.ts'
import type { KeptLine } from './evidence.ts'
import { MOST_PIN_TEXT, type Pin, PIN_LINK } from './pin.ts'
import { LATEST, MOST_NAME, MOST_TITLE, MOST_URL } from './textSchema.ts'
import { thinLine } from './thinLine.ts'

/** Points of a line that is pinned: somewhat more than its picture has pixels. */
const MOST_POINTS = 120

/** A moment, or a span of that many milliseconds. */
const isTime = (at: number): boolean => at >= 0 && at <= LATEST

/** A line as it may lie in a ticket; null where it cannot be placed in time, belongs to no signal, or is empty. */
function boundedLine(line: KeptLine): KeptLine | null {
  const { signal, pod, from, step, values } = line
  const isPlaced = isTime(from) && isTime(step) && step > 0
  if (!isPlaced || signal === '' || values.length === 0) return null
  return thinLine({ ...line, signal: cutText(signal, MOST_NAME), pod: cutText(pod, MOST_TITLE) }, MOST_POINTS)
}

/** The link of a pin where it leads into this dashboard and is no longer than 2,000 characters, else the empty text. */
export const pinLink = (link: string): string => (PIN_LINK.test(link) && link.length <= MOST_URL ? link : '')

/**
 * A pin as a ticket takes it: text of at most 500 characters, with `…` where it was cut; a link only within this
 * dashboard; a line of at most 120 points, and only with a chart.
 */
export const boundedPin = ({ kind, text, link, line }: Pin): Pin => ({
  kind,
  text: cutText(text, MOST_PIN_TEXT),
  link: pinLink(link),
  line: kind === 'chart' && line !== null ? boundedLine(line) : null,
})
