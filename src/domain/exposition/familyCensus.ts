import { sharedName } from './familyName.ts'
import { LabelSample } from './labelSample.ts'
import type { LabelSpread } from './labelSpread.ts'
import type { Verdict } from './wanted.ts'

/** A family with many series on one page. */
export type FamilySize = {
  /** As a counter or gauge stands on the page; what their names share of `x_bucket`, `x_sum` and `x_count`: `x`. */
  readonly family: string
  /** Sample lines, as far as the page was read: of a histogram each bucket is one. */
  readonly series: number
  /** The label with the most values; null for a family of fewer than 200 series and for one without labels. */
  readonly label: LabelSpread | null
}

/** A sample line in the bytes of a page, from behind its name (or from the `{` that holds its name) to its end. */
export type Line = { readonly view: DataView; readonly from: number; readonly to: number }

/** How many families are told of, and from how many series on. */
const TOLD = 5
const LARGE = 100

/** Behind so many lines of a family its labels are looked at. */
const LOOKED_AT = 200
/** The first of those lines that is. */
const FIRST_GAP = 8

/** Fewer lines than this that stand together are not counted. */
const WORTH_COUNTING = 16

type Counted = { readonly name: string; readonly series: number }

// Small integers keep the engine from boxing what is compared for every line.
const NEVER = 0x3fffffff

const NONE: readonly FamilySize[] = []
const NOBODY: Verdict = { name: '', roles: 0, family: -1 }

/**
 * Counts the series of each family while a page is walked over. It counts lines that stand together, as the formats
 * demand of a family's, and has to be told only of a family's first line and of those that are due: a line costs hardly
 * more than two comparisons. Where a page does not keep to that, what stands together in at least 16 lines is counted, and
 * labels are looked at where 200 do.
 */
export class FamilyCensus {
  /** The family of the line before, and which sample line of the page, from 1 on, is to be looked at next. */
  family = NOBODY.family
  dueAt = NEVER
  // Its first line, and how many lines of the page stand before it.
  private first = NOBODY
  private before = 0
  // How many lines of large families are passed over until the next one is looked at, that one included.
  private gap = FIRST_GAP
  private readonly counted = new Map<number, Counted>()
  // None till a family is large.
  private labels: LabelSample | null = null

  /**
   * Takes the sample line that is number `line` of the page if it is another family's or due; it ends at `to`, and what
   * stands behind its name begins at `from`.
   */
  meet(verdict: Verdict, line: number, { view, from, to }: Line): void {
    if (verdict.family !== this.family) this.turnTo(verdict, line - 1)
    if (line < this.dueAt) return
    this.labels ??= new LabelSample()
    this.labels.take(verdict.family, verdict.name.length, view, from, to)
    this.gap = this.labels.nextGap()
    this.dueAt = line + this.gap
  }

  /** Sample line number `line` is nobody's: it cannot be read. */
  skip(line: number): void {
    this.turnTo(NOBODY, line - 1)
    this.dueAt = NEVER
  }

  /** The five largest of the families with at least 100 of the page's `lines`, the largest first. */
  largest(lines: number): readonly FamilySize[] {
    this.skip(lines + 1)
    const large = [...this.counted].filter(([, { series }]) => series >= LARGE)
    if (large.length === 0) return NONE
    return large
      .toSorted(([, a], [, b]) => b.series - a.series || (a.name < b.name ? -1 : 1))
      .slice(0, TOLD)
      .map(([family, { name, series }]) => ({
        family: groupName(name),
        series,
        label: series < LOOKED_AT ? null : (this.labels?.widest(family, series) ?? null),
      }))
  }

  private turnTo(verdict: Verdict, before: number): void {
    const run = before - this.before
    if (run >= WORTH_COUNTING) this.count(run)
    if (run > LOOKED_AT) this.gap = this.dueAt - before
    this.family = verdict.family
    this.first = verdict
    this.before = before
    this.dueAt = before + LOOKED_AT + this.gap
  }

  private count(run: number): void {
    if (this.first === NOBODY) return
    const { family, name } = this.first
    const known = this.counted.get(family)
    this.counted.set(family, { name: known?.name ?? name, series: (known?.series ?? 0) + run })
  }
}

const groupName = (name: string): string => (name.endsWith('_total') ? name : sharedName(name))
