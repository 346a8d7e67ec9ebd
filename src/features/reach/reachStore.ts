import { createStore, type StoreApi } from 'zustand/vanilla'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import type { Detail, Screen } from '#src/state/screen.ts'
import type { WatchState } from '#src/state/watchStore.ts'

/** What was told of the services so far, by name. A map that changed is another map. */
export type ReachState = { readonly details: ReadonlyMap<string, Detail> }

/** Asks the worker for the endpoints of every service, a few at a time. */
export type Reach = {
  readonly store: StoreApi<ReachState>
  /** Begins to ask. Returns how to stop. */
  readonly start: () => () => void
}

/** Questions that wait for an answer at the same time. */
const AT_ONCE = 4
/** Services that are asked about again within one tick of the page. */
const AGAIN_A_TICK = 10
/** A service that is not well is asked about again after so long, if its row changed; a well one later. */
const TROUBLED_AFTER: DurationMs = seconds(3)
const WELL_AFTER: DurationMs = seconds(20)

type Row = NonNullable<ReturnType<WatchState['rows']['get']>>
type Asked = { readonly at: EpochMs; readonly row: Row }

function isDue(row: Row, asked: Asked | undefined, now: EpochMs): boolean {
  if (asked === undefined) return true
  const after = row.light === 'green' ? WELL_AFTER : TROUBLED_AFTER
  return asked.row !== row && now - asked.at >= after
}

/** Never asked before asked long ago, and among those who were never asked the worst first. */
function dueNow(rows: WatchState['rows'], asked: ReadonlyMap<string, Asked>, now: EpochMs): string[] {
  const due = [...rows.values()].filter((row) => isDue(row, asked.get(row.name), now))
  const first = due
    .filter(({ name }) => !asked.has(name))
    .toSorted((a, b) => lightRank(a.light) - lightRank(b.light))
  const again = due
    .filter(({ name }) => asked.has(name))
    .toSorted((a, b) => (asked.get(a.name)?.at ?? 0) - (asked.get(b.name)?.at ?? 0))
  return [...first, ...again.slice(0, AGAIN_A_TICK)].map(({ name }) => name)
}

/** Details of all services, the troubled ones first; told to the page in batches, at most once a tick. */
export function createReach({ watch, ticker, detail }: Pick<Screen, 'watch' | 'ticker' | 'detail'>): Reach {
  const store = createStore<ReachState>(() => ({ details: new Map() }))
  const told = new Map<string, Detail>()
  const asked = new Map<string, Asked>()
  let queue: string[] = []
  const waiting = new Set<string>()
  let isNew = false
  let isOn = false

  const publish = (): void => {
    if (!isNew) return
    isNew = false
    store.setState({ details: new Map(told) })
  }
  const ask = async (name: string, row: Row): Promise<void> => {
    waiting.add(name)
    asked.set(name, { at: ticker.now(), row })
    const found = await detail(name).catch(() => null)
    waiting.delete(name)
    if (found === null) told.delete(name)
    else told.set(name, found)
    isNew = true
    if (!isOn) return
    pump()
    if (waiting.size === 0) publish()
  }
  const pump = (): void => {
    const { rows } = watch.getState()
    while (waiting.size < AT_ONCE && queue.length > 0) {
      const name = queue.shift() ?? ''
      const row = rows.get(name)
      if (row !== undefined && !waiting.has(name)) void ask(name, row)
    }
  }
  const look = (): void => {
    const { rows } = watch.getState()
    for (const name of [...told.keys(), ...asked.keys()]) {
      if (rows.has(name)) continue
      isNew = told.delete(name) || isNew
      asked.delete(name)
    }
    publish()
    queue = dueNow(rows, asked, ticker.now())
    pump()
  }
  return {
    store,
    start: () => {
      isOn = true
      look()
      const stops = [
        ticker.subscribe(look),
        watch.subscribe((state, before) => {
          if (state.rows.size !== before.rows.size) look()
        }),
      ]
      return () => {
        isOn = false
        for (const stop of stops) stop()
      }
    },
  }
}
