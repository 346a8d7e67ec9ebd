/** Some of a fixed list of values, which come and go, in order of size: each step takes as long as the list has digits. */
export type RankedSet = {
  /** Adds the value with this index of the list, or takes it out again. */
  move(index: number, by: 1 | -1): void
  /** The `k`-th smallest of those that are there, from 0; NaN where there are fewer. */
  at(k: number): number
}

/** None of the values is there yet. Kept as sums over their ranks (Fenwick, "A new data structure for cumulative frequency tables"). */
export function rankedSet(values: Float64Array): RankedSet {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = new Uint32Array(values.length)
  for (const [rank, index] of order.entries()) ranks[index] = rank
  const sums = new Int32Array(values.length + 1)
  const top = 2 ** Math.floor(Math.log2(Math.max(1, values.length)))
  return {
    move(index, by) {
      for (let i = (ranks[index] ?? 0) + 1; i < sums.length; i += i & -i) sums[i] = (sums[i] ?? 0) + by
    },
    at(k) {
      let [rank, left] = [0, k + 1]
      for (let half = top; half > 0; half >>= 1) {
        const sum = sums[rank + half] ?? Infinity
        if (sum >= left) continue
        rank += half
        left -= sum
      }
      return values[order[rank] ?? -1] ?? Number.NaN
    },
  }
}
