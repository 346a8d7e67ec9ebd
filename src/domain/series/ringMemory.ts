/** What a ring keeps its bins in: mean, low and high of each in `values`, how many values fell into it in `count`. */
export type RingArrays = { readonly values: Float32Array; readonly count: Uint16Array }

/** Bins in a block of memory at most: some 600 KB. */
const BLOCK_BINS = 46_000

/** Rings in the first block; each later one has room for twice as many, so that a small fleet takes little. */
const FIRST_RINGS = 16

/**
 * Lends rings their arrays. Those of some lengths are cut from large blocks: an own block for each ring would cost a
 * month's loading a fifth of its time, a young series half of its memory, and keep the garbage collector busy.
 */
export type RingMemory = {
  /** Arrays for a ring of so many bins, its counts 0. */
  take(bins: number): RingArrays
  /** Whoever took them has no more use for them: they go to the next ring of that length. */
  give(arrays: RingArrays): void
}

/** Arrays of one length that nobody uses, and how many rings the next block is for. */
type Free = { readonly arrays: RingArrays[]; rings: number }

/** Memory that has blocks for rings of these lengths; it takes a block when one is needed, and keeps it. */
export function ringMemory(lengths: readonly number[]): RingMemory {
  const free = new Map<number, Free>(lengths.map((bins) => [bins, { arrays: [], rings: FIRST_RINGS }]))

  return {
    take(bins) {
      const ofLength = free.get(bins)
      if (ofLength?.arrays.length === 0) cutBlock(bins, ofLength)
      const taken = ofLength?.arrays.pop() ?? ownArrays(bins)
      taken.count.fill(0)
      return taken
    },
    give(arrays) {
      free.get(arrays.count.length)?.arrays.push(arrays)
    },
  }
}

const ownArrays = (bins: number): RingArrays => ({
  values: new Float32Array(3 * bins),
  count: new Uint16Array(bins),
})

/** Cuts a new block into arrays, so that the first of it is the last in the list. */
function cutBlock(bins: number, into: Free): void {
  const rings = Math.max(1, Math.min(into.rings, Math.floor(BLOCK_BINS / bins)))
  into.rings *= 2
  const { values, count } = ownArrays(rings * bins)
  for (let i = rings - 1; i >= 0; i--) {
    const ofRing = values.subarray(3 * bins * i, 3 * bins * (i + 1))
    into.arrays.push({ values: ofRing, count: count.subarray(bins * i, bins * (i + 1)) })
  }
}
