import { historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { driftStore } from '#src/domain/slope/driftStore.ts'
import { days, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { exportHistory } from '#src/engine/history/historyFile.ts'
import { type HistoryKeeper, historyKeeper } from '#src/engine/history/historyKeeper.ts'
import type { Kept, Wanted } from '#src/engine/history/kept.ts'
import { resumeDrifts } from '#src/engine/history/resumeDrifts.ts'
import { indexedDbStore } from '#src/engine/indexedDbStore.ts'
import { type ClockedStore, clockedStore } from './clockedStore.ts'
import { lateness } from './lateness.ts'
import type { SizeFigures, Steps, WriteFigures } from './historyFigures.ts'

/*
 * Runs in a worker of a real browser: stores a month of 150 pods with 15 signals each, and loads it again. One step for
 * each message.
 */

const PODS = 150
const SIGNALS = 15
/** Signals whose slope is judged. */
const JUDGED = 9
const URL = 'http://bench.test/fleet.json'
const NOW: EpochMs = Date.UTC(2026, 10, 20, 8, 30)
const LATER: EpochMs = NOW + minutes(20)

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

function observe({ histories }: Kept, from: EpochMs, to: EpochMs, step: number): void {
  for (const [i, name] of NAMES.entries())
    for (let t = from; t < to; t += step) histories.remember(name, t, valueAt(i, t))
}

/** One session of a watch. */
type Session = { readonly kept: Kept; readonly keeper: HistoryKeeper; readonly store: ClockedStore }

function session(): Session {
  const real = indexedDbStore()
  if (real === null) throw new Error('this browser has no IndexedDB')
  const store = clockedStore(real)
  return {
    store,
    kept: { histories: historyBook(), drifts: driftStore(), marks: markBook(), lights: lightBook() },
    keeper: historyKeeper(store, URL, (notice) => postMessage({ notice })),
  }
}

async function sizes({ kept, store }: Session): Promise<SizeFigures> {
  const { series, bytes } = kept.histories.size()
  const bytesStored = (await store.usage()) ?? Number.NaN
  return { series, bytesOfHistories: bytes, bytesOfDrifts: kept.drifts.size().bytes, bytesStored }
}

async function load({ kept, keeper, store }: Session, wanted: Wanted) {
  store.take()
  const figures = await lateness(() => keeper.load(kept, wanted, LATER))
  return { ...figures, ...store.take() }
}

async function save({ kept, keeper, store }: Session, now: EpochMs): Promise<WriteFigures> {
  store.take()
  const figures = await lateness(() => keeper.save(kept, now))
  return { ...figures, ...store.take() }
}

async function fill(): Promise<SizeFigures> {
  const one = session()
  const { kept, keeper } = one
  await keeper.load(kept, WANTED, NOW)
  observe(kept, NOW - days(28), NOW - days(1), hours(1))
  observe(kept, NOW - days(1), NOW, minutes(1))
  for (let t = NOW - minutes(40); t < NOW; t += seconds(30))
    for (const [i, name] of NAMES.entries())
      if (JUDGED_NAMES.has(name)) kept.drifts.push(name, { kind: 'gauge', limit: 1e9 }, t, valueAt(i, t))
  // Each save writes a few of the past hours and days; the tenth minute brings the state of the drift test.
  for (let now = NOW; now < LATER; now += minutes(1)) {
    observe(kept, now, now + minutes(1), seconds(30))
    await keeper.save(kept, now)
  }
  return sizes(one)
}

async function read(): Promise<Steps['read']> {
  const { store } = session()
  const opened = await store.open(`morning-check history of ${URL}`)
  if (!opened.ok) throw new Error(opened.error.detail)
  const keys = await opened.value.keys()
  const records: unknown[] = []
  const { time } = await lateness(async () => {
    const results = await Promise.all(keys.ok ? keys.value.map((key) => opened.value.read(key)) : [])
    for (const result of results) if (result.ok) records.push(result.value)
  })
  const bytes = records.reduce<number>((sum, one) => sum + (one instanceof Uint8Array ? one.length : 0), 0)
  return { time, records: records.length, bytes }
}

/** The drift test's state as if it had never been stored. */
async function rebuild({ kept, store }: Session): Promise<Steps['rebuild']> {
  const anew = { ...kept, drifts: driftStore() }
  const loaded = {
    names: [...kept.histories.names()],
    rows: new Map(),
    useless: { damaged: [], otherVersion: [], unreadable: [] },
  }
  const { time, longest } = await lateness(() => resumeDrifts(anew, loaded, WANTED, LATER, store.pause))
  return { time: time / JUDGED_NAMES.size, total: time, longest }
}

const current = session()
let now = LATER

const STEPS: { readonly [Step in keyof Steps]: () => Promise<Steps[Step]> } = {
  fill,
  load: async () => ({ ...(await load(current, WANTED)), ...(await sizes(current)) }),
  loadHistories: () => load(current, { ...WANTED, slope: () => null }),
  read,
  async observe() {
    observe(current.kept, now, now + minutes(1), seconds(15))
    now += minutes(1)
    return sizes(current)
  },
  save: () => save(current, now),
  rebuild: () => rebuild(current),
  async export() {
    let bytes = 0
    const { time } = await lateness(async () => {
      bytes = (await exportHistory(current.kept, current.store.pause)).length
    })
    return { time, bytes }
  },
}

function isStep(value: unknown): value is keyof Steps {
  return typeof value === 'string' && Object.hasOwn(STEPS, value)
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isStep(data)) return
  STEPS[data]().then(
    (figures) => postMessage({ figures }),
    (error: unknown) => postMessage({ error: String(error) }),
  )
})
