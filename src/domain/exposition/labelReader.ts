import { CLOSE_BRACE, COMMA, EQUALS, QUOTE, skipBlanks } from './ascii.ts'
import { LabelSet } from './labelSet.ts'
import { type LineMemo, memoText } from './lineMemo.ts'
import { closingQuote, quotedText } from './quotedText.ts'

const isLabelName = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x5f ||
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x41 && byte <= 0x5a)

/**
 * Reads the label block of one line after another: `{a="b", c="d",}` with or without blanks and the trailing
 * comma that Micrometer's old client writes; names may be quoted, and one quoted text without a value is the
 * metric's name (Prometheus 3, UTF-8 names).
 */
export class LabelReader {
  /** What the last call of `read` has read. */
  labels: LabelSet = new LabelSet()
  quotedName: string | null = null
  /** Why it stopped short, and at which index, where it answered -1. */
  reason = ''
  reasonAt = 0
  private readonly memo: LineMemo

  constructor(memo: LineMemo) {
    this.memo = memo
  }

  /** Reads the block whose `{` is at `open`; answers the index behind its `}`, or -1. */
  read(view: DataView, open: number, end: number): number {
    this.labels = new LabelSet()
    this.quotedName = null
    let at = skipBlanks(view, open + 1, end)
    while (at < end && view.getUint8(at) !== CLOSE_BRACE) {
      at = this.pair(view, at, end)
      if (at < 0) return -1
      at = skipBlanks(view, at, end)
      const next = at < end ? view.getUint8(at) : 0
      if (next === COMMA) at = skipBlanks(view, at + 1, end)
      else if (next !== CLOSE_BRACE) return this.fault(at, 'a comma or } is missing behind a label')
    }
    return at < end ? at + 1 : this.fault(end, 'the labels are not closed by }')
  }

  private pair(view: DataView, at: number, end: number): number {
    if (view.getUint8(at) === QUOTE) return this.quotedPair(view, at, end)
    let nameTo = at
    while (nameTo < end && isLabelName(view.getUint8(nameTo))) nameTo += 1
    if (nameTo === at || view.getUint8(at) < 0x41) return this.fault(at, 'a label name is missing')
    return this.value(view, memoText(this.memo, view, at, nameTo), skipBlanks(view, nameTo, end), end)
  }

  private quotedPair(view: DataView, open: number, end: number): number {
    const close = closingQuote(view, open, end)
    if (close < 0) return this.fault(open, 'a quoted name is not closed')
    const name = quotedText(this.memo, view, open, close)
    const at = skipBlanks(view, close + 1, end)
    if (at < end && view.getUint8(at) === EQUALS) return this.value(view, name, at, end)
    if (this.quotedName !== null) return this.fault(open, 'there are two metric names')
    this.quotedName = name
    return at
  }

  private value(view: DataView, name: string, at: number, end: number): number {
    if (at >= end || view.getUint8(at) !== EQUALS) return this.fault(at, '= is missing behind a label name')
    const open = skipBlanks(view, at + 1, end)
    if (open >= end || view.getUint8(open) !== QUOTE)
      return this.fault(open, 'a label value is not in quotes')
    const close = closingQuote(view, open, end)
    if (close < 0) return this.fault(open, 'a label value is not closed')
    this.labels[name] = quotedText(this.memo, view, open, close)
    return close + 1
  }

  private fault(at: number, reason: string): -1 {
    this.reasonAt = at
    this.reason = reason
    return -1
  }
}
