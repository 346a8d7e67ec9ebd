/** More series of one pod are not shown one by one. */
const MOST_IN_ALL = 5000

/**
 * How many series of each family are shown: all, up to `most` a family; where those are more than 5,000 together, `most` is
 * lowered for all alike until they fit, so that a family at the end of a page is not left out for one at its beginning.
 * Where there are more families than that, the first ones show one series each.
 */
export function shownCounts(sizes: readonly number[], most: number, inAll = MOST_IN_ALL): readonly number[] {
  let left = inAll
  let cap = most
  const ascending = sizes.toSorted((a, b) => a - b)
  for (const [at, size] of ascending.entries()) {
    const fair = Math.floor(left / (ascending.length - at))
    if (size > fair) {
      cap = Math.min(most, fair)
      break
    }
    left -= Math.min(size, most)
  }
  if (cap > 0) return sizes.map((size) => Math.min(size, cap))
  let ones = inAll
  return sizes.map((size) => (size > 0 && ones-- > 0 ? 1 : 0))
}
