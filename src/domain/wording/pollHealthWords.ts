import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { PollHealth } from '#src/domain/wall/pollHealth.ts'
import { englishWallKeep } from './englishWallKeep.ts'
import { formatDuration } from './formatDuration.ts'
import { formatNumber } from './formatNumber.ts'

/** Polls begin at the watch's own pace; what is later than this is worth a word. */
const LATE: DurationMs = seconds(2)

/** How many polls a second: `12.5`. */
export const pollsPerSecond = ({ polls, span }: PollHealth): string =>
  formatNumber((polls / span) * seconds(1))

/** The watch's own health in a few words: `12.5 polls/s`, and what is not well with it. */
export function pollHealthText(health: PollHealth): string {
  const { fine, late, dropped } = englishWallKeep.health
  const rate = pollsPerSecond(health)
  if (health.dropped > 0) return dropped(rate, health.dropped)
  return health.lateUsually > LATE ? late(rate, formatDuration(health.lateUsually)) : fine(rate)
}
