/** Bytes that grow as they are written; little-endian on every machine. */
export type ByteWriter = {
  byte(value: number): void
  /** A whole number from 0 to 4,294,967,295. */
  u32(value: number): void
  /** The same in as few bytes as it needs, one for each seven bits. */
  varint(value: number): void
  /** In single precision. */
  f32(value: number): void
  /** Any text: its length, then its UTF-16 units as varints. */
  text(value: string): void
  bytes(value: Uint8Array): void
  /** What was written; the writer is used up. */
  done(): Uint8Array<ArrayBuffer>
}

/** Longest thing that is written in one piece, text and bytes aside. */
const LONGEST = 8

/** A writer without a byte; `size` is a first guess. */
export function byteWriter(size: number): ByteWriter {
  let all = new Uint8Array(Math.max(size, 64))
  let view = new DataView(all.buffer)
  let at = 0

  const reserve = (more: number): void => {
    if (at + more <= all.length) return
    const grown = new Uint8Array(Math.max(all.length * 2, at + more))
    grown.set(all)
    all = grown
    view = new DataView(all.buffer)
  }
  const varint = (value: number): void => {
    reserve(LONGEST)
    let rest = value
    while (rest > 127) {
      all[at++] = (rest & 127) | 128
      rest >>>= 7
    }
    all[at++] = rest
  }

  return {
    byte(value) {
      reserve(LONGEST)
      all[at++] = value
    },
    u32(value) {
      reserve(LONGEST)
      view.setUint32(at, value, true)
      at += 4
    },
    varint,
    f32(value) {
      reserve(LONGEST)
      view.setFloat32(at, value, true)
      at += 4
    },
    text(value) {
      varint(value.length)
      for (let i = 0; i < value.length; i++) varint(value.charCodeAt(i))
    },
    bytes(value) {
      reserve(value.length)
      all.set(value, at)
      at += value.length
    },
    done: () => all.slice(0, at),
  }
}
