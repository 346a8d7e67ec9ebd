import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { chromiumPath } from '#e2e/support/chromiumPath.ts'
import { type Kind, KINDS, OPEN } from './board/boardBench.ts'
import { type TickTasks, tickTasks } from './board/tickTasks.ts'
import type { Bench } from './bench.ts'
import { buildPage } from './buildPage.ts'
import { figure, table } from './table.ts'
import type { Took } from './timedPaint.ts'

/** In ms of the main thread's own processor time, if not said otherwise. */
type Costs = {
  readonly mount: number
  /** Until the first rows are painted, by the clock on the wall. */
  readonly firstPaint: number
  /** Of one second of the board's life: script, style, layout and paint. */
  readonly second: number
  readonly longest: number
  /** In how many of a hundred seconds a task took more than a frame. */
  readonly missed: number
  readonly change: number
  readonly move: number
  readonly shuffle: number
  readonly elements: number
}

/** What the board alone can do. */
type Keys = { readonly cpu: number; readonly script: number; readonly paint: number }

const ROUNDS = 3
const TICKS = 30
/** A second of the board's clock goes by in so many ms: long enough for all that it sets off. */
const PAUSE = 150
const UPDATES = 6
const PRESSES = 40
const FRAME = 16

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

type Act = { readonly cpu: number; readonly took: Took | null }

/** Does something in the page, and tells what the main thread has used for it. */
async function act(page: Page, cdp: CDPSession, call: string): Promise<Act> {
  const busy = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  const before = await busy()
  const took = await page.evaluate<Took | undefined>(`boardBench.${call}`)
  return { cpu: (await busy()) - before, took: took ?? null }
}

async function repeat(times: number, once: () => Promise<Act>): Promise<readonly Act[]> {
  const acts: Act[] = []
  for (let i = 0; i < times; i += 1) acts.push(await once())
  return acts
}

const missedOf = (ticks: readonly TickTasks[]): number =>
  (100 * ticks.filter(({ longest }) => longest > FRAME).length) / ticks.length

async function open(browser: Browser, script: string): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  await page.setContent('<!doctype html><div id="root"></div>')
  await page.addScriptTag({ content: script })
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, cdp }
}

/** One board in a page of its own: drawn, left to its clocks, then changed. */
async function measureBoard(browser: Browser, script: string, kind: Kind): Promise<Costs> {
  const { page, cdp } = await open(browser, script)
  try {
    const mount = await act(page, cdp, `mount('${kind}')`)
    const rest = await act(page, cdp, `whole()`)
    const elements = await page.evaluate<number>('boardBench.elements()')
    await act(page, cdp, `tick(5, ${PAUSE})`)
    const { cpu } = await act(page, cdp, `tick(${TICKS}, ${PAUSE})`)
    const ticks = await tickTasks(browser, page, () => act(page, cdp, `tick(${TICKS}, ${PAUSE})`))
    const update = async (what: string): Promise<number> =>
      median((await repeat(UPDATES, () => act(page, cdp, `${what}()`))).map((one) => one.cpu))
    return {
      mount: mount.cpu + rest.cpu,
      firstPaint: mount.took?.total ?? Number.NaN,
      second: cpu / TICKS,
      longest: median(ticks.map(({ longest }) => longest)),
      missed: missedOf(ticks),
      change: await update('change'),
      move: await update('move'),
      shuffle: await update('shuffle'),
      elements,
    }
  } finally {
    await page.context().close()
  }
}

/** The keyboard on its way down the list. */
async function measureKeys(browser: Browser, script: string): Promise<Keys> {
  const { page, cdp } = await open(browser, script)
  try {
    await act(page, cdp, `mount('own')`)
    await act(page, cdp, `whole()`)
    const presses = await repeat(PRESSES, () => act(page, cdp, `press('j')`))
    const of = (read: (took: Took) => number): number =>
      median(presses.flatMap(({ took }) => (took === null ? [] : [read(took)])))
    return {
      cpu: median(presses.map(({ cpu }) => cpu)),
      script: of(({ script: its }) => its),
      paint: of(({ total }) => total),
    }
  } finally {
    await page.context().close()
  }
}

/** The best of a few rounds: what else a machine does only ever adds. Frames are counted in the worst of them. */
const bestOf = (runs: readonly Costs[]): Costs => {
  const of = (name: keyof Costs): number => Math.min(...runs.map((run) => run[name]))
  return {
    mount: of('mount'),
    firstPaint: of('firstPaint'),
    second: of('second'),
    longest: of('longest'),
    missed: Math.max(...runs.map(({ missed }) => missed)),
    change: of('change'),
    move: of('move'),
    shuffle: of('shuffle'),
    elements: of('elements'),
  }
}

const COLUMNS = [
  ['second', 'a second'],
  ['longest', 'longest task'],
  ['missed', '% over a frame'],
  ['mount', 'mount'],
  ['firstPaint', 'first paint (wall)'],
  ['change', 'one row changed'],
  ['move', 'one row moved'],
  ['shuffle', 'all rows anew'],
  ['elements', 'elements'],
] as const

const AIMS = [
  { what: 'a second ÷ bare', of: 'second', to: 'bare', aim: 2 },
  { what: 'a second ÷ naive', of: 'second', to: 'naive', aim: 0.3 },
  { what: 'longest task ÷ naive', of: 'longest', to: 'naive', aim: 0.4 },
  { what: 'mount ÷ bare', of: 'mount', to: 'bare', aim: 2 },
  { what: 'one row changed ÷ naive', of: 'change', to: 'naive', aim: 0.4 },
] as const

function report(costs: Readonly<Record<Kind, Costs>>, keys: Keys): string {
  const rows = KINDS.map((kind) => [kind, ...COLUMNS.map(([name]) => figure(costs[kind][name]))])
  const ratios = AIMS.map(({ what, of, to, aim }) => {
    const ratio = costs.own[of] / costs[to][of]
    return [what, `${figure(ratio)} ${ratio <= aim ? '✓' : '✗'}`, `≤ ${aim}`]
  })
  const frame = [
    'longest task, ms',
    `${figure(costs.own.longest)} ${costs.own.longest <= FRAME ? '✓' : '✗'}`,
    `≤ ${FRAME}`,
  ]
  const { cpu, script, paint } = keys
  return [
    `\n${OPEN} open tickets, ${2 * OPEN} running clocks; ms of the main thread`,
    table(['', ...COLUMNS.map(([, head]) => head)], rows),
    '',
    table(['', 'own', 'aim'], [frame, ...ratios]),
    '',
    `j: ${figure(cpu)} ms, ${figure(script)} of it script; painted ${figure(paint)} ms after the frame before`,
  ].join('\n')
}

async function run(print: (text: string) => void): Promise<unknown> {
  const { script } = await buildPage(new URL('board/page.tsx', import.meta.url))
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const runs: Record<Kind, Costs[]> = { bare: [], own: [], naive: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of KINDS) runs[kind].push(await measureBoard(browser, script, kind))
    }
    const keys = await measureKeys(browser, script)
    const costs = { bare: bestOf(runs.bare), own: bestOf(runs.own), naive: bestOf(runs.naive) }
    print(report(costs, keys))
    return { ...costs, keys }
  } finally {
    await browser.close()
  }
}

/** The board with five hundred open tickets: what its clocks cost each second, and what changes cost, in Chromium. */
export const bench: Bench = { name: 'board', run }
