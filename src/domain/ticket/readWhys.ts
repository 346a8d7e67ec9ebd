import { cutText } from '#src/domain/health/cutText.ts'
import { boundedPin } from './boundedPin.ts'
import type { KeptLine } from './evidence.ts'
import { MOST_PINS, type Pin } from './pin.ts'
import { MOST_TEXT } from './textSchema.ts'
import { MOST_WHYS, type Why, withPins } from './why.ts'

type Stored = Readonly<Record<string, unknown>>

const isStored = (json: unknown): json is Stored =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const own = (json: Stored, name: string): unknown => (Object.hasOwn(json, name) ? json[name] : undefined)

const textIn = (json: Stored, name: string): string => {
  const text = own(json, name)
  return typeof text === 'string' ? text : ''
}

const numberIn = (json: Stored, name: string): number => {
  const number = own(json, name)
  return typeof number === 'number' ? number : Number.NaN
}

const KINDS: readonly Pin['kind'][] = ['chart', 'log', 'check']

function lineIn(json: unknown): KeptLine | null {
  if (!isStored(json)) return null
  const values = own(json, 'values')
  const bound = numberIn(json, 'bound')
  return {
    signal: textIn(json, 'signal'),
    pod: textIn(json, 'pod'),
    from: numberIn(json, 'from'),
    step: numberIn(json, 'step'),
    values: Array.isArray(values) ? values.map((value) => (typeof value === 'number' ? value : null)) : [],
    bound: Number.isFinite(bound) ? bound : null,
  }
}

function pinIn(json: unknown): readonly Pin[] {
  if (!isStored(json)) return []
  const kind = KINDS.find((one) => one === own(json, 'kind'))
  if (kind === undefined) return []
  return [
    boundedPin({
      kind,
      text: textIn(json, 'text'),
      link: textIn(json, 'link'),
      line: lineIn(own(json, 'line')),
    }),
  ]
}

function whyIn(json: unknown): readonly Why[] {
  if (!isStored(json)) return []
  const pins = own(json, 'pins')
  const why = {
    answer: cutText(textIn(json, 'answer'), MOST_TEXT),
    evidence: cutText(textIn(json, 'evidence'), MOST_TEXT),
  }
  return [withPins(why, Array.isArray(pins) ? pins.slice(0, MOST_PINS).flatMap(pinIn) : [])]
}

/**
 * Answers as they were stored in this browser, parsed JSON of any shape: whatever is no answer or no pin is left out, and
 * what is longer than a ticket takes is cut. Never fails.
 */
export const readWhys = (json: unknown): readonly Why[] =>
  Array.isArray(json) ? json.slice(0, MOST_WHYS).flatMap(whyIn) : []
