import { SCAN_PADDING, sameBytes, wordAt } from './wordScan.ts'

const CHUNK = 1 << 14
const LONGEST_KEY = 1 << 11
const FIRST_SLOTS = 1 << 8
// Keys are some 30 bytes long.
const BYTES_PER_SLOT = 1 << 5

/** What bytes were read as, and how many they are. */
export type Known<T> = { readonly value: T; readonly length: number }

type Entry<T> = Known<T> & {
  /** The entry that was met behind this one last time. */
  next: Entry<T> | null
  readonly hash: number
  readonly keys: DataView
  readonly start: number
}

/**
 * Remembers what bytes were read as, so that a name, a text or a label set that comes again (in the next
 * line, in the next poll) is neither decoded nor allocated again. Keeps at most `limit` bytes of keys (a
 * power of two) and forgets all when they are full; a new entry may also take the place of an older one. A
 * hit is compared byte by byte, never trusted by its hash.
 */
export class ByteMemo<T> {
  private slots = emptySlots<T>(FIRST_SLOTS)
  private mask = FIRST_SLOTS - 1
  private entries = 0
  private readonly limit: number
  private keys = new DataView(new ArrayBuffer(CHUNK + SCAN_PADDING))
  private readonly scratch = new DataView(new ArrayBuffer(LONGEST_KEY + SCAN_PADDING))
  private used = 0
  private filled = 0
  private last: Entry<T> | null = null
  // Bytes that the page being read may still add.
  private budget = 0

  constructor(limit: number) {
    this.limit = limit
  }

  /**
   * To be called for each page: one page may not fill more than half of the memo, lest it push out all
   * others.
   */
  beginPage(): void {
    this.budget = this.limit >> 1
  }

  /** Whether the page being read may add any further key: if not, looking for its new ones is in vain. */
  hasRoom(): boolean {
    return this.budget >= LONGEST_KEY
  }

  /**
   * The entry met last, or the one that came behind it last time, if its bytes stand at `from`: lines of a
   * kind stand together, and a page says things in the same order each time. Only of use where a key's last
   * byte ends it.
   */
  foresee(view: DataView, from: number): Known<T> | null {
    const { last } = this
    if (last === null) return null
    if (isAt(view, from, last)) return last
    const { next } = last
    if (next === null || !isAt(view, from, next)) return null
    this.last = next
    return next
  }

  /** What the bytes from `from` to `to` were read as, if that is still known. */
  find(hash: number, view: DataView, from: number, to: number): Known<T> | undefined {
    const slot = hash & this.mask
    const entry = this.slots[slot]
    if (entry !== undefined && isOf(entry, hash, view, from, to)) return this.follow(entry)
    const beside = this.slots[slot ^ 1]
    return beside !== undefined && isOf(beside, hash, view, from, to) ? this.follow(beside) : undefined
  }

  /** Keeps what the bytes from `from` to `to`, not found before, have been read as. */
  keep(hash: number, view: DataView, from: number, to: number, value: T): Known<T> {
    const length = to - from
    if (length > LONGEST_KEY) return { value, length }
    if (!this.hasRoom()) {
      // Without room it serves as the last one only: of two lines in a row with the same labels, say.
      this.last = { value, length, next: null, hash, keys: this.scratch, start: 0 }
      copyKey(this.last, view, from)
      return this.last
    }
    this.budget -= length
    if (this.used + length + 4 > CHUNK) this.addChunk()
    const entry: Entry<T> = { value, length, next: null, hash, keys: this.keys, start: this.used }
    this.used += length
    copyKey(entry, view, from)
    this.place(entry)
    return this.follow(entry)
  }

  private place(entry: Entry<T>): void {
    if (this.entries > this.mask && this.mask < this.limit / BYTES_PER_SLOT - 1) this.addSlots()
    this.entries += 1
    const slot = entry.hash & this.mask
    this.slots[this.slots[slot] === undefined ? slot : slot ^ 1] = entry
  }

  private addSlots(): void {
    const placed = this.slots
    this.slots = emptySlots(placed.length * 2)
    this.mask = this.slots.length - 1
    this.entries = 0
    for (const entry of placed) if (entry !== undefined) this.place(entry)
  }

  private follow(entry: Entry<T>): Entry<T> {
    if (this.last !== null) this.last.next = entry
    this.last = entry
    return entry
  }

  private addChunk(): void {
    this.filled += CHUNK
    this.used = 0
    if (this.filled >= this.limit) {
      this.slots.fill(undefined)
      this.entries = 0
      this.filled = 0
    }
    this.keys = new DataView(new ArrayBuffer(CHUNK + SCAN_PADDING))
  }
}

const emptySlots = <T>(count: number): (Entry<T> | undefined)[] => Array.from({ length: count })

const isOf = <T>(entry: Entry<T>, hash: number, view: DataView, from: number, to: number): boolean =>
  entry.hash === hash && entry.length === to - from && isAt(view, from, entry)

const isAt = <T>(view: DataView, from: number, { keys, start, length }: Entry<T>): boolean =>
  sameBytes(view, from, keys, start, length)

const copyKey = <T>({ keys, start, length }: Entry<T>, view: DataView, from: number): void => {
  for (let done = 0; done < length; done += 4) keys.setInt32(start + done, wordAt(view, from + done), true)
}
