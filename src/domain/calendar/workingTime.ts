import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Calendar } from './calendar.ts'
import { blockAt, blockBeside, MOST_BLOCKS, windowAfter } from './workBlocks.ts'
import type { WorkBlock } from './workBlock.ts'

/** The working time of a block that lies before a moment. */
export function workedBefore(block: WorkBlock, at: EpochMs): DurationMs {
  const next = windowAfter(block, at)
  const start = block.starts[next]
  return (block.worked[next] ?? 0) + (start === undefined ? 0 : Math.max(0, at - start))
}

/**
 * How much working time of a calendar lies between two moments, in ms; without a calendar all of it: day and night,
 * elapsed time. 0 where `to` is not after `from`. What is more than ten years after `from` is not counted.
 */
export function workingTime(calendar: Calendar | null, from: EpochMs, to: EpochMs): DurationMs {
  if (calendar === null) return Math.max(0, to - from)
  if (!(from < to)) return 0
  let block = blockAt(calendar, from)
  let sum = 0
  for (let seen = 0; seen < MOST_BLOCKS; seen++) {
    sum += workedBefore(block, to) - workedBefore(block, from)
    if (to <= block.to) break
    block = blockBeside(calendar, block, 1)
  }
  return sum
}
