import type { CheckItem, MorningCheck, StandingWatch } from '#src/domain/check/morningCheck.ts'
import type { CheckMark, CheckWatch, WatchUntil } from '#src/domain/check/signOff.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { checkMoment, lasting } from './checkTimeWords.ts'
import { englishCheck as words } from './englishCheck.ts'
import type { Reader } from './reasonEvidence.ts'
import { texts } from './texts.ts'

/** When it was last seen at all, and how it was then. */
function lastSeen({ night }: CheckItem, reader: Reader): string | null {
  const seen = night?.stretches.findLast(({ light }) => light !== 'unknown')
  return seen === undefined
    ? null
    : words.item.lastSeen(words.light[seen.light], checkMoment(seen.to, reader))
}

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ')

/** How it was before, where that is another light, or nobody knows. */
function thenText({ change, night, since }: CheckItem, from: EpochMs): string | null {
  const before = night?.before?.light ?? 'unknown'
  if (since !== null && since < from) return null
  if (change === 'worse') return words.item.was(words.light.orange)
  if (change === 'better') return words.item.was(words.light.red)
  if (before !== 'unknown') return words.item.was(words.light[before])
  return night?.standing === 'new' ? words.item.newcomer : words.item.unknownThen
}

/** It is as it was, but for none of the reasons that it had then. */
function otherReason({ night, kinds }: CheckItem): string | null {
  const then = night?.before?.reasons ?? []
  const isOther = then.length > 0 && !then.some(({ kind }) => kinds.includes(kind))
  return isOther ? words.item.otherReason : null
}

const MOMENT = minutes(1)

function troubleText(item: CheckItem, from: EpochMs, reader: Reader): string {
  const { light, since, change } = item
  const name = words.light[light ?? 'unknown']
  const moment = checkMoment(since ?? from, reader)
  if (change !== 'still-red' && change !== 'still-orange')
    return joined([words.item.nowSince(name, moment), thenText(item, from)])
  const isAgain = since !== null && since > from + MOMENT
  return joined([(isAgain ? words.item.again : words.item.nowSince)(name, moment), otherReason(item)])
}

function recoveredText({ night }: CheckItem, reader: Reader): string {
  const wellAt = night?.spells.findLast((spell) => spell.wellAt !== null)?.wellAt ?? null
  return wellAt === null ? words.item.recovered : words.item.recoveredAt(checkMoment(wellAt, reader))
}

function goneText(item: CheckItem, reader: Reader): string {
  const seen = item.night?.stretches.findLast(({ light }) => light !== 'unknown')
  if (seen !== undefined) return words.item.goneAs(words.light[seen.light], checkMoment(seen.to, reader))
  const before = item.night?.before ?? null
  if (before !== null) return words.item.goneAs(words.light[before.light], checkMoment(before.seenAt, reader))
  return item.watch === null ? words.item.gone : words.item.goneWatched
}

/**
 * How a matter stands now and stood before: `red since 03:12, well before`, `well since 03:36`, `not seen since 08:31, last
 * seen well 08:30`. `from`: since when the check looks.
 */
export function changeText(item: CheckItem, from: EpochMs, reader: Reader): string {
  switch (item.change) {
    case 'unseen':
      return joined([words.item.unseen(checkMoment(item.since ?? from, reader)), lastSeen(item, reader)])
    case 'recovered':
      return recoveredText(item, reader)
    case 'gone':
      return goneText(item, reader)
    case 'ticket':
      return item.service === null ? words.item.ticketOnly : words.item.ticket
    case 'watch':
      return item.light === null ? words.item.goneWatched : words.item.watch
    case 'well':
      return joined([words.item.well, item.night?.standing === 'new' ? words.item.newcomer : null])
    default:
      return troubleText(item, from, reader)
  }
}

/** `acknowledged by Anna 03:14, 5 h 46 min ago, and still red`. */
export const ackedRedText = ({ at, by }: NonNullable<CheckItem['ackedRed']>, reader: Reader): string =>
  words.ack(by, checkMoment(at, reader), lasting(Math.max(0, reader.now - at)))

/** Until when something is watched: `until 14:00`, `until memory is flat`. */
export function untilText(until: WatchUntil, reader: Reader): string {
  if (until.kind === 'time') return words.watch.untilTime(checkMoment(until.at, reader))
  return until.signal === null ? words.watch.untilAnyFlat : words.watch.untilFlat(texts.signal[until.signal])
}

const withNote = (text: string, note: string): string => (note === '' ? text : words.note(text, note))

/** Who watches something until when, with their note; and that it is over, where that is known. */
export function watchText(watch: StandingWatch | CheckWatch, reader: Reader): string {
  const until = untilText(watch.until, reader)
  const isOver = 'isOver' in watch && watch.isOver
  return withNote((isOver ? words.watch.over : words.watch.by)(watch.by, until), watch.note)
}

/** What somebody did about an item, with their note: `watch until 14:00: heap dump is being read`. */
export function markText({ deed, until, ticket, note }: CheckMark, reader: Reader): string {
  if (deed === 'watch' && until !== null) return withNote(words.mark.watch(untilText(until, reader)), note)
  if (deed === 'ticket')
    return withNote(ticket === null ? words.mark.ticketNone : words.mark.ticket(ticket), note)
  return withNote(words.mark.seen, note)
}

/** That there is something else since a mark was made; null where there is not. */
export function standingText(standing: WalkStep['standing']): string | null {
  return standing === 'open' || standing === 'decided' ? null : words.mark.standing[standing]
}

/** `billing: not seen for 12 min`. */
export const partlySeenText = ({ service, unseenFor }: MorningCheck['partlySeen'][number]): string =>
  words.partly(service, lasting(unseenFor))
