import { namePods } from './namePods.ts'
import { screenTexts } from './screenTexts.ts'
import type { Blindness, FleetStrip } from '#src/domain/digest/digestRow.ts'
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

/** The fleet in one sentence, worst first: `2 services need action, 1 to watch, 47 well`. */
export function fleetSentence(counts: FleetStrip['counts']): string {
  const { red, orange, unknown, green } = counts
  const troubled = red + orange + unknown
  if (troubled + green === 0) return fleet.none
  if (troubled === 0) return fleet.allWell(green)
  const parts: string[] = []
  if (red > 0) parts.push(fleet.act(red, true))
  if (orange > 0) parts.push(fleet.watch(orange, parts.length === 0))
  if (unknown > 0) parts.push(fleet.unseen(unknown, parts.length === 0))
  if (green > 0) parts.push(fleet.well(green))
  return parts.join(', ')
}

/** What a screen reader hears when services got worse: the worst light, and who has it now. */
export function worseSentence(worse: readonly { readonly name: string; readonly light: Light }[]): string {
  const worst = worse.toSorted((a, b) => lightRank(a.light) - lightRank(b.light))[0]
  if (worst === undefined) return ''
  const names = worse.filter(({ light }) => light === worst.light).map(({ name }) => name)
  return fleet.worse(namePods(names), names.length, worst.light)
}
