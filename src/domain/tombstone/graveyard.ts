import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import { MOST_OF_SERVICE, readStones, saveStones } from './savedStones.ts'
import type { Tombstone } from './tombstone.ts'

/** What is kept of pods that are gone: for 28 days, at most 20 of a service and 300 in all. Of more, the oldest go. */
export type Graveyard = {
  /** Takes in that a pod is gone. What was kept of it before stays where this one knows nothing. */
  note(stone: Tombstone): void
  /** It answers again: nothing is kept of it. */
  raise(service: string, pod: string): void
  of(service: string, pod: string): Tombstone | null
  /** Those missed last come first. */
  ofService(service: string): readonly Tombstone[]
  /** Forgets those that were missed more than 28 days before `now`. */
  forgetOld(now: EpochMs): void
  /** Services of which something changed since the last time this was asked. */
  takeTouched(): ReadonlySet<string>
  /** What is kept of a service's pods as a value that JSON can hold; null where nothing is. */
  save(service: string): unknown
  /** Adds what `save` gave. False, and nothing is taken, for any other value. */
  load(service: string, saved: unknown): boolean
}

const MOST = 300
const KEPT_FOR: DurationMs = days(28)

const latest = (a: EpochMs | null, b: EpochMs | null): EpochMs | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b)

/** Two words on one pod: what it said last is as the one has it that saw it last, when it was missed as the first one. */
function joined(a: Tombstone, b: Tombstone): Tombstone {
  const seen = (b.lastSeen ?? -Infinity) >= (a.lastSeen ?? -Infinity) ? b : a
  const isSameDeath = seen.lastSeen === null || a.missedAt >= seen.lastSeen
  return {
    ...seen,
    why: b.why,
    lastSeen: latest(a.lastSeen, b.lastSeen),
    missedAt: isSameDeath ? Math.min(a.missedAt, b.missedAt) : b.missedAt,
  }
}

/** A graveyard without a stone. */
export function graveyard(): Graveyard {
  /** By service, then by pod. */
  const stones = new Map<string, Map<string, Tombstone>>()
  let touched = new Set<string>()

  const remove = (service: string, pod: string): void => {
    const known = stones.get(service)
    if (known === undefined || !known.delete(pod)) return
    touched.add(service)
    if (known.size === 0) stones.delete(service)
  }
  const ofService = (service: string): readonly Tombstone[] =>
    [...(stones.get(service)?.values() ?? [])].toSorted((a, b) => b.missedAt - a.missedAt)
  const all = (): Tombstone[] => [...stones.values()].flatMap((known) => Array.from(known.values()))
  const count = (): number => [...stones.values()].reduce((sum, { size }) => sum + size, 0)

  const put = (stone: Tombstone): void => {
    const known = stones.get(stone.service) ?? new Map<string, Tombstone>()
    stones.set(stone.service, known)
    const was = known.get(stone.pod)
    known.set(stone.pod, was === undefined ? stone : joined(was, stone))
    touched.add(stone.service)
    for (const over of ofService(stone.service).slice(MOST_OF_SERVICE)) remove(over.service, over.pod)
    if (count() <= MOST) return
    for (const over of all()
      .toSorted((a, b) => b.missedAt - a.missedAt)
      .slice(MOST))
      remove(over.service, over.pod)
  }

  return {
    note: put,
    raise: remove,
    of: (service, pod) => stones.get(service)?.get(pod) ?? null,
    ofService,
    forgetOld(now) {
      for (const { service, pod, missedAt } of all()) if (missedAt < now - KEPT_FOR) remove(service, pod)
    },
    takeTouched() {
      const taken = touched
      touched = new Set()
      return taken
    },
    save(service) {
      const kept = ofService(service)
      return kept.length === 0 ? null : saveStones(kept)
    },
    load(service, saved) {
      const read = readStones(service, saved)
      if (read === null) return false
      for (const stone of read) put(stone)
      return true
    },
  }
}
