import type { Browser, Page } from 'playwright'
import { TICK_MARK } from './boardBench.ts'

/** What one tick cost the page's main thread, in ms by the clock on the wall. */
export type TickTasks = {
  /** Of all tasks until the next tick. */
  readonly busy: number
  /** The longest one: with more than 16 a frame is missed. */
  readonly longest: number
}

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** In µs, as is `dur`. */
  readonly ts: number
  readonly dur?: number
}

const CATEGORIES = ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline']

function readTasks(events: readonly TraceEvent[]): readonly TickTasks[] {
  const marks = events.filter(({ name }) => name === TICK_MARK).toSorted((a, b) => a.ts - b.ts)
  const [{ pid, tid } = { pid: 0, tid: 0 }] = marks
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask')
  // The mark is set within its tick's first task.
  const starts = marks.map(({ ts }) => tasks.find((task) => task.ts <= ts && ts <= task.ts + (task.dur ?? 0))?.ts ?? ts)
  return starts.slice(0, -1).map((from, i) => {
    const took = tasks
      .filter(({ ts }) => ts >= from && ts < (starts[i + 1] ?? Infinity))
      .map(({ dur = 0 }) => dur / 1000)
    return { busy: took.reduce((sum, each) => sum + each, 0), longest: Math.max(0, ...took) }
  })
}

/** What the main thread of a page does from tick to tick while something is done, by the browser's own trace. */
export async function tickTasks(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly TickTasks[]> {
  await browser.startTracing(page, { categories: CATEGORIES })
  try {
    await work()
  } finally {
    const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
      (await browser.stopTracing()).toString('utf8'),
    )
    return readTasks(trace.traceEvents)
  }
}
