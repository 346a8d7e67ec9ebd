import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { PodLife, StartMark } from './startLife.ts'

/** A pod that came with another version than its service ran. */
export type Arrival = {
  readonly mark: StartMark
  /** The version had been replaced by another one, and came back. */
  readonly isReturn: boolean
}

/** How long a pod ran one version. */
type Stint = {
  readonly pod: string
  readonly version: string
  /** What told it: names that two endpoints give to a release cannot be compared. */
  readonly toldBy: string | null
  readonly from: EpochMs
  /** When it was last known to run, and when it was first known not to; Infinity while it goes on. */
  readonly until: EpochMs
  readonly missedAt: EpochMs
  /** A pod that was there before was given it: that is a deploy in any case. */
  readonly isMark: boolean
  /** It, or its pod, was there when somebody first looked at the service: nobody knows what came before. */
  readonly isAlready: boolean
}

/** All pods that ran one version, as far as one has looked. */
type Ran = { readonly toldBy: Set<string | null>; until: EpochMs; missedAt: EpochMs }

/** The newest deploy as far as one has looked. */
type Newest = { readonly version: string; readonly lastAt: EpochMs; readonly isReturn: boolean }

/**
 * While pods of another version are left, one more pod belongs to the roll-out: the first one may be left to prove itself
 * for an hour. Of two versions that go on side by side for longer, pods come and go for other reasons.
 */
const ROLLS_ON: DurationMs = hours(2)

/** Where all pods are stopped before the new ones are started, those come at once; what comes later only adds to them. */
const COME_TOGETHER: DurationMs = minutes(5)

type Begin = Pick<Stint, 'version' | 'from' | 'isMark' | 'isAlready'>

function beginsOf({ first, marks, since: ownSince }: PodLife, since: EpochMs): readonly Begin[] {
  const { startedAt: from, version } = first
  const isAlready = from === null || from <= since || (ownSince ?? since) <= since
  const begins: Begin[] =
    from === null || version === null ? [] : [{ version, from, isMark: false, isAlready }]
  const deploys = marks.flatMap(({ kind, at, version: given }): Begin[] =>
    kind === 'deploy' && given !== null ? [{ version: given, from: at, isMark: true, isAlready: false }] : [],
  )
  return [...begins, ...deploys]
}

function stintsOf(pod: string, life: PodLife, since: EpochMs): readonly Stint[] {
  const toldBy = life.versionFrom
  const { seenAt, missedAt } = life.gone ?? { seenAt: Infinity, missedAt: Infinity }
  return beginsOf(life, since).map((begin, i, all) => {
    const next = all[i + 1]?.from
    const ends = { until: next ?? seenAt, missedAt: next ?? missedAt }
    return Object.assign({ pod, toldBy }, begin, ends)
  })
}

function runOn(ran: Map<string, Ran>, { version, toldBy, until, missedAt }: Stint): void {
  const was = ran.get(version)
  if (was === undefined) ran.set(version, { toldBy: new Set([toldBy]), until, missedAt })
  else {
    was.toldBy.add(toldBy)
    was.until = Math.max(was.until, until)
    was.missedAt = Math.max(was.missedAt, missedAt)
  }
}

const isComparable = (toldBy: string | null, other: Ran): boolean =>
  toldBy === null || other.toldBy.has(toldBy) || other.toldBy.has(null)

/** The newest version gets one more pod: in the course of its roll-out, or because more are wanted. */
function rollsOn({ version, from }: Stint, ran: ReadonlyMap<string, Ran>, newest: Newest): boolean {
  let isOver = true
  for (const [name, { until }] of ran) if (name !== version && until >= from) isOver = false
  return from - newest.lastAt <= (isOver ? COME_TOGETHER : ROLLS_ON)
}

/**
 * An older version gets one more pod. It comes back if the pod outlives all of the newer version; else the old ones were
 * only added to while they were being replaced. Where they never went, it has to come soon after the newer one.
 */
function comesBack({ from, until }: Stint, before: Ran, newer: Ran | undefined, newest: Newest): boolean {
  if (newer === undefined || newer.missedAt === Infinity || newer.missedAt > until) return false
  return before.until < from || from - newest.lastAt <= ROLLS_ON
}

function ranAnother({ version, toldBy }: Stint, ran: ReadonlyMap<string, Ran>): boolean {
  for (const [name, one] of ran) if (name !== version && isComparable(toldBy, one)) return true
  return false
}

/** Whether a pod that began with a version was deployed. `ran`: what ran before it. */
function isDeployed(stint: Stint, ran: ReadonlyMap<string, Ran>, newest: Newest | null): boolean {
  const { version, isAlready } = stint
  if (isAlready || !ranAnother(stint, ran)) return false
  const before = ran.get(version)
  if (before === undefined) return true
  if (newest === null) return false
  return newest.version === version
    ? rollsOn(stint, ran, newest)
    : comesBack(stint, before, ran.get(newest.version), newest)
}

const returns = (version: string, ran: ReadonlyMap<string, Ran>, newest: Newest | null): boolean =>
  newest?.version === version ? newest.isReturn : ran.has(version)

const inOrder = (a: Stint, b: Stint): number => a.from - b.from || (a.pod < b.pod ? -1 : 1)

/**
 * Which pods of a service were started for the first time with another version than it ran: where each deploy brings pods
 * of new names, that is all that tells of it. What was so when the service was first looked at is no news; neither is one
 * more pod of what runs, nor one of an old version that is being replaced. The same whatever the order of the lives.
 */
export function arrivalsOf(lives: ReadonlyMap<string, PodLife>): ReadonlyMap<string, Arrival> {
  const looked = Array.from(lives.values(), ({ since }) => since).filter((at) => at !== null)
  const since = looked.reduce((a, b) => Math.min(a, b), Infinity)
  const stints = [...lives].flatMap(([pod, life]) => stintsOf(pod, life, since)).toSorted(inOrder)
  const arrivals = new Map<string, Arrival>()
  const ran = new Map<string, Ran>()
  let newest: Newest | null = null
  for (const stint of stints) {
    const { pod, version, from: at, isMark } = stint
    if (isMark || isDeployed(stint, ran, newest)) {
      const isReturn = returns(version, ran, newest)
      if (!isMark) arrivals.set(pod, { mark: { at, kind: 'deploy', version }, isReturn })
      newest = { version, lastAt: at, isReturn }
    }
    runOn(ran, stint)
  }
  return arrivals
}
