import { MOST_LABELS } from './labelScan.ts'

/** How many lines of a page are remembered. */
export const MOST_ROWS = 512

const FIRST_ROWS = 64

// A row: whose line it is, which of the lines of its series (which bucket, the sum …), which series, and its values.
const FAMILY = 0
const KIND = 1
const SERIES = 2
const VALUES = 3
const WIDTH = VALUES + MOST_LABELS

/** What is remembered of sampled lines: numbers only. A hash is never 0; 0 stands for a label that is not there. */
export class LabelRows {
  count = 0
  private cells = new Int32Array(FIRST_ROWS * WIDTH)

  /** Begins a row without labels; answers its number. */
  begin(family: number): number {
    const row = this.count
    if ((row + 1) * WIDTH > this.cells.length) this.grow()
    const start = row * WIDTH
    for (let cell = start; cell < start + WIDTH; cell += 1) this.cells[cell] = 0
    this.cells[start + FAMILY] = family
    this.count = row + 1
    return row
  }

  name(row: number, kind: number, series: number): void {
    this.cells[row * WIDTH + KIND] = kind
    this.cells[row * WIDTH + SERIES] = series
  }

  setValue(row: number, label: number, hash: number): void {
    this.cells[row * WIDTH + VALUES + label] = hash
  }

  family(row: number): number {
    return this.cells[row * WIDTH + FAMILY] ?? 0
  }

  kind(row: number): number {
    return this.cells[row * WIDTH + KIND] ?? 0
  }

  series(row: number): number {
    return this.cells[row * WIDTH + SERIES] ?? 0
  }

  value(row: number, label: number): number {
    return this.cells[row * WIDTH + VALUES + label] ?? 0
  }

  /** Forgets the rows that `keeps` says no to. */
  thin(keeps: () => boolean): void {
    let kept = 0
    for (let row = 0; row < this.count; row += 1) {
      if (!keeps()) continue
      this.cells.copyWithin(kept * WIDTH, row * WIDTH, (row + 1) * WIDTH)
      kept += 1
    }
    this.count = kept
  }

  private grow(): void {
    const larger = new Int32Array(this.cells.length * 2)
    larger.set(this.cells)
    this.cells = larger
  }
}
