import { KeptLines } from './keptLines.ts'
import { LabelRows, MOST_ROWS } from './labelRows.ts'
import { LabelScan } from './labelScan.ts'
import { type LabelSpread, widestLabel } from './labelSpread.ts'
import { SampledFamily } from './sampledFamily.ts'
import type { Verdict } from './wanted.ts'
import { hashBytes } from './wordScan.ts'

/** At first one line in so many is looked at, till there are so many rows; both double with every thinning. */
const FIRST_EVERY = 16
const FIRST_ROWS = 64

// One for all: what it holds is of no use beyond the line it was read from.
const SCAN = new LabelScan()

/**
 * A sample of the lines of all large families of a page. Each line comes into it with the same probability, whatever its
 * place (Bernoulli sampling by geometric gaps, Vitter 1987): clients write lines in an order, and one that is told by
 * every tenth line would tell of a label that changes with the tenth line nothing, or everything. When it is full each row
 * stays with probability ½ and from then on half as many lines are looked at; so the largest families have most of it. It
 * is larger where there is more: some 60 of 1,000 lines are looked at, 200 of 6,000, 900 of 100,000.
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
    const row = rows.begin(family.index)
    let kind = form
    let series = 0
    for (let i = 0; i < SCAN.count; i += 1) {
      const [from, to] = [SCAN.nameFrom[i] ?? 0, SCAN.nameTo[i] ?? 0]
      const name = hashBytes(view, from, to)
      const value = valueHash(view, SCAN.valueFrom[i] ?? 0, SCAN.valueTo[i] ?? 0)
      const label = family.columnOf(name, i, view, from, to)
      if (family.columns[label]?.isBucket === true) kind ^= value
      else {
        // A sum, because labels may stand in any order.
        series = (series + Math.imul(value ^ name, 0x9e3779b1)) | 0
        if (label >= 0) rows.setValue(row, label, value)
      }
    }
    rows.name(row, kind, series || 1)
  }

  private thin(): void {
    this.rows.thin(() => this.draw() < 0.5)
    this.room = Math.min(this.room * 2, MOST_ROWS)
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
