import { CLOSE_BRACE, COMMA, EQUALS, isBlank, OPEN_BRACE, QUOTE, skipBlanks } from './ascii.ts'
import { closingQuote } from './quotedText.ts'
import { quotedEnd } from './wordScan.ts'

/** How many labels of a line are looked at. */
export const MOST_LABELS = 29

/** Finds where the labels of one line after another stand, and makes nothing of them. */
export class LabelScan {
  /** How many labels were found, and where their names and values begin and end, without quotes. */
  count = 0
  readonly nameFrom: number[] = Array.from({ length: MOST_LABELS }, () => 0)
  readonly nameTo: number[] = Array.from({ length: MOST_LABELS }, () => 0)
  readonly valueFrom: number[] = Array.from({ length: MOST_LABELS }, () => 0)
  readonly valueTo: number[] = Array.from({ length: MOST_LABELS }, () => 0)

  /**
   * Looks at a line from behind its name (or from the `{` that holds its name) up to `to`; a line feed must stand there
   * or behind. Answers whether all of it could be read; those found before a fault stay.
   */
  read(view: DataView, from: number, to: number): boolean {
    this.count = 0
    const open = skipBlanks(view, from, to)
    if (open >= to || view.getUint8(open) !== OPEN_BRACE) return true
    let at = skipBlanks(view, open + 1, to)
    while (at < to && view.getUint8(at) !== CLOSE_BRACE) {
      if (this.count === MOST_LABELS) return true
      at = this.pair(view, at, to)
      if (at < 0) return false
      at = skipBlanks(view, at, to)
      if (at < to && view.getUint8(at) === COMMA) at = skipBlanks(view, at + 1, to)
    }
    return at < to
  }

  // The index behind a label; -1 if it is none. Nothing that is quoted stands in front of a label's value but its own name.
  private pair(view: DataView, at: number, to: number): number {
    if (view.getUint8(at) === QUOTE) return this.quotedPair(view, at, to)
    const open = quotedEnd(view, at)
    const equals = skipBlanksBack(view, at, open) - 1
    if (open >= to || equals <= at || view.getUint8(equals) !== EQUALS) return -1
    return this.value(view, at, skipBlanksBack(view, at, equals), open, to)
  }

  // A quoted text without a value is the metric's own name.
  private quotedPair(view: DataView, nameOpen: number, to: number): number {
    const nameClose = closingQuote(view, nameOpen, to)
    if (nameClose < 0) return -1
    const equals = skipBlanks(view, nameClose + 1, to)
    if (equals >= to || view.getUint8(equals) !== EQUALS) return equals
    return this.value(view, nameOpen + 1, nameClose, skipBlanks(view, equals + 1, to), to)
  }

  private value(view: DataView, nameFrom: number, nameTo: number, open: number, to: number): number {
    const close = open < to && view.getUint8(open) === QUOTE ? closingQuote(view, open, to) : -1
    if (close < 0) return -1
    const { count } = this
    this.nameFrom[count] = nameFrom
    this.nameTo[count] = nameTo
    this.valueFrom[count] = open + 1
    this.valueTo[count] = close
    this.count = count + 1
    return close + 1
  }
}

const skipBlanksBack = (view: DataView, from: number, to: number): number => {
  let at = to
  while (at > from && isBlank(view.getUint8(at - 1))) at -= 1
  return at
}
