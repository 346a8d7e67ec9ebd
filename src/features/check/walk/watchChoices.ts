import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import type { WatchUntil } from '#src/domain/check/signOff.ts'
import type { Result } from '#src/domain/result.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import { type Mornings, nextMorning } from '#src/domain/time/nextMorning.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { printWallTime, readWallTime } from '#src/domain/time/wallTime.ts'
import { untilText } from '#src/domain/wording/checkItemWords.ts'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'

const { watchDialog: words } = englishCheckScreen

/** A choice of the form: its value, and how it is called. */
export type WatchChoice = readonly [value: string, label: string]

export const OTHER = 'other'
const FLAT_ANY = 'flat'
const FLAT = 'flat:'
const AT = 'at:'

/** After lunch, and before people go home. A moment that is nearly here is no watch. */
const TIMES = ['14:00', '17:00'] as const
const NEARLY = minutes(15)

function todayAt(clock: string, { now, timeZone }: Reader): EpochMs | null {
  const [day = ''] = printWallTime(now, timeZone).split('T')
  const at = readWallTime(`${day}T${clock}`, timeZone)
  return at !== null && at - now >= NEARLY ? at : null
}

const asTime = (at: EpochMs, reader: Reader): WatchChoice => [
  `${AT}${at}`,
  untilText({ kind: 'time', at }, reader),
]

/**
 * Until when a matter may be watched: its drifts first, then the next times of today, the next working morning, and a moment
 * of one's own.
 */
export function watchChoices(
  { drifts }: Pick<CheckItem, 'drifts'>,
  mornings: Mornings,
  reader: Reader,
): readonly WatchChoice[] {
  const signals = [...new Set(drifts.map(({ signal }) => signal))]
  const flat = signals.map((signal): WatchChoice => [
    `${FLAT}${signal}`,
    untilText({ kind: 'flat', signal }, reader),
  ])
  const any: readonly WatchChoice[] =
    signals.length === 1 ? [] : [[FLAT_ANY, untilText({ kind: 'flat', signal: null }, reader)]]
  const today = TIMES.flatMap((clock) => todayAt(clock, reader) ?? [])
  const times = [...today, nextMorning(reader.now, mornings)].map((at) => asTime(at, reader))
  const other: WatchChoice = [OTHER, words.other]
  return signals.length > 0 ? [...flat, ...any, ...times, other] : [...times, ...any, other]
}

/** What was chosen, or why it cannot be: `moment` is what stands in the field for a moment of one's own. */
export function chosenUntil(
  choice: string,
  moment: string,
  { now, timeZone }: Reader,
): Result<WatchUntil, string> {
  if (choice === FLAT_ANY) return { ok: true, value: { kind: 'flat', signal: null } }
  if (choice.startsWith(FLAT)) {
    const signal = choice.slice(FLAT.length)
    return { ok: true, value: { kind: 'flat', signal: SIGNALS.find((each) => each === signal) ?? null } }
  }
  const at = choice.startsWith(AT) ? Number(choice.slice(AT.length)) : readWallTime(moment, timeZone)
  if (at === null || !Number.isFinite(at)) return { ok: false, error: words.needsMoment }
  if (at <= now) return { ok: false, error: words.past }
  return { ok: true, value: { kind: 'time', at } }
}
