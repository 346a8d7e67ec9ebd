import type { EpochMs } from '#src/domain/time/units.ts'
import { CLOSE_BRACE, HASH, isBlank, OPEN_BRACE, skipBlanks, skipToBlank } from './ascii.ts'
import type { Known } from './byteMemo.ts'
import type { Labels } from './exposition.ts'
import { LabelReader } from './labelReader.ts'
import { NO_LABELS } from './labelSet.ts'
import type { LineMemo } from './lineMemo.ts'
import { readNumber } from './readNumber.ts'
import { hashBytes } from './wordScan.ts'

/** How timestamps are written; `guess` goes by their size. */
export type TimestampUnit = 'ms' | 's' | 'guess'

// 10^11 ms is the year 1973 and 10^11 s the year 5138: no scrape lies on the other side of either.
const LARGEST_SECONDS = 1e11

/** Reads what stands behind the name in one sample line after another. */
export class SampleReader {
  /** What the last call of `read` has read. */
  labels: Labels = NO_LABELS
  value = 0
  at: EpochMs | null = null
  /** The metric's name where it stands quoted among the labels. */
  quotedName: string | null = null
  /** Why the line is bad, and at which index, where `read` answered false. */
  reason = ''
  reasonAt = 0
  private readonly memo: LineMemo
  private readonly labelReader: LabelReader
  private readonly unit: TimestampUnit

  constructor(memo: LineMemo, unit: TimestampUnit) {
    this.memo = memo
    this.labelReader = new LabelReader(memo)
    this.unit = unit
  }

  /** Reads from behind the name at `from` to the end of the line at `end` (its trailing blanks left out). */
  read(view: DataView, from: number, end: number, named: boolean): boolean {
    this.quotedName = null
    const start = skipBlanks(view, from, end)
    const valueFrom = this.block(view, start, end, named)
    if (valueFrom < 0) return false
    const at = skipBlanks(view, valueFrom, end)
    if (at === end) return this.fault(end, 'the value is missing')
    if (at === from) return this.fault(at, 'a blank is missing behind the name')
    const valueTo = skipToBlank(view, at, end)
    const value = readNumber(view, at, valueTo)
    if (value === null) return this.fault(at, 'the value is not a number')
    this.value = value
    this.at = null
    return valueTo === end || this.rest(view, skipBlanks(view, valueTo, end), end)
  }

  // The index behind the label block, `from` if there is none, -1 if it is bad.
  private block(view: DataView, from: number, end: number, named: boolean): number {
    if (from >= end || view.getUint8(from) !== OPEN_BRACE) {
      this.labels = NO_LABELS
      return from
    }
    if (!named) return this.newBlock(view, from, end)
    const known = this.memo.blocks.foresee(view, from) ?? this.lookUp(view, from, end)
    if (known === null) return this.newBlock(view, from, end)
    this.labels = known.value
    return from + known.length
  }

  // A block that is read without fault is kept, to be found at once when it comes again. Null: it is faulty.
  private lookUp(view: DataView, from: number, end: number): Known<Labels> | null {
    const { labelReader } = this
    const { blocks } = this.memo
    const guess = blocks.hasRoom() ? likelyBlockEnd(view, from, end) : -1
    const guessHash = guess < 0 ? 0 : hashBytes(view, from, guess)
    const guessed = guess < 0 ? undefined : blocks.find(guessHash, view, from, guess)
    if (guessed !== undefined) return guessed
    const to = labelReader.read(view, from, end)
    if (to < 0 || labelReader.quotedName !== null) return null
    if (to === guess || !blocks.hasRoom()) return blocks.keep(guessHash, view, from, to, labelReader.labels)
    const hash = hashBytes(view, from, to)
    return blocks.find(hash, view, from, to) ?? blocks.keep(hash, view, from, to, labelReader.labels)
  }

  private newBlock(view: DataView, from: number, end: number): number {
    const reader = this.labelReader
    const blockTo = reader.read(view, from, end)
    if (blockTo < 0) {
      this.fault(reader.reasonAt, reader.reason)
      return -1
    }
    this.labels = reader.labels
    this.quotedName = reader.quotedName
    return blockTo
  }

  // A timestamp, an exemplar (` # {…} …`, left out), or both.
  private rest(view: DataView, from: number, end: number): boolean {
    if (view.getUint8(from) === HASH) return true
    const to = skipToBlank(view, from, end)
    const time = readNumber(view, from, to)
    if (time === null || !Number.isFinite(time)) return this.fault(from, 'the timestamp is not a number')
    this.at = this.inSeconds(time) ? Math.round(time * 1000) : Math.round(time)
    const behind = skipBlanks(view, to, end)
    if (behind < end && view.getUint8(behind) !== HASH) {
      return this.fault(behind, 'there is more behind the timestamp')
    }
    return true
  }

  private inSeconds(time: number): boolean {
    return this.unit === 's' || (this.unit === 'guess' && Math.abs(time) < LARGEST_SECONDS)
  }

  private fault(at: number, reason: string): false {
    this.reasonAt = at
    this.reason = reason
    return false
  }
}

// Seen from the line's end: the `}` before the value, or before value and timestamp. It may be another one
// (of an exemplar, of a label value), so it only serves to look a block up that has been read from its front
// before.
const likelyBlockEnd = (view: DataView, from: number, end: number): number => {
  let at = end
  for (let token = 0; token < 2; token += 1) {
    while (at > from && !isBlank(view.getUint8(at - 1))) at -= 1
    while (at > from && isBlank(view.getUint8(at - 1))) at -= 1
    if (at > from && view.getUint8(at - 1) === CLOSE_BRACE) return at
  }
  return -1
}
