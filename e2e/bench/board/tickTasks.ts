import type { Browser, Page } from 'playwright'
import { TICK_MARK } from './boardBench.ts'

/** What one tick cost the page's main thread, in ms of processor time. */
export type TickTasks = {
  /** The longest task until the next tick: one over 16 ms misses a frame. */
  readonly longest: number
}

/** Of a trace. Times are in µs; `tdur` is a duration without what the thread waited for a processor. */
type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

const CATEGORIES = ['blink.user_timing', 'disabled-by-default-devtools.timeline']

function readTasks(events: readonly TraceEvent[]): readonly TickTasks[] {
  const marks = events.filter(({ name }) => name === TICK_MARK).toSorted((a, b) => a.ts - b.ts)
  const [{ pid, tid } = { pid: 0, tid: 0 }] = marks
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask')
  // The mark is set within its tick's first task.
  const starts = marks.map(
    ({ ts: at }) => tasks.find(({ ts, dur = 0 }) => ts <= at && at <= ts + dur)?.ts ?? at,
  )
  return starts.map((from, i) => {
    const until = starts[i + 1] ?? Infinity
    const its = tasks.filter(({ ts }) => ts >= from && ts < until)
    return { longest: Math.max(0, ...its.map(({ dur = 0, tdur = dur }) => tdur / 1000)) }
  })
}

/** What the main thread of a page does from tick to tick while something is done, by the browser's own trace. */
export async function tickTasks(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly TickTasks[]> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await work()
  const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString('utf8'),
  )
  return readTasks(trace.traceEvents)
}
