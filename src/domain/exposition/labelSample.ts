import { KeptLines } from './keptLines.ts'
import { LabelRows, MOST_ROWS } from './labelRows.ts'
import { LabelScan } from './labelScan.ts'
import { type LabelSpread, widestLabel } from './labelSpread.ts'
import { SampledFamily } from './sampledFamily.ts'
import type { Verdict } from './wanted.ts'
import { hashBytes } from './wordScan.ts'

/** At first one line in so many is looked at, and so many rows are kept. */
const FIRST_EVERY = 4
const FIRST_ROWS = 48
/** With each thinning: twice the lines, and a sample larger by a root of that. */
const MORE_ROWS = Math.SQRT2

// One for all: what it holds is of no use beyond the line it was read from.
const SCAN = new LabelScan()

/**
 * A sample of the lines of all large families of a page. Each line comes into it with the same probability, whatever its
 * place (Bernoulli sampling by geometric gaps): clients write lines in an order, and one that is told by
 * every tenth line would tell of a label that changes with the tenth line nothing, or everything. When it is full each row
 * stays with probability ½ and from then on half as many lines are looked at; so the largest families have most of it. Of
 * 1,000 lines about 120 are looked at, of 10,000 about 350, of 100,000 about 800.
 * The draws are the same for each page.
 */
export class LabelSample {
  private every = FIRST_EVERY
  private room = FIRST_ROWS
  private scale = 1 / Math.log1p(-1 / FIRST_EVERY)
  private state = 0x2545f491
  private readonly rows = new LabelRows()
  private readonly families = new Map<number, SampledFamily>()
  private readonly kept = new KeptLines()

  /**
   * Takes a line into the sample that ends at `to`; its labels begin at `from`. One that cannot be read is left out.
   */
  take({ family, name }: Verdict, view: DataView, from: number, to: number): void {
    if (!SCAN.read(view, from, to)) return
    if (this.rows.count === this.room) this.thin()
    const sampled = this.sampled(family)
    sampled.keep(this.kept, view, from, to)
    // The sample names of a family differ in length.
    this.addRow(sampled, name.length, view)
  }

  /** How many lines of large families are passed over before the next one is taken, that one included. */
  nextGap(): number {
    return 1 + ((Math.log(this.draw()) * this.scale) | 0)
  }

  /** The label of a family with the most values; null if none of its sampled lines has labels. */
  widest(family: number, series: number): LabelSpread | null {
    const sampled = this.families.get(family)
    if (sampled === undefined) return null
    const widest = widestLabel(this.rows, sampled, series)
    if (widest === null) return null
    return { ...widest, examples: sampled.examples(widest.name, this.kept, SCAN) }
  }

  private sampled(family: number): SampledFamily {
    const known = this.families.get(family)
    if (known !== undefined) return known
    const added = new SampledFamily(this.families.size)
    this.families.set(family, added)
    return added
  }

  private addRow(family: SampledFamily, form: number, view: DataView): void {
    const { rows } = this
    const { nameFrom, nameTo, valueFrom, valueTo, count } = SCAN
    const row = rows.begin(family.index)
    let kind = form
    let series = 0
    for (let i = 0; i < count; i += 1) {
      const label = family.columnOf(i, view, nameFrom[i] ?? 0, nameTo[i] ?? 0)
      const value = valueHash(view, valueFrom[i] ?? 0, valueTo[i] ?? 0)
      if (family.isBucket(label)) kind ^= value
      else {
        // A sum, because labels may stand in any order.
        series = (series + Math.imul(value ^ (label << 25), 0x9e3779b1)) | 0
        if (label >= 0) rows.setValue(row, label, value)
      }
    }
    rows.name(row, kind, series || 1)
  }

  private thin(): void {
    this.rows.thin(() => this.draw() < 0.5)
    this.room = Math.min(Math.round(this.room * MORE_ROWS), MOST_ROWS)
    this.every *= 2
    this.scale = 1 / Math.log1p(-1 / this.every)
  }

  // Even in (0, 1): xorshift (Marsaglia 2003), which never comes to 0.
  private draw(): number {
    let { state } = this
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    this.state = state
    return (state >>> 0) / 0x100000000
  }
}

// No value is the same as none: an empty label is one that is not there (Prometheus' data model).
const valueHash = (view: DataView, from: number, to: number): number =>
  from === to ? 0 : hashBytes(view, from, to) || 1
