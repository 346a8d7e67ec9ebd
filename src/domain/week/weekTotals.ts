import { lengthOf } from '#src/domain/series/seenSpans.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { WeekDrift, WeekSeen, WeekService } from './week.ts'

/** What the services of a week come to together. */
export type WeekTotals = {
  /** For how long anybody watched, of how long. */
  readonly watchedFor: DurationMs
  readonly span: DurationMs
  /** Services that were seen red, of those that were seen at all. */
  readonly redServices: number
  readonly seenServices: number
  readonly redSpells: number
  readonly deploys: number
  readonly failedDeploys: number
  readonly unseenDeploys: number
  readonly drifts: Readonly<Record<WeekDrift['outcome'], number>>
}

const sum = (services: readonly WeekService[], of: (service: WeekService) => number): number =>
  services.reduce((total, service) => total + of(service), 0)

/** Adds up a week. Shares of services are not averaged: each was seen for another time. */
export function weekTotals({ from, to, watched, services, drifts }: WeekSeen): WeekTotals {
  const ended = (outcome: WeekDrift['outcome']): number =>
    drifts.filter((drift) => drift.outcome === outcome).length
  return {
    watchedFor: lengthOf(watched),
    span: to - from,
    redServices: services.filter(({ redFor }) => redFor > 0).length,
    seenServices: services.filter(({ seenFor }) => seenFor > 0).length,
    redSpells: sum(services, (service) => service.redSpells),
    deploys: sum(services, ({ deploys }) => deploys),
    failedDeploys: sum(services, ({ failedDeploys }) => failedDeploys),
    unseenDeploys: sum(services, ({ unseenDeploys }) => unseenDeploys),
    drifts: {
      caught: ended('caught'),
      reached: ended('reached'),
      standing: ended('standing'),
      unseen: ended('unseen'),
    },
  }
}
