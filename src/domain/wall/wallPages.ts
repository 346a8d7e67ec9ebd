import { isRedRank, type TileRank } from './tileRank.ts'

type Tile = { readonly rank: TileRank }

/** More pages than this would show a red service too seldom: then red ones have pages of their own. */
const MOST_WITH_RED = 12

/** The most of `of` for which `fits` holds, which goes on holding for fewer. */
function most(of: number, fits: (n: number) => boolean): number {
  let [low, high] = [0, of]
  while (low < high) {
    const n = Math.ceil((low + high) / 2)
    if (fits(n)) low = n
    else high = n - 1
  }
  return low
}

/** Cuts a list into so many parts that differ by one at the most. */
function shares<T>(list: readonly T[], parts: number): readonly (readonly T[])[] {
  const at = (i: number): number => Math.round((i * list.length) / parts)
  return Array.from({ length: parts }, (_, i) => list.slice(at(i), at(i + 1)))
}

/** Deals a list out to as few pages as do, each beginning with `always`. */
function dealt<T extends Tile>(
  always: readonly T[],
  list: readonly T[],
  fits: (tiles: readonly T[]) => boolean,
): readonly (readonly T[])[] {
  const room = most(list.length, (n) => fits([...always, ...list.slice(0, n)]))
  for (let n = Math.ceil(list.length / Math.max(1, room)); n < list.length; n++) {
    const pages = shares(list, n).map((share) => always.concat(share))
    if (pages.every(fits)) return pages
  }
  return list.map((tile) => always.concat(tile))
}

/**
 * Tiles, the gravest first, on pages: one where all fit, else as few as do, about equally full. What is red is on every
 * page, as nobody may have to wait for it; only where there is so much of it that little else would be left it is dealt
 * out as well. `fits`: whether a page can hold some tiles, of which it can hold fewer too.
 */
export function wallPages<T extends Tile>(
  tiles: readonly T[],
  fits: (tiles: readonly T[]) => boolean,
): readonly (readonly T[])[] {
  if (tiles.length === 0 || fits(tiles)) return [tiles]
  const red = tiles.filter(({ rank }) => isRedRank(rank))
  const others = tiles.filter(({ rank }) => !isRedRank(rank))
  if (others.length > 0 && fits(red.concat(others.slice(0, 1)))) {
    const pages = dealt(red, others, fits)
    if (pages.length <= Math.max(MOST_WITH_RED, dealt([], tiles, fits).length)) return pages
  }
  return dealt([], tiles, fits)
}

/** Which page is shown, and what comes of time and keys. */
export type PageTurn = {
  /** The page that was shown at `at`. */
  readonly from: number
  readonly at: number
  /** False: it stays until somebody turns it. */
  readonly turns: boolean
}

/** The page that is shown at `now` of so many; `rotate` in ms, 0: by hand. */
export function pageAt({ from, at, turns }: PageTurn, now: number, rotate: number, pages: number): number {
  if (pages < 1) return 0
  const turned = turns && rotate > 0 ? Math.floor(Math.max(0, now - at) / rotate) : 0
  return (((from + turned) % pages) + pages) % pages
}

/** How long it takes until the next page comes; null where none does by itself. */
export function untilNextPage(
  { at, turns }: PageTurn,
  now: number,
  rotate: number,
  pages: number,
): number | null {
  if (pages < 2 || !turns || rotate <= 0) return null
  return rotate - (Math.max(0, now - at) % rotate)
}
