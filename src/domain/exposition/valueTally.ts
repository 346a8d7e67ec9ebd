import { RARE, type SeenValues } from './distinctValues.ts'

/** Counts how often each of at most 512 different values comes, without an object for each. */
export class ValueTally {
  private values = 0
  private rareValues = 0
  private rareSeen = 0
  private readonly keys = new Int32Array(SLOTS)
  private readonly counts = new Int32Array(SLOTS)

  clear(): void {
    this.keys.fill(0)
    this.values = 0
    this.rareValues = 0
    this.rareSeen = 0
  }

  /** Counts a value by its hash, which must not be 0; answers how often it came so far. */
  add(hash: number): number {
    let slot = hash & MASK
    while (this.keys[slot] !== hash && this.keys[slot] !== 0) slot = (slot + 1) & MASK
    const count = this.keys[slot] === 0 ? 1 : (this.counts[slot] ?? 0) + 1
    this.keys[slot] = hash
    this.counts[slot] = count
    this.note(count)
    return count
  }

  seen(): SeenValues {
    return { values: this.values, rareValues: this.rareValues, rareSeen: this.rareSeen }
  }

  private note(count: number): void {
    if (count === 1) {
      this.values += 1
      this.rareValues += 1
    }
    if (count <= RARE) this.rareSeen += 1
    else if (count === RARE + 1) {
      this.rareValues -= 1
      this.rareSeen -= RARE
    }
  }
}

const SLOTS = 1 << 10
const MASK = SLOTS - 1
