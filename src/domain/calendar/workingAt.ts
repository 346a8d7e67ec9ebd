import type { EpochMs } from '#src/domain/time/units.ts'
import type { Calendar } from './calendar.ts'
import { blockAt, blockBeside, MOST_BLOCKS, windowAfter } from './workBlocks.ts'
import type { WorkBlock } from './workBlock.ts'

/** Whether a calendar's working time runs at a moment, since when and until when that is so. */
export type Working = { readonly open: boolean; readonly since: EpochMs; readonly until: EpochMs }

type Seek = (block: WorkBlock) => EpochMs | null

/** What is found in a block, or in the first of those beside it in which it is; null within ten years. */
function seek(calendar: Calendar, first: WorkBlock, step: 1 | -1, find: Seek): EpochMs | null {
  let block = first
  for (let seen = 0; seen < MOST_BLOCKS; seen++) {
    const found = find(block)
    if (found !== null) return found
    block = blockBeside(calendar, block, step)
  }
  return null
}

/** A window that touches the border of its block may go on in the next one. */
function openUntil(calendar: Calendar, block: WorkBlock, index: number): EpochMs {
  const end = block.ends[index] ?? Infinity
  if (end < block.to) return end
  const found = seek(calendar, blockBeside(calendar, block, 1), 1, ({ starts, ends, from, to }) => {
    if (starts[0] !== from) return from
    return ends[0] === to ? null : (ends[0] ?? null)
  })
  return found ?? Infinity
}

function openSince(calendar: Calendar, block: WorkBlock, index: number): EpochMs {
  const start = block.starts[index] ?? -Infinity
  if (start > block.from) return start
  const found = seek(calendar, blockBeside(calendar, block, -1), -1, ({ starts, ends, from, to }) => {
    if (ends.at(-1) !== to) return to
    return starts.at(-1) === from ? null : (starts.at(-1) ?? null)
  })
  return found ?? -Infinity
}

/**
 * Whether the working time of a calendar runs at a moment; a window's end is not part of it. Day and night without a
 * calendar. `since` and `until` are infinite where nothing changes within ten years.
 */
export function workingAt(calendar: Calendar | null, at: EpochMs): Working {
  if (calendar === null) return { open: true, since: -Infinity, until: Infinity }
  const block = blockAt(calendar, at)
  const index = windowAfter(block, at)
  const start = block.starts[index]
  if (start !== undefined && start <= at)
    return { open: true, since: openSince(calendar, block, index), until: openUntil(calendar, block, index) }
  const since =
    block.ends[index - 1] ??
    seek(calendar, blockBeside(calendar, block, -1), -1, ({ ends }) => ends.at(-1) ?? null)
  const until = start ?? seek(calendar, blockBeside(calendar, block, 1), 1, ({ starts }) => starts[0] ?? null)
  return { open: false, since: since ?? -Infinity, until: until ?? Infinity }
}
