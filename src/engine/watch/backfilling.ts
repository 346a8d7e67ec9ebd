import type { Fleet, PrometheusSource } from '#src/domain/fleet/fleet.ts'
import { type HistoryBook, seriesName } from '#src/domain/series/historyBook.ts'
import { COARSE, FINE } from '#src/domain/series/history.ts'
import { days, type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import { type PastLine, pastLine } from '#src/engine/drill/pastLine.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { BackfillState, PastSource } from '#src/engine/protocol.ts'
import type { BackfillOptions, PodRef } from '#src/engine/sources/prometheus/backfill.ts'
import { authorizationOf } from './authorizationOf.ts'
import { judgeAnew } from './judgeAnew.ts'
import { reliving } from './reliving.ts'

/** A source that failed is asked again this much later; one that answered, when there is a hole to fill. */
const AGAIN_AFTER: DurationMs = minutes(10)

/** A computer that slept longer than this has missed something that the source knows. */
const SLEPT: DurationMs = minutes(10)

/** Fleet files that are generated name new pods all the time: their past is asked for no more often than this. */
const NEWCOMERS_EVERY: DurationMs = minutes(1)

/** Fills what is remembered of a fleet from its Prometheus source: after the start, after a sleep, and of pods that join it. */
export type Backfilling = {
  /** To be called with every turn of the watch. */
  turn(watch: Watch): void
  state(): BackfillState | null
  /** Where the past comes from; null where the fleet file names no source, or none that can be asked. */
  source(): PastSource | null
  /**
   * Takes a token for the source that is shown as `shown`, kept in memory only and sent nowhere else, and asks anew; null
   * forgets it. False where nothing was taken: the source is another by now, or the token cannot be sent.
   */
  takeToken(token: string | null, shown: string): boolean
  /** The Authorization header that goes with questions to the source; null: none. */
  authorization(): string | null
  stop(): void
}

/** Where it is asked, in full, and its own address where that is a gateway's path. */
type Address = Pick<PastSource, 'url' | 'shownUrl'>

function addressOf(source: PrometheusSource | null, fleetUrl: string): Address | null {
  if (source === null || !URL.canParse(source.url, fleetUrl)) return null
  return { url: new URL(source.url, fleetUrl).href, shownUrl: source.shownUrl ?? null }
}

/** Behind one path of a gateway there may be another server from now on. */
const sameAddress = (a: Address | null, b: Address | null): boolean =>
  a?.url === b?.url && a?.shownUrl === b?.shownUrl

/** Hourly values that lie further apart tell nothing of what is between them. */
const NEIGHBOURS: DurationMs = 1.5 * COARSE.width

/** A value that was read on the hour says less of the hour before it than the mean of its two ends. */
function takeHours(book: HistoryBook): (name: string, t: EpochMs, value: number) => void {
  const last = new Map<string, { readonly t: EpochMs; readonly value: number }>()
  return (name, t, value) => {
    const before = last.get(name)
    last.set(name, { t, value })
    if (before === undefined || t - before.t > NEIGHBOURS) return
    book.backfill(name, (before.t + t) / 2, (before.value + value) / 2, COARSE.width)
  }
}

function takeInto(watch: Watch, now: EpochMs): Pick<BackfillOptions, 'onReadings' | 'onStarts'> {
  const { marks, histories } = watch.memory
  const takeHour = takeHours(histories)
  return {
    onStarts: ({ service, pod }, starts) => marks.noteStarts(service, pod, starts),
    onReadings: ({ service, pod }, readings) => {
      for (const { signal, t, value, ofHour } of readings) {
        const name = seriesName(service, pod, signal)
        if (ofHour) histories.backfill(name, t, value, COARSE.width)
        else if (t < now - days(1)) takeHour(name, t, value)
        else histories.backfill(name, t, value, FINE.width)
      }
    },
  }
}

/** Fleets without a source need none of it: it comes in a chunk of its own. */
const bring = () => import('#src/engine/sources/prometheus/backfill.ts').catch(() => null)

const podKey = ({ service, pod }: PodRef): string => `${service}\n${pod}`

const podKeysOf = (fleet: Fleet): string[] =>
  fleet.services.flatMap((service) =>
    service.pods.map((pod) => podKey({ service: service.name, pod: pod.name })),
  )

/** Knows no past yet. `line`: where what services went through is told that nobody here has seen. */
export function backfilling(fleetUrl: string, ports: Ports, line: PastLine = pastLine()): Backfilling {
  const night = reliving(ports, line)
  let state: BackfillState | null = null
  let abort: AbortController | null = null
  let dueAt: DurationMs = 0
  let lastTurn: EpochMs | null = null
  let named = ''
  /** Pods whose past was asked for, found or not, since the last time that all were. */
  let asked = new Set<string>()
  let lookedAt: Fleet | null = null
  let newcomersAt: DurationMs = Number.NEGATIVE_INFINITY
  let address: Address | null = null
  let authorization: string | null = null
  /** The fleet file may be read anew meanwhile: then it is another watch, with the same memory. */
  let current: Watch | null = null

  /** Its own server could not be asked for the code: later, then. */
  const putOff = (): void => {
    abort = null
    state = null
    asked = new Set()
    dueAt = ports.monotonic() + AGAIN_AFTER
  }

  const run = async (watch: Watch, own: AbortController): Promise<void> => {
    const { fleet } = watch
    const source = fleet.sources.prometheus
    if (source === null) return
    const known = asked
    asked = new Set([...known, ...podKeysOf(fleet)])
    const now = ports.now()
    const filled: PodRef[] = []
    const take = takeInto(watch, now)
    const access = { source, fleetUrl, authorization: () => authorization, signal: own.signal }
    const module = await bring()
    if (module === null) return putOff()
    const summary = await module.backfill(access, fleet, ports, {
      ...take,
      now,
      isDone: (pod) => known.has(podKey(pod)),
      onReadings: (pod, readings) => {
        take.onReadings(pod, readings)
        filled.push(pod)
      },
      onProgress: ({ done, of }) => {
        if (!own.signal.aborted) state = { kind: 'running', done, of }
      },
    })
    await judgeAnew(
      filled,
      () => current,
      ports,
      () => own.signal.aborted,
    )
    if (own.signal.aborted) return
    abort = null
    state = { kind: 'ended', at: ports.now(), summary }
    dueAt = summary.failure === null ? Infinity : ports.monotonic() + AGAIN_AFTER
    if (summary.failure === null) return
    asked = new Set()
    night.end(summary.failure)
  }

  const begin = (watch: Watch): void => {
    abort = new AbortController()
    night.begin()
    state = { kind: 'running', done: 0, of: 0 }
    void run(watch, abort)
  }

  const beginAnew = (): void => {
    abort?.abort()
    abort = null
    asked = new Set()
    state = null
    dueAt = 0
  }

  /** Another source, or none: what is under way is of no use, and a token for the one before is not for this one. */
  const notice = ({ fleet }: Watch): void => {
    const now = ports.now()
    if (lastTurn !== null && now - lastTurn > SLEPT) {
      asked = new Set()
      dueAt = Math.min(dueAt, ports.monotonic())
    }
    lastTurn = now
    const { prometheus } = fleet.sources
    const naming = JSON.stringify(prometheus)
    if (naming === named) return
    named = naming
    const next = addressOf(prometheus, fleetUrl)
    if (!sameAddress(next, address)) authorization = null
    address = next
    night.end(null)
    beginAnew()
  }

  const noticeNewcomers = ({ fleet }: Watch): void => {
    if (fleet === lookedAt || abort !== null) return
    lookedAt = fleet
    if (dueAt !== Infinity || podKeysOf(fleet).every((pod) => asked.has(pod))) return
    const now = ports.monotonic()
    dueAt = Math.max(now, newcomersAt + NEWCOMERS_EVERY)
    newcomersAt = dueAt
  }

  return {
    turn(watch) {
      current = watch
      night.note(watch)
      notice(watch)
      noticeNewcomers(watch)
      const source = watch.fleet.sources.prometheus
      if (source === null || abort !== null) return
      if (ports.monotonic() >= dueAt) return begin(watch)
      night.turn(watch, { source, fleetUrl, authorization: () => authorization })
    },
    state: () => state,
    source() {
      const source = current?.fleet.sources.prometheus ?? null
      if (source === null || address === null) return null
      const takesToken = address.shownUrl === null || source.credentials === 'include'
      return { ...address, hasToken: authorization !== null, takesToken }
    },
    takeToken(token, shown) {
      if (token === null) {
        authorization = null
        return true
      }
      const header = authorizationOf(token)
      if (header === null || address === null || shown !== (address.shownUrl ?? address.url)) return false
      authorization = header
      beginAnew()
      return true
    },
    authorization: () => authorization,
    stop() {
      abort?.abort()
      night.stop()
    },
  }
}
