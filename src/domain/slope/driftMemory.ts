import { BINS_PER_SERIES, LEVELS } from './levels.ts'

/** Numbers of a series that need full precision: times in ms since 1970, slopes, the counter's last value. */
const DOUBLES = [
  /** The first and the last sample's time, and the last sample as it came. NaN: none yet. */
  'firstAt',
  'lastAt',
  'lastRaw',
  /** The last sample's time before the last leap forward, and that of the newest sample refused since. NaN: none. */
  'leaptFrom',
  'refusedAt',
  /** The segment that is judged begins here; nothing is learned before `quarantineEnd`. */
  'segmentStart',
  'quarantineEnd',
  /** Where the segment before a restart began, as long as it may still turn out to go on; else NaN. */
  'pendingStart',
  /** The slope per hour of the segment before, if it drifted; else 0. */
  'slopeBefore',
  /** The drift: slope per hour, and when it began. */
  'driftSlope',
  'driftOnset',
  'nearlyAt',
  'releasedAt',
] as const

const SINGLES = [
  'guardMean',
  'guardSpread',
  'guardRun',
  /** Samples in a row, each later than the one before, that were refused since the last leap. */
  'refusedRun',
  /** Median and spread before a restart; whether the history before it counts. */
  'medianBefore',
  'spreadBefore',
  'ignoreHistory',
  /** The daily curve: six coefficients, and its height from trough to crest; NaN: unknown. */
  'curve0',
  'curve1',
  'curve2',
  'curve3',
  'curve4',
  'curve5',
  'curveHeight',
  /** The drift's level (-1: no drift), its window in bins and in hours, the highest level it reached, its rise. */
  'driftLevel',
  'driftBins',
  'driftHours',
  'driftTop',
  'driftRise',
  /** Why a window almost passed, as a number of `NEARLY`. */
  'nearly',
] as const

type Numbers = Record<(typeof DOUBLES)[number] | (typeof SINGLES)[number], number>

/** The bins of all series: one row of `BINS_PER_SERIES` each; and what there is one of a level, as the open bins. */
export type Bins = {
  readonly mean: Float32Array
  /** Samples in a bin, up to 255. 0: the bin is empty. */
  readonly count: Uint8Array
  /** On the 30-min and 3-h levels: the largest half-minute mean inside the bin. */
  readonly fineHigh: Float32Array
  /** On the 3-h level: the largest half-hour mean inside the bin. */
  readonly coarseHigh: Float32Array
  readonly openSum: Float64Array
  readonly openCount: Uint32Array
  /** Number of the open bin, counted from 1970; -1: none. */
  readonly openBin: Int32Array
  readonly openFineHigh: Float32Array
  readonly openCoarseHigh: Float32Array
  /** Windows in a row that passed the test for a drift. */
  readonly passes: Uint8Array
}

/** One series in the shared memory: its numbers read and write through to the arrays. */
export type Series = Numbers & {
  readonly bins: Bins
  /** Which series it is. */
  slot: number
}

/** Bins of the 30-min and 3-h levels, which keep highs. */
const HIGH_BINS = LEVELS[2].bins + LEVELS[3].bins
export const HIGHS_PER_SERIES = HIGH_BINS

/** The memory of all series, and a cursor over it. */
export type DriftMemory = {
  readonly capacity: number
  /** Moves the cursor to a series. There is one cursor: it is valid until the next call. */
  at(slot: number): Series
  /** Makes a slot new. */
  clear(slot: number): void
}

const bytesOf = (bins: Bins): number => Object.values(bins).reduce((sum, array) => sum + array.byteLength, 0)

function makeBins(capacity: number): Bins {
  return {
    mean: new Float32Array(capacity * BINS_PER_SERIES),
    count: new Uint8Array(capacity * BINS_PER_SERIES),
    fineHigh: new Float32Array(capacity * HIGHS_PER_SERIES),
    coarseHigh: new Float32Array(capacity * LEVELS[3].bins),
    openSum: new Float64Array(capacity * LEVELS.length),
    openCount: new Uint32Array(capacity * LEVELS.length),
    openBin: new Int32Array(capacity * LEVELS.length),
    openFineHigh: new Float32Array(capacity * 2),
    openCoarseHigh: new Float32Array(capacity),
    passes: new Uint8Array(capacity * LEVELS.length),
  }
}

/** What one series takes, in bytes. */
export const BYTES_PER_SERIES = bytesOf(makeBins(1)) + DOUBLES.length * 8 + SINGLES.length * 4

/** Where the cursors read and write. */
type Rows = { readonly doubles: Float64Array; readonly singles: Float32Array; slot: number }

type Through = PropertyDescriptor & ThisType<Rows>

/** A number that stands at `offset` in each series' row. One function for each array: a machine reads what it knows. */
const throughDoubles = (offset: number): Through => ({
  get() {
    return this.doubles[this.slot * DOUBLES.length + offset] ?? Number.NaN
  },
  set(value: number) {
    this.doubles[this.slot * DOUBLES.length + offset] = value
  },
})

const throughSingles = (offset: number): Through => ({
  get() {
    return this.singles[this.slot * SINGLES.length + offset] ?? Number.NaN
  },
  set(value: number) {
    this.singles[this.slot * SINGLES.length + offset] = value
  },
})

/** All cursors share one prototype, so that a number's place is compiled in where it is read. */
const CURSOR: object = Object.defineProperties(
  {},
  Object.fromEntries([
    ...DOUBLES.map((name, offset) => [name, throughDoubles(offset)] as const),
    ...SINGLES.map((name, offset) => [name, throughSingles(offset)] as const),
  ]),
)

function isCursor(value: object): value is Series {
  return Object.getPrototypeOf(value) === CURSOR
}

/**
 * Memory for `capacity` series, `BYTES_PER_SERIES` each, in a few large arrays: an object per series would take three
 * times as much, and keep the garbage collector busy.
 */
export function driftMemory(capacity: number): DriftMemory {
  const doubles = new Float64Array(capacity * DOUBLES.length)
  const singles = new Float32Array(capacity * SINGLES.length)
  const bins = makeBins(capacity)
  const series: object = Object.assign(Object.create(CURSOR), { doubles, singles, bins, slot: 0 })
  if (!isCursor(series)) throw new TypeError('a cursor without its prototype')
  const memory: DriftMemory = {
    capacity,
    at: (slot) => {
      series.slot = slot
      return series
    },
    clear: (slot) => {
      doubles.fill(Number.NaN, slot * DOUBLES.length, (slot + 1) * DOUBLES.length)
      singles.fill(0, slot * SINGLES.length, (slot + 1) * SINGLES.length)
      bins.count.fill(0, slot * BINS_PER_SERIES, (slot + 1) * BINS_PER_SERIES)
      bins.openBin.fill(-1, slot * LEVELS.length, (slot + 1) * LEVELS.length)
      bins.openFineHigh.fill(-Infinity, slot * 2, slot * 2 + 2)
      bins.openCoarseHigh[slot] = -Infinity
      bins.passes.fill(0, slot * LEVELS.length, (slot + 1) * LEVELS.length)
      Object.assign(memory.at(slot), {
        slopeBefore: 0,
        curveHeight: Number.NaN,
        driftLevel: -1,
        guardMean: Number.NaN,
      })
    },
  }
  for (let slot = 0; slot < capacity; slot++) memory.clear(slot)
  return memory
}

/** What a row is made of, in the order of `rowOf`: another text is another layout. */
export const ROW_LAYOUT: string = JSON.stringify([
  DOUBLES,
  SINGLES,
  LEVELS,
  Object.entries(makeBins(1)).map(([name, array]) => [name, array.BYTES_PER_ELEMENT, array.length]),
])

/** All that is known of one series: its bytes in each array, as views; `BYTES_PER_SERIES` together. */
export function rowOf(memory: DriftMemory, slot: number): readonly Uint8Array[] {
  const series = memory.at(slot)
  const numbers = hasNumbers(series) ? [series.doubles, series.singles] : []
  return [...numbers, ...Object.values(series.bins)].map(({ buffer, byteOffset, byteLength }) => {
    const width = byteLength / memory.capacity
    return new Uint8Array(buffer, byteOffset + slot * width, width)
  })
}

const hasNumbers = (series: object): series is Rows => 'doubles' in series && 'singles' in series
