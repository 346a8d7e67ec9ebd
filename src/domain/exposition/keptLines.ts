import { LINE_FEED } from './ascii.ts'
import { SCAN_PADDING, wordAt } from './wordScan.ts'

const FIRST_BYTES = 1 << 10
/** Of a longer line only the beginning is kept. */
const MOST_OF_A_LINE = 1 << 11

/** Where a kept line begins, and where its line feed stands. */
export type KeptLine = { readonly from: number; readonly to: number }

/** Copies of a few lines of a page, which itself is gone by the time it is known what is wanted of them. */
export class KeptLines {
  private bytes = new DataView(new ArrayBuffer(FIRST_BYTES))
  private used = 0

  /** Keeps what stands from `from` to `to`, 2 KB at most. */
  add(view: DataView, from: number, to: number): KeptLine {
    const length = Math.min(to - from, MOST_OF_A_LINE)
    const start = this.used
    const end = start + length
    while (end + 1 + SCAN_PADDING > this.bytes.byteLength) this.grow()
    for (let done = 0; done < length; done += 4) {
      this.bytes.setInt32(start + done, wordAt(view, from + done), true)
    }
    this.bytes.setUint8(end, LINE_FEED)
    this.used = end + 1
    return { from: start, to: end }
  }

  /** All of them; to be asked for anew after each `add`. */
  get view(): DataView {
    return this.bytes
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.byteLength * 2)
    larger.set(new Uint8Array(this.bytes.buffer))
    this.bytes = new DataView(larger.buffer)
  }
}
