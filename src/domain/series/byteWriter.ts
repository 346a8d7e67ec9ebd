/** Longest thing that is written in one piece, text and bytes aside. */
const LONGEST = 8

/** Bytes that grow as they are written; little-endian on every machine. A class for the reason that `ByteReader` is one. */
export class ByteWriter {
  private all: Uint8Array<ArrayBuffer>
  private view: DataView
  private at = 0

  constructor(size: number) {
    this.all = new Uint8Array(Math.max(size, 64))
    this.view = new DataView(this.all.buffer)
  }

  private reserve(more: number): void {
    if (this.at + more <= this.all.length) return
    const grown = new Uint8Array(Math.max(this.all.length * 2, this.at + more))
    grown.set(this.all)
    this.all = grown
    this.view = new DataView(grown.buffer)
  }

  byte(value: number): void {
    this.reserve(LONGEST)
    this.all[this.at++] = value
  }

  /** A whole number from 0 to 65,535. */
  u16(value: number): void {
    this.reserve(LONGEST)
    this.view.setUint16(this.at, value, true)
    this.at += 2
  }

  /** A whole number from 0 to 4,294,967,295. */
  u32(value: number): void {
    this.reserve(LONGEST)
    this.view.setUint32(this.at, value, true)
    this.at += 4
  }

  /** Writes a number over one that was written at `at` before. */
  setU32(at: number, value: number): void {
    this.view.setUint32(at, value, true)
  }

  /** The same in as few bytes as it needs, one for each seven bits. */
  varint(value: number): void {
    this.reserve(LONGEST)
    let rest = value
    while (rest > 127) {
      this.all[this.at++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.all[this.at++] = rest
  }

  /** In single precision. */
  f32(value: number): void {
    this.reserve(LONGEST)
    this.view.setFloat32(this.at, value, true)
    this.at += 4
  }

  /** Any text: its length, then its UTF-16 units as varints. */
  text(value: string): void {
    this.varint(value.length)
    for (let i = 0; i < value.length; i++) this.varint(value.charCodeAt(i))
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length)
    this.all.set(value, this.at)
    this.at += value.length
  }

  /** How many bytes were written. */
  length(): number {
    return this.at
  }

  /** What was written, as a view: it is good until more is. */
  written(): Uint8Array<ArrayBuffer> {
    return this.all.subarray(0, this.at)
  }

  /** What was written, as bytes of their own. */
  done(): Uint8Array<ArrayBuffer> {
    return this.all.slice(0, this.at)
  }
}

/** A writer without a byte; `size` is a first guess. */
export const byteWriter = (size: number): ByteWriter => new ByteWriter(size)
