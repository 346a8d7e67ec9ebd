import { historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { driftStore } from '#src/domain/slope/driftStore.ts'
import { days, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { exportHistory } from '#src/engine/history/historyFile.ts'
import { historyKeeper } from '#src/engine/history/historyKeeper.ts'
import type { Kept, Wanted } from '#src/engine/history/kept.ts'
import { indexedDbStore } from '#src/engine/indexedDbStore.ts'
import type { Database, StorePort } from '#src/engine/ports.ts'
import type { HistoryFigures } from './historyFigures.ts'

/*
 * Runs in a worker of a real browser: stores a month of 150 pods with 15 signals each, and loads it again.
 */

const PODS = 150
const SIGNALS = 15
/** Signals whose slope is judged. */
const JUDGED = 9
const URL = 'http://bench.test/fleet.json'
const NOW: EpochMs = Date.UTC(2026, 10, 20, 8, 30)

const NAMES = Array.from({ length: PODS * SIGNALS }, (_, i) => {
  const pod = Math.floor(i / SIGNALS)
  return seriesName(
    `service-${Math.floor(pod / 3)}`,
    `service-${Math.floor(pod / 3)}-7d4b9c-${pod}`,
    `signal${i % SIGNALS}`,
  )
})
const JUDGED_NAMES = new Set(NAMES.filter((_, i) => i % SIGNALS < JUDGED))

const WANTED: Wanted = {
  wants: () => true,
  slope: (name) => (JUDGED_NAMES.has(name) ? { kind: 'gauge', limit: 1e9 } : null),
}

const valueAt = (series: number, t: EpochMs): number =>
  1e6 * (1 + series) + 1e5 * Math.sin(t / 3e6 + series) + 1e4 * Math.sin(t * (series + 1))

const nothingKept = (): Kept => ({ histories: historyBook(), drifts: driftStore(), marks: markBook() })

function observe({ histories }: Kept, from: EpochMs, to: EpochMs, step: number): void {
  for (const [i, name] of NAMES.entries())
    for (let t = from; t < to; t += step) histories.remember(name, t, valueAt(i, t))
}

/** Every call of `pause` ends a slice of work: how long the longest was. */
type Clocked = StorePort & {
  readonly longest: () => number
  readonly bytes: () => number
  readonly reset: () => void
}

function clocked(store: StorePort): Clocked {
  let began = performance.now()
  let longest = 0
  let bytes = 0
  const end = (): void => {
    longest = Math.max(longest, performance.now() - began)
  }
  const begin = <T>(value: T): T => {
    began = performance.now()
    return value
  }
  const around = (db: Database): Database => ({
    close: () => db.close(),
    keys: () => (end(), db.keys().then(begin)),
    read: (key) => db.read(key).then(begin),
    write: (changes) => {
      for (const value of changes.put.values()) bytes += value instanceof Uint8Array ? value.length : 0
      const written = db.write(changes)
      end()
      return written.then(begin)
    },
  })
  return {
    open: async (name) => {
      const opened = await store.open(name)
      return opened.ok ? { ok: true, value: around(opened.value) } : opened
    },
    usage: () => store.usage(),
    pause: () => (end(), store.pause().then(begin)),
    longest: () => longest,
    bytes: () => bytes,
    reset: () => {
      began = performance.now()
      longest = 0
      bytes = 0
    },
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function fill(store: StorePort): Promise<void> {
  const keeper = historyKeeper(store, URL, (notice) => postMessage({ notice }))
  const kept = nothingKept()
  await keeper.load(kept, WANTED, NOW)
  observe(kept, NOW - days(28), NOW - days(1), hours(1))
  observe(kept, NOW - days(1), NOW, minutes(1))
  for (let t = NOW - minutes(40); t < NOW; t += seconds(30))
    for (const [i, name] of NAMES.entries())
      if (JUDGED_NAMES.has(name)) kept.drifts.push(name, { kind: 'gauge', limit: 1e9 }, t, valueAt(i, t))
  // Each save writes a few of the past hours and days; the tenth minute brings the state of the drift test.
  for (let minute = 0; minute < 20; minute++) await keeper.save(kept, NOW + minutes(minute))
  keeper.stop()
}

async function measureLoad(store: Clocked, wanted: Wanted) {
  const keeper = historyKeeper(store, URL, (notice) => postMessage({ notice }))
  const kept = nothingKept()
  store.reset()
  const time = await timed(() => keeper.load(kept, wanted, NOW + minutes(20)))
  return { kept, keeper, time, slice: store.longest() }
}

/** What the browser alone takes to hand over all records. */
async function measureReading(store: StorePort): Promise<number> {
  const opened = await store.open(`morning-check history of ${URL}`)
  if (!opened.ok) throw new Error(opened.error.detail)
  const db = opened.value
  const keys = await db.keys()
  const time = await timed(() => Promise.all(keys.ok ? keys.value.map((key) => db.read(key)) : []))
  db.close()
  return time
}

async function measure(): Promise<HistoryFigures> {
  const real = indexedDbStore()
  if (real === null) throw new Error('this browser has no IndexedDB')
  const store = clocked(real)
  await fill(store)
  const first = await measureLoad(store, WANTED)
  const histories = await measureLoad(store, { ...WANTED, slope: () => null })
  const loadReading = await measureReading(real)
  const { kept, keeper, time, slice } = await measureLoad(store, WANTED)

  const minuteTimes: number[] = []
  let now = NOW + minutes(20)
  store.reset()
  for (; now < NOW + minutes(29); now += minutes(1)) {
    observe(kept, now, now + minutes(1), seconds(15))
    minuteTimes.push(await timed(() => keeper.save(kept, now)))
  }
  const [minuteSlice, bytesOfMinute] = [store.longest(), store.bytes() / minuteTimes.length]
  store.reset()
  now = NOW + minutes(31)
  const hourWrite = await timed(() => keeper.save(kept, now))
  const hourSlice = store.longest()

  const { series, bytes } = kept.histories.size()
  let file = new Uint8Array()
  const exportTime = await timed(async () => {
    file = await exportHistory(kept, real.pause)
  })
  return {
    series,
    load: first.time,
    loadAgain: time,
    loadSlice: slice,
    loadHistories: histories.time,
    loadReading,
    minuteWrite: median(minuteTimes),
    minuteSlice,
    hourWrite,
    hourSlice,
    bytesInMemory: bytes / series,
    bytesOfDrifts: kept.drifts.size().bytes / kept.drifts.size().series,
    bytesOfMinute,
    bytesStored: ((await real.usage()) ?? Number.NaN) / series,
    exportTime,
    exportBytes: file.length,
  }
}

measure().then(
  (figures) => postMessage({ figures }),
  (error: unknown) => postMessage({ error: String(error) }),
)
