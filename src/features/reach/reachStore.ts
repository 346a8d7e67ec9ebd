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
const AGAIN_A_TICK = 20
/** Asked about again after so long: what was not asked whole itself, what is not well, and what is. */
const PARTLY_AFTER: DurationMs = seconds(1)
const TROUBLED_AFTER: DurationMs = seconds(3)
const WELL_AFTER: DurationMs = seconds(15)

type Rows = WatchState['rows']
type Row = NonNullable<ReturnType<Rows['get']>>

/** What was told of a service, null where nothing was, and when that was asked for. */
type Asked = { readonly at: EpochMs; readonly told: Detail | null }

const isPartly = (told: Detail | null): boolean =>
  told?.pods.some(({ endpoints }) => endpoints.some(({ at }) => at === null)) ?? true

function askedAfter(row: Row, told: Detail | null): DurationMs {
  if (isPartly(told)) return PARTLY_AFTER
  return row.light === 'green' ? WELL_AFTER : TROUBLED_AFTER
}

/** First who was never asked about, the worst before the others; then who was asked about longest ago. */
function dueNow(rows: Rows, asked: ReadonlyMap<string, Asked>, now: EpochMs): readonly string[] {
  const first: Row[] = []
  const again: { readonly name: string; readonly at: EpochMs }[] = []
  for (const row of rows.values()) {
    const before = asked.get(row.name)
    if (before === undefined) first.push(row)
    else if (now - before.at >= askedAfter(row, before.told)) again.push({ name: row.name, at: before.at })
  }
  return [
    ...first.toSorted((a, b) => lightRank(a.light) - lightRank(b.light)),
    ...again.toSorted((a, b) => a.at - b.at).slice(0, AGAIN_A_TICK),
  ].map(({ name }) => name)
}

/** Details of all services, the troubled ones first; told to the page in batches, at most once a tick. */
export function createReach({ watch, ticker, detail }: Pick<Screen, 'watch' | 'ticker' | 'detail'>): Reach {
  const store = createStore<ReachState>(() => ({ details: new Map() }))
  const asked = new Map<string, Asked>()
  const waiting = new Set<string>()
  let queue: string[] = []
  let isNew = false
  let isOn = false

  const publish = (): void => {
    if (!isNew) return
    isNew = false
    const details = new Map<string, Detail>()
    for (const [name, { told }] of asked) if (told !== null) details.set(name, told)
    store.setState({ details })
  }
  const ask = async (name: string): Promise<void> => {
    const at = ticker.now()
    waiting.add(name)
    asked.set(name, { at, told: asked.get(name)?.told ?? null })
    const told = await detail(name).catch(() => null)
    waiting.delete(name)
    asked.set(name, { at, told })
    isNew = true
    if (!isOn) return
    pump()
    if (waiting.size === 0) publish()
  }
  const pump = (): void => {
    while (waiting.size < AT_ONCE && queue.length > 0) {
      const name = queue.shift() ?? ''
      if (!waiting.has(name)) void ask(name)
    }
  }
  const look = (): void => {
    const { rows } = watch.getState()
    for (const name of asked.keys()) {
      if (!rows.has(name) && !waiting.has(name)) isNew = asked.delete(name) || isNew
    }
    publish()
    queue = [...dueNow(rows, asked, ticker.now())]
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
