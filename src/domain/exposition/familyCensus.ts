import { sharedName } from './familyName.ts'
import { LabelSample } from './labelSample.ts'
import type { LabelSpread } from './labelSpread.ts'
import type { Verdict } from './wanted.ts'
import { lineEnd } from './wordScan.ts'

/** A family with many series on one page. */
export type FamilySize = {
  /** As a counter or gauge stands on the page; what their names share of `x_bucket`, `x_sum` and `x_count`: `x`. */
  readonly family: string
  /** Sample lines, as far as the page was read: of a histogram each bucket is one. */
  readonly series: number
  /**
   * The label with the most values; null for a family of fewer than 200 series, for one without labels, and where too few
   * of its lines were looked at to tell: of one with little more than 200, or that is small beside others.
   */
  readonly label: LabelSpread | null
}

/** How many families are told of, … */
export const MOST_FAMILIES = 5
/** … and from how many series on. */
export const LARGE_FAMILY = 100

/** Behind so many lines of a family its labels are looked at. */
const LOOKED_AT = 200
/** The first of those lines that is. */
const FIRST_GAP = 4

type Counted = { readonly name: string; readonly series: number }

// Small integers keep the engine from boxing what is compared for every line.
const NEVER = 0x3fffffff

const NONE: readonly FamilySize[] = []
const NOBODY: Verdict = { name: '', roles: 0, family: -1 }

/**
 * Counts the series of each family while a page is walked over. It counts lines that stand together, as the formats
 * demand of a family's, and has to be told only of a family's first line and of those that are due: a line costs hardly
 * more than two comparisons. Where a page does not keep to that, what stands together in at least 100 lines is counted, and
 * labels are looked at where 200 do.
 */
export class FamilyCensus {
  /** The family of the line before, and which sample line of the page, from 1 on, is to be looked at next. */
  family = NOBODY.family
  dueAt = NEVER
  // Its first line, and the number of that.
  private first = NOBODY
  private start = 1
  // How many lines of a family that begins now stand before the first one to be looked at.
  private firstDue = LOOKED_AT + FIRST_GAP
  private readonly counted = new Map<number, Counted>()
  // None till a family is large.
  private labels: LabelSample | null = null

  /** To be told where a line is of another family than the line before; `line` is its number. */
  turnTo(verdict: Verdict, line: number): void {
    if (line - this.start >= LARGE_FAMILY) this.count(line - this.start)
    this.family = verdict.family
    this.first = verdict
    this.start = line
    this.dueAt = line + this.firstDue
  }

  /** Looks at the labels of line number `line`, which is due, from behind its name or from the `{` that holds it. */
  look(verdict: Verdict, line: number, view: DataView, from: number): void {
    this.labels ??= new LabelSample()
    this.labels.take(verdict, view, from, lineEnd(view, from))
    this.dueAt = line + this.labels.nextGap()
  }

  /** Line number `line` is nobody's: it cannot be read. */
  skip(line: number): void {
    this.turnTo(NOBODY, line)
    this.dueAt = NEVER
  }

  /** The five largest of the families with at least 100 lines, the largest first; `lines`: how many the page has. */
  largest(lines: number): readonly FamilySize[] {
    this.skip(lines + 1)
    if (this.counted.size === 0) return NONE
    return [...this.counted]
      .toSorted(([, a], [, b]) => b.series - a.series || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_FAMILIES)
      .map(([family, { name, series }]) => ({
        family: groupName(name),
        series,
        label: series < LOOKED_AT ? null : (this.labels?.widest(family, series) ?? null),
      }))
  }

  private count(run: number): void {
    if (this.first === NOBODY) return
    const { family, name } = this.first
    const known = this.counted.get(family)
    this.counted.set(family, { name: known?.name ?? name, series: (known?.series ?? 0) + run })
    // What was left to pass over is left for the next large family.
    if (run > LOOKED_AT) this.firstDue = LOOKED_AT + this.dueAt - (this.start + run)
  }
}

const groupName = (name: string): string => (name.endsWith('_total') ? name : sharedName(name))
