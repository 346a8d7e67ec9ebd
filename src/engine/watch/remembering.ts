import { forgetGone } from '#src/domain/drift/forgetGone.ts'
import { DRIFT_SIGNALS } from '#src/domain/drift/driftSignals.ts'
import { slopeOptions } from '#src/domain/drift/following.ts'
import { seriesParts } from '#src/domain/series/historyBook.ts'
import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { recallPast } from '#src/domain/watch/recallPast.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import { historyKeeper } from '#src/engine/history/historyKeeper.ts'
import type { Wanted } from '#src/engine/history/kept.ts'
import { napGuard } from '#src/engine/history/napGuard.ts'
import type { PastLine } from '#src/engine/drill/pastLine.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Answer, PastQuestion, PastState } from '#src/engine/protocol.ts'
import { backfilling } from './backfilling.ts'
import { historyTransfer } from './historyTransfer.ts'

/** A reload loses no more than this. */
const SAVE_EVERY: DurationMs = minutes(1)
/** … and what a backfill brought within half a minute: it is a month, and stored in parts. */
const CATCH_UP_EVERY: DurationMs = seconds(2)
/** Whoever goes from tab to tab has it stored no more often than this. */
const HIDDEN_EVERY: DurationMs = seconds(5)
const FORGET_EVERY: DurationMs = hours(1)
/** The past of many pods takes a while; who waits for longer wants to see what is. */
const WAITED_FOR: DurationMs = minutes(1)
/** What is told of it changes slowly, and costs a look at every series. */
const TELL_EVERY: DurationMs = seconds(10)
/** A database that does not answer must not keep the past of a source waiting, nor what is to be told of it. */
const LOADS_WITHIN: DurationMs = minutes(2)

/** Carries what a watch remembers over from one session to the next, and fills it from the fleet's own sources. */
export type Remembering = {
  /** To be called with every turn of the watch. */
  turn(watch: Watch): void
  /** Stores what is new at once, where that was not done a moment ago. */
  saveNow(watch: Watch): void
  /** Whether the first word on the past is still to come: of what is stored, or of the fleet's source. */
  isPending(): boolean
  /** What a page is told that connects now; null while nothing is known. */
  state(): PastState | null
  /** Answers what a page asks of all that is remembered. */
  answer(question: PastQuestion): Answer | Promise<Answer>
  /** What goes with questions to the fleet's Prometheus; null: nothing. */
  authorization(): string | null
  stop(): void
}

function wantedBy({ services }: Watch): Wanted {
  const podOf = (name: string) => {
    const parts = seriesParts(name)
    return parts === null ? undefined : services.get(parts.service)?.pods.get(parts.pod)
  }
  return {
    wants: (name) => podOf(name) !== undefined,
    slope: (name) => {
      const pod = podOf(name)
      const signal = DRIFT_SIGNALS.find((each) => each === seriesParts(name)?.signal)
      return pod === undefined || signal === undefined ? null : slopeOptions(pod, signal)
    },
  }
}

/** Begins with the first turn. `tell` is called when what is remembered, or how, has changed. */
export function remembering(
  fleetUrl: string,
  ports: Ports,
  tell: (state: PastState) => void,
  line?: PastLine,
): Remembering {
  const naps = napGuard(ports.monotonic)
  const told = (): void => {
    tellAt = 0
  }
  const keeper = historyKeeper(ports.store, fleetUrl, told, () => naps.isNap())
  const past = backfilling(fleetUrl, ports, line)
  let state: PastState | null = null
  /** The fleet file may be read anew meanwhile: then it is another watch, with the same memory. */
  let current: Watch | null = null
  const files = historyTransfer(() => current, wantedBy, ports)
  let loading: 'not begun' | 'under way' | 'done' = 'not begun'
  let lateAt: DurationMs = Infinity
  let tellAt: DurationMs = 0
  /** When it began; null once the first word on the past was heard, or was waited for in vain. */
  let pendingSince: DurationMs | null = ports.monotonic()
  let saveAt: DurationMs = 0
  let forgetAt: DurationMs = 0

  const load = async (watch: Watch): Promise<void> => {
    loading = 'under way'
    lateAt = ports.monotonic() + LOADS_WITHIN
    await keeper.load(watch.memory, wantedBy(watch), ports.now())
    if (current !== null) recallPast(current)
    loading = 'done'
    tellAt = 0
    saveAt = ports.monotonic() + SAVE_EVERY
    forgetAt = ports.monotonic() + FORGET_EVERY
  }

  const save = (watch: Watch, now: DurationMs): void => {
    saveAt = now + SAVE_EVERY
    void keeper.save(watch.memory, ports.now())
  }
  const isSavedBefore = (now: DurationMs, period: DurationMs): boolean => now >= saveAt - SAVE_EVERY + period

  const keep = (watch: Watch, now: DurationMs, isAsleep: boolean): void => {
    const isDue = now >= saveAt || (keeper.isBehind() && isSavedBefore(now, CATCH_UP_EVERY))
    if (isDue && !isAsleep) save(watch, now)
    if (now < forgetAt) return
    forgetAt = now + FORGET_EVERY
    forgetGone(watch.memory, watch.fleet, ports.now())
  }

  const tellChanges = (watch: Watch, now: DurationMs): void => {
    if (now < tellAt && state?.backfill === past.state()) return
    tellAt = now + TELL_EVERY
    state = { history: keeper.state(watch.memory), source: past.source(), backfill: past.state() }
    tell(state)
  }

  const takeToken = (token: string | null, shown: string): true | null => {
    const taken = past.takeToken(token, shown)
    tellAt = 0
    return taken ? true : null
  }

  return {
    turn(watch) {
      const now = ports.monotonic()
      const isAsleep = naps.turn()
      current = watch
      if (loading === 'not begun') void load(watch)
      if (loading !== 'done' && now < lateAt) return
      keep(watch, now, isAsleep)
      past.turn(watch)
      tellChanges(watch, now)
    },
    saveNow(watch) {
      const now = ports.monotonic()
      if (loading === 'done' && isSavedBefore(now, HIDDEN_EVERY) && !naps.isNap()) save(watch, now)
    },
    isPending() {
      if (pendingSince === null) return false
      const isLate = ports.monotonic() - pendingSince > WAITED_FOR
      const isKnown = loading === 'done' && past.state()?.kind !== 'running'
      if (isKnown || isLate) pendingSince = null
      return pendingSince !== null
    },
    state: () => state,
    answer(question) {
      const { about } = question
      if (about === 'token') return { about, found: takeToken(question.token, question.shown) }
      if (state === null) return { about, found: null }
      if (about === 'export') return files.exported().then((found) => ({ about, found }))
      return files.imported(question.bytes).then((found) => {
        tellAt = 0
        return { about, found }
      })
    },
    authorization: () => past.authorization(),
    stop() {
      past.stop()
      files.stop()
      keeper.stop()
    },
  }
}
