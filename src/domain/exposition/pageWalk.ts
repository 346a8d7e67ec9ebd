import type { EpochMs } from '#src/domain/time/units.ts'
import { HASH, isBlank, OPEN_BRACE, QUOTE, skipBlanks, trimEnd } from './ascii.ts'
import { CommentReader, type MetadataSink } from './commentReader.ts'
import type { Labels } from './exposition.ts'
import { FamilyCensus } from './familyCensus.ts'
import { isHtml } from './isHtml.ts'
import { looksReadable } from './looksReadable.ts'
import { columnOf, PageTally } from './pageTally.ts'
import { closingQuote, quotedText } from './quotedText.ts'
import { SampleReader, type TimestampUnit } from './sampleReader.ts'
import { AS_SAMPLE, type NameVerdict, type Verdict, type Wanted } from './wanted.ts'
import { lineEnd, sameBytes, wordAt, wordOf } from './wordScan.ts'

/** Takes what is read of wanted families, in the order of the page. */
export type PageSink = MetadataSink & {
  readonly sample: (name: string, labels: Labels, value: number, at: EpochMs | null) => void
}

export type WalkOptions = { readonly seriesCap: number; readonly timestamps: TimestampUnit }

/**
 * Walks over complete lines. Lines of families nobody asked for are passed over by name and line feed alone,
 * and examined only while nothing readable was met, or where their first byte, the byte behind the name or
 * the last byte is out of place: so a page that is no exposition is told, and most faulty lines are, at
 * hardly any cost.
 */
export class PageWalk {
  readonly tally = new PageTally()
  readonly census = new FamilyCensus()
  /** Why the walk has ended before the page did. */
  stopped: 'series' | 'html' | null = null
  private readonly wanted: Wanted
  private readonly sink: PageSink
  private readonly seriesCap: number
  private readonly comments: CommentReader
  // Where the last TYPE line starts that is not read yet; -1 for none. Never kept from one buffer to the
  // next.
  private typeAt = -1
  private typeLine = 0
  // How many sample lines there may be before the next one that has to be attended to, be it only its family's.
  private passable = 0
  private readonly samples: SampleReader

  constructor(wanted: Wanted, sink: PageSink, { seriesCap, timestamps }: WalkOptions) {
    this.wanted = wanted
    this.sink = sink
    this.seriesCap = Math.min(seriesCap, MOST_SERIES)
    this.comments = new CommentReader(wanted, sink, this.tally)
    this.samples = new SampleReader(wanted.memo, timestamps)
    wanted.beginPage()
  }

  /**
   * Walks the lines from `from` to `to`, each with its line feed. Answers `to`, or the start of the line it
   * stopped at.
   */
  walk(view: DataView, from: number, to: number): number {
    let at = this.tally.line === 0 ? behindByteOrderMark(view, from, to) : from
    while (at < to && this.stopped === null) {
      this.tally.line += 1
      at = view.getUint8(at) === HASH ? this.commentLine(view, at) : this.sampleLine(view, at)
    }
    this.settleType(view)
    return at
  }

  /** Passes over a line of which only the beginning, from 0 to `to`, is there. */
  tooLong(view: DataView, to: number): void {
    this.tally.line += 1
    if (view.getUint8(0) === HASH) {
      this.tally.comments += 1
      this.tally.issue(1, TOO_LONG)
    } else if (this.countsOn()) this.nobodys(view, { from: 0, to }, 0, TOO_LONG)
  }

  // Both answer where the next line starts; `at` again where the walk has to stop before this one.
  private commentLine(view: DataView, at: number): number {
    this.tally.comments += 1
    const end = lineEnd(view, at)
    const keyword = wordAt(view, at + 2)
    if (keyword === TYPE) this.meetType(view, at)
    else if (keyword !== HELP || this.sink.text !== null) this.comment(view, at, end)
    return end + 1
  }

  private sampleLine(view: DataView, at: number): number {
    const verdict = this.wanted.judge(view, at)
    if (verdict === null) return this.oddLine(view, at)
    const nameTo = at + verdict.length - 1
    if (
      this.typeAt >= 0 ||
      verdict.value.family !== this.census.family ||
      this.tally.series >= this.passable
    ) {
      if (!this.attend(view, at, verdict)) return at
    }
    this.tally.series += 1
    const end = lineEnd(view, nameTo)
    if (this.passesOver(verdict.value) && looksReadable(view, nameTo, end)) return end + 1
    this.examine(view, { from: at, to: trimEnd(view, at, end) }, nameTo, verdict.value)
    return end + 1
  }

  // What there is to do before some lines only. It stands apart because compilers inline no more than so much, and most of
  // a large page is passed over without it. False: the walk has to stop.
  private attend(view: DataView, at: number, verdict: NameVerdict): boolean {
    if (this.typeAt >= 0) this.settleTypeBefore(view, at, verdict)
    if (this.tally.series >= this.seriesCap) this.stopped = 'series'
    else this.meet(verdict.value, this.tally.series + 1, view, at + verdict.length - 1)
    return this.stopped === null
  }

  private meet(verdict: Verdict, line: number, view: DataView, from: number): void {
    const { census } = this
    if (verdict.family !== census.family) census.turnTo(verdict, line)
    if (line >= census.dueAt) census.look(verdict, line, view, from)
    this.passable = Math.min(this.seriesCap, census.dueAt - 1)
  }

  // A TYPE line is left alone till the next line: where that is a sample of the same name, and nobody asked
  // for it, the name need not be looked up twice.
  private meetType(view: DataView, at: number): void {
    this.settleType(view)
    this.typeAt = at
    this.typeLine = this.tally.line
  }

  private settleTypeBefore(view: DataView, at: number, { length, value }: NameVerdict): void {
    const nameFrom = this.typeAt + TYPE_NAME
    const same = sameBytes(view, at, view, nameFrom, length - 1)
    if (same && isBlank(view.getUint8(nameFrom + length - 1)) && value.roles === 0) this.typeAt = -1
    else this.settleType(view)
  }

  private settleType(view: DataView): void {
    if (this.typeAt < 0) return
    const at = this.typeAt
    this.typeAt = -1
    this.comments.read({ view, hash: at, end: lineEnd(view, at), line: this.typeLine })
  }

  private comment(view: DataView, at: number, end: number): void {
    this.settleType(view)
    this.comments.read({ view, hash: at, end, line: this.tally.line })
  }

  private indentedComment(view: DataView, start: number, end: number): void {
    this.tally.comments += 1
    this.comment(view, start, end)
  }

  // A line that begins with a blank, `{`, or what is no name; or an empty one.
  private oddLine(view: DataView, at: number): number {
    const end = lineEnd(view, at)
    const line = { from: at, to: trimEnd(view, at, end) }
    const start = skipBlanks(view, at, line.to)
    if (start === line.to) return end + 1
    const first = view.getUint8(start)
    if (first === HASH) this.indentedComment(view, start, end)
    else if (!this.countsOn()) return at
    else if (first === OPEN_BRACE) this.quoted(view, line, start)
    else this.indented(view, line, start)
    return end + 1
  }

  private indented(view: DataView, line: Line, start: number): void {
    const verdict = this.wanted.judge(view, start)
    if (verdict === null) this.nobodys(view, line, start, 'there is no metric name')
    else {
      const nameTo = start + verdict.length - 1
      this.meet(verdict.value, this.tally.series, view, nameTo)
      this.examine(view, line, nameTo, verdict.value)
    }
  }

  // Not before a line has been readable: till then every line is examined, whoever asked for it.
  private passesOver({ roles }: Verdict): boolean {
    return (roles & AS_SAMPLE) === 0 && this.tally.readable > 0
  }

  private examine(view: DataView, line: Line, nameTo: number, verdict: Verdict): void {
    if (this.reads(view, line, nameTo, true)) this.keep(verdict)
  }

  // `{"my.metric", a="b"} 1`: the name is found without reading the line where it stands first.
  private quoted(view: DataView, line: Line, brace: number): void {
    const open = skipBlanks(view, brace + 1, line.to)
    const close = view.getUint8(open) === QUOTE ? closingQuote(view, open, line.to) : -1
    const name = close < 0 ? null : quotedText(this.wanted.memo, view, open, close)
    const verdict = name === null ? null : this.wanted.judgeText(name)
    if (verdict === null) this.census.skip(this.tally.series)
    else this.meet(verdict, this.tally.series, view, brace)
    if (verdict !== null && this.passesOver(verdict) && looksReadable(view, brace, line.to)) return
    if (!this.reads(view, line, brace, false)) return
    this.keep(this.wanted.judgeText(this.samples.quotedName ?? ''))
  }

  private reads(view: DataView, line: Line, from: number, named: boolean): boolean {
    if (!this.samples.read(view, from, line.to, named)) {
      const { reasonAt, reason } = this.samples
      return this.bad(view, line, reasonAt, reason)
    }
    if (named === (this.samples.quotedName !== null)) {
      return this.bad(view, line, from, named ? 'there are two metric names' : 'there is no metric name')
    }
    this.tally.readable += 1
    return true
  }

  private keep({ name, roles }: Verdict): void {
    const { labels, value, at } = this.samples
    if ((roles & AS_SAMPLE) !== 0) this.sink.sample(name, labels, value, at)
  }

  private countsOn(): boolean {
    if (this.tally.series >= this.seriesCap) this.stopped = 'series'
    else this.tally.series += 1
    return this.stopped === null
  }

  // A faulty line that no family can be told of.
  private nobodys(view: DataView, line: Line, at: number, reason: string): void {
    this.census.skip(this.tally.series)
    this.bad(view, line, at, reason)
  }

  private bad(view: DataView, line: Line, at: number, reason: string): false {
    this.tally.bad += 1
    this.tally.issue(columnOf(view, line.from, at), reason)
    if (this.tally.readable === 0 && isHtml(view, line.from, line.to)) this.stopped = 'html'
    return false
  }
}

const TYPE = wordOf('TYPE')
const HELP = wordOf('HELP')
// Where the name stands in a TYPE line as all clients write it.
const TYPE_NAME = '# TYPE '.length

// An integer that engines keep without a box, larger than any page.
const MOST_SERIES = 0x3fffffff

type Line = { readonly from: number; readonly to: number }

const TOO_LONG = 'the line is longer than 1 MB'

const behindByteOrderMark = (view: DataView, from: number, to: number): number => {
  const marked = to - from >= 3 && (wordAt(view, from) & 0xffffff) === 0xbfbbef
  return marked ? from + 3 : from
}
