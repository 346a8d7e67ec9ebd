import { formatMoment } from './formatMoment.ts'
import { namePods } from './namePods.ts'
import { screenTexts } from './screenTexts.ts'
import type { Blindness, FleetStrip, LightCounts } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { lightRank, type Light } from '#src/domain/verdict/light.ts'

const { fleet } = screenTexts

const CAUSES: Readonly<Record<Blindness['cause'], (blind: Blindness) => string>> = {
  offline: () => fleet.blind.offline,
  'home-unreachable': () => fleet.blind.homeUnreachable,
  'most-failed': ({ failed, of }) => fleet.blind.mostFailed(failed, of),
}

/** Why the dashboard itself cannot see, and what that means for what is on the screen. */
export const blindSentence = (blind: Blindness): string =>
  `${CAUSES[blind.cause](blind)}: ${fleet.blindMeaning}`

/** `2 services need action, 1 to watch, 47 well`; without the noun where `named` is false. */
function countsSentence({ red, orange, unknown, green }: LightCounts, named: boolean): string {
  const parts: string[] = []
  const isFirst = (): boolean => named && parts.length === 0
  if (red > 0) parts.push(fleet.act(red, isFirst()))
  if (orange > 0) parts.push(fleet.watch(orange, isFirst()))
  if (unknown > 0) parts.push(fleet.unseen(unknown, isFirst()))
  if (green > 0) parts.push(fleet.well(green))
  return parts.join(', ')
}

/** The fleet in one sentence, worst first: `2 services need action, 1 to watch, 47 well`. */
export function fleetSentence(counts: LightCounts): string {
  const { red, orange, unknown, green } = counts
  const troubled = red + orange + unknown
  if (troubled + green === 0) return fleet.none
  return troubled === 0 ? fleet.allWell(green) : countsSentence(counts, true)
}

/** What is sure before everything was looked at once: nothing but what is red, and how far it is. */
function lookingSentence({ counts, looking }: FleetStrip): string {
  const { seen, of } = looking ?? { seen: 0, of: 0 }
  const far = fleet.looking(seen, of)
  return counts.red === 0 ? far : `${fleet.act(counts.red, true)}. ${far}`
}

/**
 * What the strip says of the fleet: its counts, or `Looking: 25 of 50 services seen so far`, or
 * `Blind since 15:00; before: 2 to watch, 8 well`. `timeZone` is an IANA name.
 */
export function headline(strip: FleetStrip, now: EpochMs, timeZone: string): string {
  const { blind, counts, looking } = strip
  if (blind !== null) {
    const since = fleet.blindSince(formatMoment(blind.since, now, timeZone))
    const before = blind.before ?? null
    return before === null ? since : `${since}; ${fleet.before(countsSentence(before, false))}`
  }
  if (looking !== null) return lookingSentence(strip)
  return strip.judgingPast ? fleet.judgingPast(countsSentence(counts, true)) : fleetSentence(counts)
}

/** What a screen reader hears when services got worse: the worst light, and who has it now. */
export function worseSentence(worse: readonly { readonly name: string; readonly light: Light }[]): string {
  const worst = worse.toSorted((a, b) => lightRank(a.light) - lightRank(b.light))[0]
  if (worst === undefined) return ''
  const names = worse.filter(({ light }) => light === worst.light).map(({ name }) => name)
  return fleet.worse(namePods(names), names.length, worst.light)
}
