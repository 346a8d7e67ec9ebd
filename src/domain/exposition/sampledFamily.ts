import type { KeptLine, KeptLines } from './keptLines.ts'
import { MOST_LABELS, type LabelScan } from './labelScan.ts'
import { unescapeText } from './quotedText.ts'
import { decodeUtf8 } from './utf8.ts'
import { hashBytes } from './wordScan.ts'

const EXAMPLES = 3
const LONGEST_EXAMPLE = 60

/** Labels that only say which line of a series one is. */
const BUCKETS: ReadonlySet<string> = new Set(['le', 'quantile'])

/** What has to be known of a family whose lines are sampled: its labels, and some lines to take examples from. */
export class SampledFamily {
  readonly index: number
  /** Of its labels, in the order in which they were met. */
  readonly names: string[] = []
  private readonly hashes: number[] = []
  private readonly buckets: boolean[] = []
  private readonly kept: KeptLine[] = []
  private taken = 0

  constructor(index: number) {
    this.index = index
  }

  /**
   * The place of the label whose name stands from `from` to `to`; `likely`: where it was in the line before. -1 if the
   * family has too many.
   */
  columnOf(likely: number, view: DataView, from: number, to: number): number {
    const hash = hashBytes(view, from, to)
    if (this.hashes[likely] === hash) return likely
    const known = this.hashes.indexOf(hash)
    if (known >= 0 || this.names.length === MOST_LABELS) return known
    const name = decodeUtf8(view, from, to)
    this.hashes.push(hash)
    this.buckets.push(BUCKETS.has(name))
    return this.names.push(name) - 1
  }

  /** Whether a label only says which line of a series one is. */
  isBucket(label: number): boolean {
    return this.buckets[label] === true
  }

  /** Keeps the first sampled line, the second, the fourth, … : near each other and far apart. */
  keep(lines: KeptLines, view: DataView, from: number, to: number): void {
    this.taken += 1
    if ((this.taken & (this.taken - 1)) === 0) this.kept.push(lines.add(view, from, to))
  }

  /** Different values of a label as they stand in kept lines: at most three, of at most 60 characters each. */
  examples(label: string, { view }: KeptLines, scan: LabelScan): readonly string[] {
    const values = new Set<string>()
    for (const { from, to } of this.kept) {
      scan.read(view, from, to)
      const value = valueOf(label, view, scan)
      if (value !== '') values.add(shortened(value))
      if (values.size === EXAMPLES) break
    }
    return [...values]
  }
}

const valueOf = (label: string, view: DataView, scan: LabelScan): string => {
  for (let i = 0; i < scan.count; i += 1) {
    if (decodeUtf8(view, scan.nameFrom[i] ?? 0, scan.nameTo[i] ?? 0) !== label) continue
    return unescapeText(decodeUtf8(view, scan.valueFrom[i] ?? 0, scan.valueTo[i] ?? 0))
  }
  return ''
}

const shortened = (value: string): string => {
  if (value.length <= LONGEST_EXAMPLE) return value
  const characters = Array.from(value)
  return characters.length <= LONGEST_EXAMPLE
    ? value
    : `${characters.slice(0, LONGEST_EXAMPLE - 1).join('')}…`
}
