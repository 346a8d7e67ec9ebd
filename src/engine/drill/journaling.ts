import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { type VerdictJournal, verdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { spanAt } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { type Graveyard, graveyard } from '#src/domain/tombstone/graveyard.ts'
import { tombstoneOf } from '#src/domain/tombstone/tombstoneOf.ts'
import { lifeEndpoint, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { Ports } from '#src/engine/ports.ts'
import { drillStore } from './drillStore.ts'
import { heldRows } from './heldRows.ts'
import { saysNothing } from './saysNothing.ts'

/** Writes down how the services of a fleet stand, and what is known of pods that are gone. */
export type Journaling = {
  readonly journal: VerdictJournal
  readonly graveyard: Graveyard
  /** To be called with every turn of the watch, after its rows were judged. Costs next to nothing where no row changed. */
  turn(watch: Watch): void
  /** Writes down how things stand, and stores it at once. */
  saveNow(watch: Watch): void
  /** Once what is stored was read, or it is clear that it cannot be: what is told before may miss it. */
  whenRead(): Promise<void>
  stop(): void
}

/** A pod that gives no answer for so long is taken for gone. */
const SILENT_AFTER: DurationMs = minutes(1)

/** By a clock that has not gone on for so long nothing is forgotten: it may have leapt. */
const FORGET_EVERY: DurationMs = hours(1)

/** What was stored may come late, and tell of services that are not in the fleet any more. */
const TIDY_EVERY: DurationMs = minutes(1)

/** Whatever answers, be it a refusal to tell, is there. */
const isSilence = ({ kind }: ProbeFailure): boolean => kind === 'timeout' || kind === 'unreachable'

/** Since when a pod that was read before gives no answer; null where it does, or not for long. */
function silentSince(facts: PodFacts, now: EpochMs): EpochMs | null {
  const track = facts.tracks[lifeEndpoint(facts)]
  if (track === null || track.result.ok || track.lastReading === null) return null
  const run = facts.runs.at(-1)
  if (run === undefined || run.good || !isSilence(track.result.error)) return null
  return now - run.from > SILENT_AFTER ? run.from : null
}

const answers = (facts: PodFacts): boolean => facts.tracks[lifeEndpoint(facts)]?.result.ok === true

/** Raises pods that answer, and keeps what is known of those that have ceased to. */
function noteSilence(yard: Graveyard, pods: Iterable<PodFacts>, now: EpochMs): void {
  for (const facts of pods) {
    const [service, pod] = [facts.service.name, facts.pod.name]
    const since = silentSince(facts, now)
    if (answers(facts)) yard.raise(service, pod)
    else if (since !== null && (yard.of(service, pod)?.missedAt ?? -Infinity) < since)
      yard.note(tombstoneOf(facts, 'silent', since))
  }
}

/** Keeps what is known of pods that the fleet named before and names no more. */
function noteRemoved(yard: Graveyard, before: Watch, { services }: Watch, now: EpochMs): void {
  for (const [service, { pods }] of before.services) {
    for (const [pod, facts] of pods) {
      if (services.get(service)?.pods.has(pod) === true) continue
      const stone = tombstoneOf(facts, 'removed', now)
      if (stone.lastSeen !== null || yard.of(service, pod) !== null) yard.note(stone)
    }
  }
}

/** The journal of the fleet that the file at `fleetUrl` describes, kept in a database of its own. */
export function journaling(fleetUrl: string, ports: Ports): Journaling {
  const journal = verdictJournal()
  const yard = graveyard()
  const store = drillStore(fleetUrl, ports, { journal, graveyard: yard })
  const noted = new Map<string, ServiceRow>()
  const held = heldRows()
  let before: Watch | null = null
  /** When the span of watching began that is under way. */
  let spanFrom: EpochMs | null = null
  let tidyAt: DurationMs = 0
  let forgetAt = ports.monotonic() + FORGET_EVERY

  const noteFleet = (watch: Watch, now: EpochMs): void => {
    if (before === watch) return
    tidyAt = 0
    if (before !== null) noteRemoved(yard, before, watch, now)
    for (const name of noted.keys()) if (!watch.services.has(name)) noted.delete(name)
    before = watch
  }
  /** Whether a service became red with it. */
  const noteRows = ({ services }: Watch, now: EpochMs): boolean => {
    let isRedder = false
    journal.noteSeen(now)
    // After a gap nobody may take a row for seen because it is as it was: it is said anew that it stands so.
    // What a clock noted that was ahead for a while lies behind the span of now.
    const from = spanAt(journal.seen(), Math.floor(now))?.from ?? null
    if (from !== spanFrom) noted.clear()
    spanFrom = from
    for (const [name, { row, pods }] of services) {
      if (row === null || noted.get(name) === row) continue
      if (saysNothing(row, journal, now)) continue
      isRedder ||= row.light === 'red' && noted.get(name)?.light !== 'red'
      noted.set(name, row)
      journal.note(row, now, ports.timeZone)
      noteSilence(yard, pods.values(), now)
    }
    return isRedder
  }
  const holdRows = ({ services }: Watch, now: EpochMs): void => {
    held.see(now)
    for (const { row } of services.values()) if (row !== null) held.hold(row, now)
  }
  const tidy = (watch: Watch, now: EpochMs): void => {
    const clock = ports.monotonic()
    if (clock < tidyAt) return
    tidyAt = clock + TIDY_EVERY
    journal.forgetOthers((name) => watch.services.has(name), now)
    if (clock < forgetAt) return
    forgetAt = clock + FORGET_EVERY
    yard.forgetOld(now)
  }

  const write = (watch: Watch): boolean => {
    const now = ports.now()
    let isRedder = false
    noteFleet(watch, now)
    if (watch.blind !== null) {
      // A blind dashboard says nothing of the services: that is a gap.
      held.drop()
      journal.noteUnseen()
    } else if (watch.pastPending) holdRows(watch, now)
    else {
      held.release(journal, (name) => watch.services.get(name)?.row ?? null, ports.timeZone)
      isRedder = noteRows(watch, now)
    }
    tidy(watch, now)
    return isRedder
  }

  return {
    journal,
    graveyard: yard,
    turn(watch) {
      const isRedder = write(watch)
      store.turn()
      // A worker ends with its last page, whatever it is about to write: nobody may see red that the next one does not know of.
      if (isRedder) store.saveNow()
    },
    saveNow(watch) {
      write(watch)
      store.saveNow()
    },
    whenRead: () => store.whenRead(),
    stop: () => store.stop(),
  }
}
