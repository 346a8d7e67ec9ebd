import type { EpochMs } from '#src/domain/time/units.ts'
import type { SoundMute } from '#src/domain/wall/soundMute.ts'
import type { WallCall } from '#src/domain/wall/wallAlarm.ts'
import { englishWallKeep } from './englishWallKeep.ts'
import { formatMoment } from './formatMoment.ts'

const MOST_NAMED = 3
const { sound, call, called, calledMore } = englishWallKeep

/** A mute with its end: `muted until 14:20`, `muted until orders is acknowledged, at the latest 20:15`. */
export function muteText({ until, waitsFor }: SoundMute, now: EpochMs, timeZone: string): string {
  const moment = formatMoment(until, now, timeZone)
  const [first] = waitsFor
  if (first === undefined) return sound.muted(moment)
  const who = waitsFor.length === 1 ? first : sound.services(waitsFor.length)
  return sound.mutedFor(who, waitsFor.length, moment)
}

/** The services of some calls, each with how urgent it is: `P1 · orders, P2 · billing and 3 more`. */
function namesOf(calls: readonly WallCall[]): string {
  const named = calls.slice(0, MOST_NAMED).map(({ priority, name }) => call(priority, name))
  const more = calls.length - named.length
  return more > 0 ? `${named.join(', ')} ${calledMore(more)}` : named.join(', ')
}

/** A call in one sentence, for a screen reader and a desktop notice; empty without one. */
export const callText = (calls: readonly WallCall[]): string =>
  calls.length === 0 ? '' : called(namesOf(calls))
