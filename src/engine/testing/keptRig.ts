import { historyBetween } from '#src/domain/series/history.ts'
import { historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { driftStore } from '#src/domain/slope/driftStore.ts'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { type HistoryKeeper, historyKeeper } from '#src/engine/history/historyKeeper.ts'
import type { Kept, Wanted } from '#src/engine/history/kept.ts'
import type { StorePort } from '#src/engine/ports.ts'

/** One session: what it remembers, and its keeper. */
export type KeptRig = {
  readonly kept: Kept
  readonly keeper: HistoryKeeper
  readonly notices: HistoryNotice[]
  /** Watches two pods from `from` to `to`, saving every minute, as the watch does. */
  watch(from: EpochMs, to: EpochMs): Promise<void>
  /** The means of all bins of a series, each with its minute. */
  told(name: string): (readonly [t: EpochMs, mean: number])[]
  /** The same without the newest bin: the last half minute of it is not stored yet. */
  settled(name: string): (readonly [t: EpochMs, mean: number])[]
}

const SLOPED = { kind: 'gauge', limit: 1e6 } as const
export const ALL_WANTED: Wanted = { wants: () => true, slope: () => SLOPED }

export const LEAKS = seriesName('orders', 'orders-1', 'memory')
export const STILL = seriesName('orders', 'orders-2', 'memory')

/** What the leaking pod shows at a time. */
export const leakAt = (t: EpochMs): number => 100 + (10 * (t - Date.UTC(2026, 10, 20))) / hours(1)

/** A session that has loaded what is stored. */
export async function keptRig(
  store: StorePort | null,
  now: EpochMs,
  wanted: Wanted = ALL_WANTED,
  isAsleep: () => boolean = () => false,
): Promise<KeptRig> {
  const notices: HistoryNotice[] = []
  const keeper = historyKeeper(
    store,
    'http://home.test/fleet.json',
    (notice) => notices.push(notice),
    isAsleep,
  )
  const kept: Kept = {
    histories: historyBook(),
    drifts: driftStore(),
    marks: markBook(),
    lights: lightBook(),
  }
  await keeper.load(kept, wanted, now)
  const told: KeptRig['told'] = (name) => {
    const history = kept.histories.get(name)
    return history === null
      ? []
      : historyBetween(history, 0, Infinity).map(({ t, mean }) => [t, mean] as const)
  }
  return {
    kept,
    keeper,
    notices,
    async watch(from, to) {
      for (let t = from; t < to; t += seconds(30)) {
        for (const [name, value] of [[LEAKS, leakAt(t)] as const, [STILL, 7] as const]) {
          kept.histories.remember(name, t, value)
          kept.drifts.push(name, SLOPED, t, value)
        }
        if ((t - from) % minutes(1) === 0) await keeper.save(kept, t)
      }
    },
    told,
    settled: (name) => told(name).slice(0, -1),
  }
}
