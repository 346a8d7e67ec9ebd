import type { ParseIssue } from './exposition.ts'

/** How many faulty lines are kept with their place and reason; the others are only counted. */
const KEPT_ISSUES = 20

/** What a walk over a page has counted so far. */
export class PageTally {
  /** Lines begun. */
  line = 0
  comments = 0
  /** Sample lines, readable or not. */
  series = 0
  /** Sample lines that were examined and found readable … */
  readable = 0
  /** … and found not to be. */
  bad = 0
  issueCount = 0
  readonly issues: ParseIssue[] = []
  /** A `# UNIT` or `# EOF` line was met: only OpenMetrics has them. */
  openMetrics = false
  /** The line of `# EOF`, and how many lines that say something had come by then. */
  eofLine: number | null = null
  private beforeEof = 0

  /** Notes a fault in the current line; columns count characters from 1. */
  issue(column: number, reason: string): void {
    this.issueAt(this.line, column, reason)
  }

  sawEof(): void {
    this.openMetrics = true
    this.eofLine ??= this.line
    this.beforeEof ||= this.comments + this.series
  }

  /** Notes what OpenMetrics demands of a page's end. */
  closeOpenMetrics(): void {
    if (this.eofLine === null) this.issue(1, 'the page ends without # EOF: it may be cut off')
    else if (this.comments + this.series > this.beforeEof) {
      this.issueAt(this.eofLine + 1, 1, 'there is more behind # EOF')
    }
  }

  /** Notes a fault in another line. */
  issueAt(line: number, column: number, reason: string): void {
    this.issueCount += 1
    if (this.issues.length < KEPT_ISSUES) this.issues.push({ line, column, reason })
  }
}

/** The column, in characters from 1, of the byte at `at` in the line that begins at `lineFrom`. */
export const columnOf = (view: DataView, lineFrom: number, at: number): number => {
  let column = 1
  for (let index = lineFrom; index < at; index += 1) {
    if ((view.getUint8(index) & 0xc0) !== 0x80) column += 1
  }
  return column
}
