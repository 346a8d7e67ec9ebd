import type { Rota } from '#src/domain/fleet/ticketSettings.ts'
import { momentOf } from '#src/domain/time/momentOf.ts'
import { daysFromCivil } from '#src/domain/time/parseTimestamp.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { zoneOffset } from '#src/domain/time/zoneOffset.ts'
import type { Duty } from './duty.ts'

/** The number of a local date since 1970-01-01; NaN for what is no date. */
function dayOf(date: string): number {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number)
  return daysFromCivil(year, month, day)
}

/** A rota with what is worked out of it once. */
type Turns = {
  readonly rota: Rota
  /** When the turn of a number begins: by wall clock, so that a week with a change of clocks is an hour longer or shorter. */
  readonly begin: (turn: number) => EpochMs
}

function turnsOf(rota: Rota): Turns {
  const first = dayOf(rota.from)
  return { rota, begin: (turn) => momentOf(first + turn * rota.turn, rota.handover, rota.timeZone) }
}

/** Which turn a moment lies in: 0 is the first one, negative before it. */
function turnAt({ rota, begin }: Turns, at: EpochMs): number {
  const localDay = Math.floor((at + zoneOffset(at, rota.timeZone)) / days(1))
  const turn = Math.floor((localDay - dayOf(rota.from)) / rota.turn)
  return at < begin(turn) ? turn - 1 : turn
}

/** Who has it at a moment: by the last swap that applies, else by turn; null before the first turn. */
function whoAt(turns: Turns, at: EpochMs): string | null {
  const { people, swaps } = turns.rota
  const turn = turnAt(turns, at)
  if (turn < 0) return null
  const swap = swaps.findLast(({ from, to }) => from <= at && at < to)
  return swap?.who ?? people[turn % people.length] ?? null
}

/** When it may pass to somebody else after `now`, in order: as many turns on as it takes all of them to have had one. */
function handovers(turns: Turns, now: EpochMs): readonly EpochMs[] {
  const { people, swaps } = turns.rota
  const turn = turnAt(turns, now)
  const lastSwap = Math.max(now, ...swaps.map(({ to }) => to))
  const last = Math.max(turn, turnAt(turns, lastSwap)) + people.length + 1
  const ofSwaps = swaps.flatMap(({ from, to }) => [from, to])
  const count = Math.min(last - turn, MOST_TURNS)
  const ofTurns = Array.from({ length: count }, (_, i) => turns.begin(turn + 1 + i))
  return [...ofSwaps, ...ofTurns].filter((at) => at > now).toSorted((a, b) => a - b)
}

/** When somebody got it who has it `now`, within as many turns as there are people; undefined where it was before. */
function sinceWhen(turns: Turns, who: string, now: EpochMs): EpochMs | undefined {
  const { people, swaps } = turns.rota
  const turn = turnAt(turns, now)
  const count = Math.min(turn, people.length, MOST_TURNS) + 1
  const ofTurns = Array.from({ length: count }, (_, i) => turns.begin(turn - i))
  const began = [...swaps.flatMap(({ from, to }) => [from, to]), ...ofTurns].filter((at) => at <= now)
  return began.toSorted((a, b) => b - a).find((at) => whoAt(turns, at - 1) !== who)
}

/** No further than so many turns is looked ahead. */
const MOST_TURNS = 400

/**
 * Who is on RUN duty at `now`, since and until when, and who is next. Duty is handed over by the clock of the rota's zone, whatever
 * the clocks do in between. Of swaps the last in the list that applies counts. `until` is when somebody else has it: of
 * people who have several turns in a row, the end of the last one. Where nobody else ever has it, `until` is the end of
 * the turn and `next` is null. Null before the first turn, and of a rota without people or with a `from` that is no date.
 */
export function dutyAt(rota: Rota, now: EpochMs): Duty | null {
  if (!Number.isFinite(dayOf(rota.from))) return null
  const turns = turnsOf(rota)
  const who = whoAt(turns, now)
  if (who === null) return null
  const since = sinceWhen(turns, who, now)
  const has = since === undefined ? { who } : { who, since }
  for (const until of handovers(turns, now)) {
    const next = whoAt(turns, until)
    if (next !== who) return { ...has, until, next }
  }
  return { ...has, until: turns.begin(turnAt(turns, now) + 1), next: null }
}
