import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Calendar } from './calendar.ts'
import { blockAt, blockBeside, MOST_BLOCKS } from './workBlocks.ts'
import { workedBefore } from './workingTime.ts'
import type { WorkBlock } from './workBlock.ts'

/** When a block's working time comes to `goal`, which is more than 0 and not more than all of it. */
function momentIn({ starts, worked }: WorkBlock, goal: DurationMs): EpochMs {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((worked[middle + 1] ?? Infinity) >= goal) high = middle
    else low = middle + 1
  }
  return (starts[low] ?? Infinity) + goal - (worked[low] ?? 0)
}

/**
 * The first moment by which `duration` of a calendar's working time has passed since `from`; elapsed time without a
 * calendar. What fits a window exactly ends with it, not with the next opening. `from` itself for nothing or less;
 * Infinity where the calendar has not that much in the next ten years.
 */
export function afterWorkingTime(calendar: Calendar | null, from: EpochMs, duration: DurationMs): EpochMs {
  if (!(duration > 0)) return from
  if (calendar === null) return from + duration
  let block = blockAt(calendar, from)
  let left = duration
  for (let seen = 0; seen < MOST_BLOCKS; seen++) {
    const before = workedBefore(block, from)
    const all = block.worked.at(-1) ?? 0
    if (left <= all - before) return momentIn(block, before + left)
    left -= all - before
    block = blockBeside(calendar, block, 1)
  }
  return Infinity
}
