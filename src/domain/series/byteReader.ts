/**
 * Reads what `byteWriter` wrote. Past the end everything is 0 and `isBroken` from then on: nothing throws. A class, since
 * millions of bins are read through it: engines compile methods once for all readers.
 */
export class ByteReader {
  private readonly all: Uint8Array
  /** All of the bytes, for whoever reads many of one kind: see `skip`. */
  readonly view: DataView
  private at = 0
  private broken = false

  constructor(all: Uint8Array) {
    this.all = all
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  private has(more: number): boolean {
    if (this.at + more <= this.all.length) return true
    this.fail()
    return false
  }

  byte(): number {
    return this.has(1) ? (this.all[this.at++] ?? 0) : 0
  }

  u32(): number {
    if (!this.has(4)) return 0
    this.at += 4
    return this.view.getUint32(this.at - 4, true)
  }

  varint(): number {
    const first = this.byte()
    if (first < 128) return first
    let value = first & 127
    for (let shift = 7; shift < 35; shift += 7) {
      const next = this.byte()
      value = (value | ((next & 127) << shift)) >>> 0
      if (next < 128) return value
    }
    this.fail()
    return 0
  }

  f32(): number {
    if (!this.has(4)) return 0
    this.at += 4
    return this.view.getFloat32(this.at - 4, true)
  }

  text(): string {
    const length = this.varint()
    // No unit takes less than a byte: a length that cannot be is not waited for.
    if (!this.has(length)) return ''
    let text = ''
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.varint())
    return text
  }

  /** Goes on behind the next bytes, and answers where in the view they begin; of no use where there are fewer. */
  skip(length: number): number {
    if (!this.has(length)) return 0
    this.at += length
    return this.at - length
  }

  /** What was read cannot be: as if it had ended. */
  fail(): void {
    this.broken = true
    this.at = this.all.length
  }

  /** A view of the next bytes, not a copy; empty where there are fewer. */
  bytes(length: number): Uint8Array {
    if (!this.has(length)) return this.all.subarray(0, 0)
    this.at += length
    return this.all.subarray(this.at - length, this.at)
  }

  /** More was asked for than there is. */
  isBroken(): boolean {
    return this.broken
  }

  /** All was read, and no more. */
  isAtEnd(): boolean {
    return !this.broken && this.at === this.all.length
  }
}

/** A reader at the first of these bytes. */
export const byteReader = (all: Uint8Array): ByteReader => new ByteReader(all)
