import { joinSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'
import { answeredUntil } from './answeredUntil.ts'
import { rankedSet } from './rankedSet.ts'
import type { UpRun, UpTrail } from './upTrail.ts'

/** A pod of the fleet as its server has scraped it. */
export type Trailed = { readonly service: string; readonly trail: UpTrail }

/** As `assessBlindness` has it of a browser: three pods of one service do fail together, most of a fleet does not. */
const MOST = { pods: 5, services: 3, share: 0.8, overBelow: 0.5 }

/** A scrape is waited for as long by default (`scrape_timeout`). */
const TIMEOUT: DurationMs = seconds(10)

/** So many outages, and outages of so many pods, are looked at in some milliseconds. */
const SLICE = 2000
const PODS = 100

type Outage = { readonly from: EpochMs; readonly end: EpochMs; readonly of: Trailed }

const outagesOf = (of: Trailed): Outage[] =>
  of.trail.runs.flatMap(({ up, from, to }) => (up ? [] : [{ from, end: to + of.trail.every, of }]))

/** All outages, oldest first. Pauses after some pods, and after each hour: sorted at once, they would take too long. */
function* inOrder(pods: readonly Trailed[]): Generator<undefined, readonly Outage[]> {
  const byHour = new Map<number, Outage[]>()
  for (const [i, pod] of pods.entries()) {
    for (const outage of outagesOf(pod)) {
      const hour = Math.floor(outage.from / hours(1))
      const others = byHour.get(hour)
      if (others === undefined) byHour.set(hour, [outage])
      else others.push(outage)
    }
    if (i % PODS === PODS - 1) yield
  }
  const sorted: Outage[] = []
  for (const [, outages] of [...byHour].toSorted(([a], [b]) => a - b)) {
    for (const outage of outages.toSorted((a, b) => a.from - b.from)) sorted.push(outage)
    yield
  }
  return sorted
}

/** How often each of some things is among others that come and go. */
function tally() {
  const counts = new Map<unknown, number>()
  return {
    add(one: unknown, by: 1 | -1): void {
      const count = (counts.get(one) ?? 0) + by
      if (count === 0) counts.delete(one)
      else counts.set(one, count)
    },
    size: (): number => counts.size,
  }
}

/** Outages that began within one cycle, as time goes on. */
function recentOutages(outages: readonly Outage[]) {
  const pods = tally()
  const services = tally()
  const ends = rankedSet(Float64Array.from(outages, ({ end }) => end))
  let first = 0
  let count = 0
  const move = (i: number, by: 1 | -1): void => {
    const outage = outages[i]
    if (outage === undefined) return
    count += by
    pods.add(outage.of, by)
    services.add(outage.of.service, by)
    ends.move(i, by)
  }
  return {
    add: (i: number): void => move(i, 1),
    dropBefore(began: EpochMs): void {
      for (; (outages[first]?.from ?? began) < began; first += 1) move(first, -1)
    },
    /** Whether they may be most of a fleet. */
    areMany: (): boolean => count >= MOST.pods && services.size() >= MOST.services,
    pods: (): number => pods.size(),
    /** From the first of them until fewer than half of them last. */
    span: (): SeenSpan => ({
      from: outages[first]?.from ?? Infinity,
      to: ends.at(Math.floor(count * MOST.overBelow)),
    }),
  }
}

/**
 * When a server that scrapes most likely could not see the fleet itself: most pods, of several services, ceased to answer
 * within one of its cycles. It is then blind, and says nothing of them. Oldest first. Pauses every few ms; of a thousand
 * pods that come and go all day it takes 200 ms.
 */
export function* blindTimes(pods: readonly Trailed[]): Generator<undefined, readonly SeenSpan[]> {
  const slowest = pods.reduce((most, { trail }) => Math.max(most, trail.every), 0)
  const cycle = 1.5 * slowest + TIMEOUT
  const outages = yield* inOrder(pods)
  const recent = recentOutages(outages)
  yield
  const answered = yield* answeredUntil(
    pods.map(({ trail }) => trail),
    cycle,
  )
  const blind: SeenSpan[] = []
  for (const [i, { from }] of outages.entries()) {
    recent.add(i)
    recent.dropBefore(from - cycle)
    if (recent.areMany() && recent.pods() >= MOST.share * answered(from)) blind.push(recent.span())
    if (i % SLICE === 0) yield
  }
  return joinSpans(blind, 0)
}

/** A trail without what was told in the dark, which is as `blindTimes` has it: who is out afterwards was found out then. */
export function inTheLight(trail: UpTrail, blind: readonly SeenSpan[]): UpTrail {
  let next = 0
  const runs = trail.runs.flatMap((run): UpRun[] => {
    while ((blind[next]?.from ?? Infinity) <= run.to) next += 1
    const dark = run.up ? undefined : blind[next - 1]
    if (dark === undefined || dark.to < run.from) return [run]
    return run.to > dark.to ? [{ ...run, from: dark.to }] : []
  })
  return { ...trail, runs }
}
