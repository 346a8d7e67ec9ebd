import { isBlank, QUOTE, skipBlanks, trimEnd } from './ascii.ts'
import type { MetricType } from './exposition.ts'
import { memoText } from './lineMemo.ts'
import { metricTypeOf } from './metricTypeOf.ts'
import { columnOf, type PageTally } from './pageTally.ts'
import { closingQuote, quotedText, unescapeText } from './quotedText.ts'
import { AS_FAMILY, type Verdict, type Wanted } from './wanted.ts'
import { firstBytes, wordAt, wordOf } from './wordScan.ts'

/** Takes what comment lines say of wanted families. Help and unit are decoded only where `text` is given. */
export type MetadataSink = {
  readonly type: (family: string, type: MetricType) => void
  readonly text: ((kind: 'help' | 'unit', family: string, text: string) => void) | null
}

const TYPE = wordOf('TYPE')
const HELP = wordOf('HELP')
const UNIT = wordOf('UNIT')
const EOF = firstBytes(wordOf('EOF '), 3)

type CommentLine = {
  readonly view: DataView
  /** Index of the `#`, and of the line feed. */
  readonly hash: number
  readonly end: number
  /** The line's number. */
  readonly line: number
}

/** Reads comment lines: TYPE, HELP, UNIT and `# EOF`; any other comment says nothing. */
export class CommentReader {
  private readonly wanted: Wanted
  private readonly sink: MetadataSink
  private readonly tally: PageTally
  private familyTo = 0

  constructor(wanted: Wanted, sink: MetadataSink, tally: PageTally) {
    this.wanted = wanted
    this.sink = sink
    this.tally = tally
  }

  read(comment: CommentLine): void {
    const { view, hash, end } = comment
    const from = skipBlanks(view, hash + 1, end)
    const keyword = wordAt(view, from)
    if (keyword !== TYPE && keyword !== HELP && keyword !== UNIT) {
      if (trimEnd(view, from, end) - from === 3 && firstBytes(keyword, 3) === EOF) this.tally.sawEof()
      return
    }
    if (!isBlank(view.getUint8(from + 4))) return
    if (keyword === UNIT) this.tally.openMetrics = true
    const verdict = this.family(view, skipBlanks(view, from + 4, end), end)
    if (verdict !== null && (verdict.roles & AS_FAMILY) !== 0) this.say(comment, keyword, verdict.name)
  }

  private family(view: DataView, from: number, end: number): Verdict | null {
    if (view.getUint8(from) !== QUOTE) {
      const verdict = this.wanted.judge(view, from)
      this.familyTo = from + (verdict?.length ?? 1) - 1
      return verdict?.value ?? null
    }
    const close = closingQuote(view, from, end)
    this.familyTo = close + 1
    return close < 0 ? null : this.wanted.judgeText(quotedText(this.wanted.memo, view, from, close))
  }

  private say({ view, hash, end, line }: CommentLine, keyword: number, family: string): void {
    const to = trimEnd(view, this.familyTo, end)
    const from = skipBlanks(view, this.familyTo, to)
    const text = memoText(this.wanted.memo, view, from, to)
    if (keyword === TYPE) {
      const type = metricTypeOf(text)
      if (type === null)
        this.tally.issueAt(line, columnOf(view, hash, from), 'the type is none of the known types')
      this.sink.type(family, type ?? 'untyped')
    } else this.sink.text?.(keyword === HELP ? 'help' : 'unit', family, unescapeText(text))
  }
}
