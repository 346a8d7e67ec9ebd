import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { PollHealth } from '#src/domain/wall/pollHealth.ts'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { formatAge, formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { pollsPerSecond } from '#src/domain/wording/pollHealthWords.ts'
import type { PageVitals } from '#src/state/usePageVitals.ts'

/** What is said of one thing. */
export type Figure = readonly [name: string, value: string]

const words = englishWallKeep.own

function used(bytes: number | null, most: number | null): string {
  if (bytes === null) return words.notTold
  return most === null ? formatBytes(bytes) : words.of(formatBytes(bytes), formatBytes(most))
}

/** For how long something goes on by now, and since when. */
function lasting(since: EpochMs, now: EpochMs, timeZone: string): string {
  const whole = Math.floor(Math.max(0, now - since) / seconds(1)) * seconds(1)
  return words.since(formatDuration(whole), formatMoment(since, now, timeZone))
}

function age(of: DurationMs): string {
  const { value, unit } = formatAge(of)
  return `${value} ${unit}`
}

type Moment = { readonly now: EpochMs; readonly timeZone: string }

/** What the page takes. */
export function pageFigures(
  vitals: PageVitals | null,
  openedAt: EpochMs,
  { now, timeZone }: Moment,
): readonly Figure[] {
  return [
    [words.heap, used(vitals?.heap ?? null, vitals?.heapLimit ?? null)],
    [words.elements, vitals === null ? words.notTold : formatNumber(vitals.elements)],
    [words.stored, used(vitals?.stored ?? null, vitals?.room ?? null)],
    [words.build, vitals === null ? words.notTold : (vitals.build ?? words.development)],
    [words.uptime, lasting(openedAt, now, timeZone)],
  ]
}

/** How the watch fares. `beatAt`: when it last completed a turn; `health` is null while it does not tell. */
export function watchFigures(
  health: PollHealth | null,
  { mode, beatAt }: { readonly mode: 'shared' | 'dedicated'; readonly beatAt: EpochMs | null },
  { now, timeZone }: Moment,
): readonly Figure[] {
  const turn = beatAt === null ? words.none : words.ago(age(now - beatAt))
  const known: readonly Figure[] = [
    [words.mode, words[mode]],
    [words.turn, turn],
  ]
  if (health === null) return [...known, [words.polls, words.notTold]]
  const { since, lateUsually, lateAtWorst, dropped, droppedEver, waiting, turnsLate } = health
  return [
    ...known,
    [words.age, lasting(since, now, timeZone)],
    [words.polls, words.perSecond(pollsPerSecond(health))],
    [words.late, words.lateBy(formatDuration(lateUsually), formatDuration(lateAtWorst))],
    [words.dropped, words.droppedOf(dropped, droppedEver)],
    [words.waiting, formatNumber(waiting)],
    [words.turnsLate, formatDuration(turnsLate)],
  ]
}
