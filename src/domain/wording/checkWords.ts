import type { CheckDraft } from '#src/domain/check/checkDraft.ts'
import type { CheckItem, MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { SinceFault } from '#src/domain/check/parseSince.ts'
import type { SignOff } from '#src/domain/check/signOff.ts'
import type { WalkProgress } from '#src/domain/check/walkOf.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { gapsShort } from './checkNightWords.ts'
import { checkMoment, checkSpan } from './checkTimeWords.ts'
import { countsOf } from './checkCounts.ts'
import { englishCheck as words } from './englishCheck.ts'
import type { Reader } from './reasonEvidence.ts'
import { onceText } from './checkSpellWords.ts'

const say = words.sentence

/** Since when a check looks, and whose it looks back to: `Since Fri 17:40, Anna’s check`. */
export function sinceText({ from, last }: Pick<MorningCheck, 'from' | 'last'>, reader: Reader): string {
  const moment = checkMoment(from, reader)
  return last === null ? words.since.asked(moment) : words.since.signed(moment, last.by)
}

/** One of its kind is told with its times. */
const once = (items: readonly CheckItem[], reader: Reader): string | null => {
  const [item] = items
  return item === undefined || items.length > 1 ? null : onceText(item, reader)
}

/** Nobody acknowledged a ticket of theirs. */
const isByItself = (items: readonly CheckItem[]): boolean =>
  items.every(({ tickets }) => tickets.every(({ row }) => row.ack === null))

function troubleParts(check: MorningCheck, reader: Reader): readonly string[] {
  const { red, orange, unseen, wasRed, recovered } = countsOf(check)
  return [
    red.n > 0 ? say.red(red) : null,
    orange.n > 0 ? say.orange(orange) : null,
    unseen > 0 ? say.unseen(unseen) : null,
    wasRed.length > 0 ? say.wasRed(wasRed.length, once(wasRed, reader)) : null,
    recovered.length > 0
      ? say.recovered(recovered.length, isByItself(recovered), once(recovered, reader))
      : null,
  ].filter((part) => part !== null)
}

function otherParts(check: MorningCheck): readonly string[] {
  const { restarted, deploys, over, gone } = countsOf(check)
  const { opened, breached, restored } = check.tickets
  const told: readonly (readonly [number, (n: number) => string])[] = [
    [restarted, say.restarted],
    [opened.length, say.opened],
    [breached.length, say.breached],
    [restored.length, say.restored],
    [over, say.over],
    [deploys, say.deploys],
    [gone, say.gone],
    [check.partlySeen.length, say.partly],
  ]
  return told.flatMap(([n, text]) => (n > 0 ? [text(n)] : []))
}

/** What is said where nothing happened that was seen. */
function calmText({ counts, well, night }: MorningCheck): string {
  const all = counts.green + counts.orange + counts.red + counts.unknown
  if (all === 0) return say.none
  if (night.watched.length === 0) return say.nothingSeen(counts.green)
  if (well.length < all) return say.wellNow(counts.green)
  return night.gaps.length + night.filled.length === 0 ? say.allWell(all) : say.allWellSeen(all)
}

/**
 * A check in one sentence: `Since Fri 17:40, Anna’s check: 2 red, 1 of them new, 1 recovered by itself (03:12–03:36, 24 min), 1
 * deploy; nobody watched 01:00–01:40`.
 */
export function checkSentence(check: MorningCheck, reader: Reader): string {
  const parts = [...troubleParts(check, reader), ...otherParts(check)]
  const text = say.head(sinceText(check, reader), parts.length === 0 ? calmText(check) : parts.join(', '))
  const gap = gapsShort(check.night, reader)
  return gap === null ? text : say.gap(text, gap)
}

/** That somebody signed while this check was open. */
export const newerText = ({ by, at }: SignOff, from: EpochMs, reader: Reader): string =>
  words.since.newer(by, checkMoment(at, reader), checkMoment(from, reader))

/** That signing leaves a time that nobody has looked at: from the last sign-off to where this check begins. */
export const uncoveredText = (span: SeenSpan, reader: Reader): string =>
  words.since.uncovered(checkSpan(span, reader))

/** Why the moment in an address is not looked back to. `given`: as it stands there. */
export const sinceFaultText = (fault: SinceFault, given: string): string =>
  words.since.notUsed(words.since.fault[fault](given))

/** That a check goes on that was begun before: `Begun 08:57, 4 of 9.`; null where nothing was. */
export function resumedText(
  { begunAt }: Pick<CheckDraft, 'begunAt'>,
  progress: WalkProgress,
  reader: Reader,
): string | null {
  return begunAt === null ? null : words.resumed(checkMoment(begunAt, reader), progress.decided, progress.of)
}

/** How many services were well, in words that claim no more than was seen; null where none was. */
export function wellText({ well, night }: MorningCheck): string | null {
  if (well.length === 0) return null
  const isSeen = night.gaps.length + night.filled.length === 0 && night.watched.length > 0
  return isSeen ? words.wellAllTime(well.length) : words.well(well.length)
}

/** Why there is no check yet. */
export const waitsText = (waitsFor: keyof typeof words.waits): string => words.waits[waitsFor]
