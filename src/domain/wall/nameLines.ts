/** How wide a character is, as a share of the type's size. */
export type CharWidth = (char: string) => number

/** A name is set on up to so many lines. */
export const MOST_LINES = 3

/** A name, and how wide it is in all ways to set it. Widths are shares of the type's size. */
export type MeasuredName = {
  readonly name: string
  readonly chars: readonly string[]
  /** The width of all before each character, and at last of the whole. */
  readonly before: readonly number[]
  /** Where a line may begin. */
  readonly starts: readonly number[]
  /** By number of lines less one: the width of the widest line where it is broken at its best. */
  readonly needs: readonly number[]
  /** The width of the mark of what was left out. */
  readonly ellipsis: number
}

/** What a name may be broken after. */
const SEPARATOR = /[-_./ :]/
const ELLIPSIS = '…'
/** A name of more parts is cut at any rate. */
const MOST_STARTS = 12
/** What sums of widths may differ by. */
const SLACK = 1e-9

/** Where a line may begin: after each separator that is not at an end, and where small letters turn to capitals. */
function startsOf(chars: readonly string[]): readonly number[] {
  const found = [0]
  for (let i = 1; i < chars.length && found.length < MOST_STARTS; i++) {
    const [before = '', here = ''] = [chars[i - 1], chars[i]]
    const turns = /\p{Ll}/u.test(before) && /\p{Lu}/u.test(here)
    if (turns || (SEPARATOR.test(before) && !SEPARATOR.test(here))) found.push(i)
  }
  return found
}

type Sums = Pick<MeasuredName, 'before' | 'starts' | 'chars'>

const widthOf = ({ before }: Pick<Sums, 'before'>, from: number, to: number): number =>
  (before[to] ?? 0) - (before[from] ?? 0)

/** Where lines end that are filled up to a width. A part that is wider stands alone. */
function endsFor(name: Sums, width: number): readonly number[] {
  const { starts, chars } = name
  const ends: number[] = []
  let [from, to] = [0, 0]
  for (let i = 0; i < starts.length; i++) {
    const end = starts[i + 1] ?? chars.length
    if (to > from && widthOf(name, from, end) > width + SLACK) {
      ends.push(to)
      from = to
    }
    to = end
  }
  return [...ends, chars.length]
}

const widestOf = (name: Sums, ends: readonly number[]): number =>
  Math.max(0, ...ends.map((end, i) => widthOf(name, ends[i - 1] ?? 0, end)))

/** The least width that does for each number of lines: one of those that a line can have. */
function needsOf(name: Sums): readonly number[] {
  const { starts, chars } = name
  const ends = [...starts.slice(1), chars.length]
  const widths = starts
    .flatMap((from, i) => ends.slice(i).map((end) => widthOf(name, from, end)))
    .toSorted((a, b) => a - b)
  return Array.from({ length: MOST_LINES }, (_, i) => {
    const least = widths.find((width) => {
      const ends = endsFor(name, width)
      return ends.length <= i + 1 && widestOf(name, ends) <= width + SLACK
    })
    return least ?? widthOf(name, 0, chars.length)
  })
}

/** Measures a name once, for all sizes of type and tiles. */
export function measureName(name: string, charWidth: CharWidth): MeasuredName {
  const chars = Array.from(name)
  const before = [0]
  for (const char of chars) before.push((before.at(-1) ?? 0) + charWidth(char))
  const sums = { chars, before, starts: startsOf(chars) }
  return { name, ...sums, needs: needsOf(sums), ellipsis: charWidth(ELLIPSIS) }
}

/** The last character of those from `from` on that fits into a width: where the next would begin. */
function endWithin(name: MeasuredName, from: number, to: number, width: number): number {
  let end = from
  while (end < to && widthOf(name, from, end + 1) <= width + SLACK) end += 1
  return end
}

/** The first character from which on all up to the end fits into a width. */
function startWithin(name: MeasuredName, from: number, width: number): number {
  const end = name.chars.length
  let start = end
  while (start > from && widthOf(name, start - 1, end) <= width + SLACK) start -= 1
  return start
}

/** A name too long for its lines: its beginning and its end, and before the end the mark of what was left out. */
function cutName(name: MeasuredName, width: number, lines: number): readonly string[] {
  const { chars, ellipsis } = name
  const room = Math.max(0, width - ellipsis)
  if (lines > 1) {
    const end = Math.max(1, endWithin(name, 0, chars.length, width))
    const tail = startWithin(name, end, room)
    return [chars.slice(0, end).join(''), `${tail > end ? ELLIPSIS : ''}${chars.slice(tail).join('')}`]
  }
  // Both ends get half of a single line: names of one family differ at either.
  const tail = startWithin(name, 0, room / 2)
  const head = endWithin(name, 0, tail, room - widthOf(name, tail, chars.length))
  return [`${chars.slice(0, head).join('')}${ELLIPSIS}${chars.slice(tail).join('')}`]
}

/** A name as it stands in a tile. */
export type SetName = { readonly lines: readonly string[]; readonly isCut: boolean; readonly width: number }

/**
 * A name on at most `lines` lines of a width: whole where it can be, on as few lines as will do, broken behind its
 * separators; else cut in the middle, on two lines at the most. The width that comes back is that of its widest line.
 */
export function setName(name: MeasuredName, width: number, lines: number): SetName {
  const { chars, needs } = name
  const n = needs.slice(0, lines).findIndex((need) => need <= width + SLACK)
  if (n === -1) return { lines: cutName(name, width, lines), isCut: true, width }
  const need = needs[n] ?? width
  const ends = endsFor(name, need)
  return {
    lines: ends.map((end, i) => chars.slice(ends[i - 1] ?? 0, end).join('')),
    isCut: false,
    width: need,
  }
}

const NARROW = /[ilj.,:;'|!/ ]/
const SLIM = /[-_rtf()[\]]/
const WIDE = /[mwMWQ…@%]/
const CAPITAL = /\p{Lu}/u

/** About how wide characters are in the semibold sans faces of systems: for where nothing can be measured. */
export function usualCharWidth(char: string): number {
  if (NARROW.test(char)) return 0.34
  if (SLIM.test(char)) return 0.42
  if (WIDE.test(char)) return 0.98
  if (CAPITAL.test(char)) return 0.74
  // Beyond the alphabets of Europe characters are as wide as they are high.
  return (char.codePointAt(0) ?? 0) < 0x2000 ? 0.62 : 1
}
