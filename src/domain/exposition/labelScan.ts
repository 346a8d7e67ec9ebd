import { CLOSE_BRACE, COMMA, EQUALS, isBlank, OPEN_BRACE, QUOTE, skipBlanks } from './ascii.ts'
import { closingQuote } from './quotedText.ts'

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

  // The index behind a label; -1 if it is none.
  private pair(view: DataView, at: number, to: number): number {
    if (view.getUint8(at) === QUOTE) return this.quotedPair(view, at, to)
    let nameTo = at
    while (nameTo < to && view.getUint8(nameTo) !== EQUALS && !isBlank(view.getUint8(nameTo))) nameTo += 1
    return this.value(view, at, nameTo, skipBlanks(view, nameTo, to), to)
  }

  // A quoted text without a value is the metric's own name.
  private quotedPair(view: DataView, open: number, to: number): number {
    const close = closingQuote(view, open, to)
    if (close < 0) return -1
    const at = skipBlanks(view, close + 1, to)
    if (at >= to || view.getUint8(at) !== EQUALS) return at
    return this.value(view, open + 1, close, at, to)
  }

  private value(view: DataView, nameFrom: number, nameTo: number, equals: number, to: number): number {
    if (equals >= to || view.getUint8(equals) !== EQUALS) return -1
    const open = skipBlanks(view, equals + 1, to)
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
