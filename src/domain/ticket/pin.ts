import type { KeptLine } from './evidence.ts'

/** A piece of evidence that somebody pinned to an answer: what was seen, in words, and where it is to be seen. */
export type Pin = {
  readonly kind: 'chart' | 'log' | 'check'
  /** What was seen, with its numbers and clock times. */
  readonly text: string
  /** Where it was pinned, as an address within this dashboard: `#/s/orders?…`; empty where there is none. */
  readonly link: string
  /** Of a chart: its line, thinned out; else null. */
  readonly line: KeptLine | null
}

/** Most pins of one answer, and most characters of what a pin says: a page of evidence, no second log. */
export const MOST_PINS = 5
export const MOST_PIN_TEXT = 500

/** An address within this dashboard. Nothing else is a link of a pin: not `javascript:`, and no page elsewhere. */
export const PIN_LINK = /^#\//
