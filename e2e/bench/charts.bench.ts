import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { chromiumPath } from '#e2e/support/chromiumPath.ts'
import type { Bench } from './bench.ts'
import { type BuiltPage, buildPage } from './buildPage.ts'
import { CHARTS, type Kind, KINDS, PLACES } from './charts/chartBench.ts'
import { figure, table } from './table.ts'
import type { Took } from './timedPaint.ts'

/** In ms of the main thread's own processor time, if not said otherwise. */
type Costs = {
  /** Until all charts are there: script, style, layout and paint. */
  readonly draw: number
  /** Until the first are painted, by the clock on the wall. */
  readonly firstPaint: number
  /** All charts with the next answer. */
  readonly change: number
  /** One move of a hand: script, style, layout and paint. */
  readonly move: number
  readonly moveScript: number
  /** One move while a stretch is being selected. */
  readonly brush: number
  readonly brushScript: number
  /** Of a hundred frames in which a hand moved, how many came late (wall, on a machine that does other things too). */
  readonly late: number
  readonly elements: number
}

const ROUNDS = 5
const CHANGES = 5
const MOVES = 120
/** A frame of 60 a second, and what a timer may be off by. */
const FRAME = 1000 / 60
const LATE = FRAME * 1.5

const GRID = `#root { padding: 24px } .grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px }`

/** What is pointed at. */
const TARGET: Readonly<Record<Kind, string>> = {
  bare: 'svg',
  own: '[data-pointed="pad"]',
  recharts: '.recharts-wrapper',
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** What the main thread has done so far, in ms of its processor time. */
async function busyMs(cdp: CDPSession): Promise<{ readonly all: number; readonly script: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (wanted: string): number =>
    (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000
  return { all: of('TaskDuration'), script: of('ScriptDuration') }
}

type Opened = { readonly page: Page; readonly cdp: CDPSession }

async function open(browser: Browser, { script, style }: BuiltPage): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.setContent('<!doctype html><div id="root"></div>')
  await page.addStyleTag({ content: `${style}${GRID}` })
  await page.addScriptTag({ content: script })
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, cdp }
}

/** What a call in the page costs its main thread, and what it answers. */
async function cost<T>({ page, cdp }: Opened, call: string): Promise<readonly [number, T]> {
  const before = await busyMs(cdp)
  const answer = await page.evaluate<T>(`chartBench.${call}`)
  return [(await busyMs(cdp)).all - before.all, answer]
}

/** What a hand's way over the first chart costs. */
type Swept = { readonly move: number; readonly script: number; readonly frames: readonly number[] }

/** Moves the real pointer over the first chart, from its left to its right; `held`: with a button pressed, as one selects. */
async function sweep({ page, cdp }: Opened, kind: Kind, held: boolean): Promise<Swept> {
  const box = await page.locator(TARGET[kind]).first().boundingBox()
  if (box === null) return { move: Number.NaN, script: Number.NaN, frames: [] }
  const [from, y] = [box.x + 80, box.y + box.height / 2]
  await page.mouse.move(from, y)
  if (held) await page.mouse.down()
  await page.evaluate('chartBench.watchFrames()')
  const before = await busyMs(cdp)
  for (let i = 1; i <= MOVES; i += 1) await page.mouse.move(from + ((box.width - 100) * i) / MOVES, y)
  const after = await busyMs(cdp)
  const frames = await page.evaluate<number[]>('chartBench.framesSeen()')
  await page.keyboard.press('Escape')
  if (held) await page.mouse.up()
  return { move: (after.all - before.all) / MOVES, script: (after.script - before.script) / MOVES, frames }
}

/** One pod's charts in a page of their own: drawn, changed, pointed at. */
async function measureCharts(browser: Browser, built: BuiltPage, kind: Kind): Promise<Costs> {
  const opened = await open(browser, built)
  try {
    const [first, took] = await cost<Took>(opened, `mount('${kind}')`)
    const [rest] = await cost(opened, 'whole()')
    const elements = await opened.page.evaluate<number>('chartBench.elements()')
    const changes: number[] = []
    for (let i = 0; i < CHANGES; i += 1) changes.push((await cost(opened, `change('${kind}')`))[0])
    await sweep(opened, kind, false)
    const moves = await sweep(opened, kind, false)
    const brush = await sweep(opened, kind, true)
    const frames = [...moves.frames, ...brush.frames]
    return {
      draw: first + rest,
      firstPaint: took.total,
      change: median(changes),
      move: moves.move,
      moveScript: moves.script,
      brush: brush.move,
      brushScript: brush.script,
      late: (100 * frames.filter((frame) => frame > LATE).length) / frames.length,
      elements,
    }
  } finally {
    await opened.page.context().close()
  }
}

const COLUMNS = [
  ['draw', 'drawn'],
  ['firstPaint', 'first paint (wall)'],
  ['change', 'next answer'],
  ['move', 'a move'],
  ['moveScript', 'its script'],
  ['brush', 'a brush'],
  ['brushScript', 'its script'],
  ['late', '% frames late (wall)'],
  ['elements', 'elements'],
] as const

const AIMS = [
  { what: 'drawn, ms', of: 'draw', aim: 200 },
  { what: 'a move, ms', of: 'move', aim: 16 },
  { what: 'a brush, ms', of: 'brush', aim: 16 },
] as const

const medianOf = (runs: readonly Costs[]): Costs => {
  const of = (name: keyof Costs): number => median(runs.map((run) => run[name]))
  return {
    draw: of('draw'),
    firstPaint: of('firstPaint'),
    change: of('change'),
    move: of('move'),
    moveScript: of('moveScript'),
    brush: of('brush'),
    brushScript: of('brushScript'),
    late: of('late'),
    elements: of('elements'),
  }
}

function report(costs: Readonly<Record<Kind, Costs>>): string {
  const rows = KINDS.map((kind) => [kind, ...COLUMNS.map(([name]) => figure(costs[kind][name]))])
  const aims = AIMS.map(({ what, of, aim }) => {
    const value = costs.own[of]
    return [what, `${figure(value)} ${value <= aim ? '✓' : '✗'}`, `≤ ${aim}`, figure(costs.recharts[of])]
  })
  return [
    `\n${CHARTS} signals of 28 days in ${PLACES} places each; ms of the main thread, medians of ${ROUNDS}`,
    table(['', ...COLUMNS.map(([, head]) => head)], rows),
    '',
    table(['', 'own', 'aim', 'recharts'], aims),
  ].join('\n')
}

async function run(print: (text: string) => void): Promise<unknown> {
  const built = await buildPage(new URL('charts/page.tsx', import.meta.url))
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const runs: Record<Kind, Costs[]> = { bare: [], own: [], recharts: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of KINDS) runs[kind].push(await measureCharts(browser, built, kind))
    }
    const costs = { bare: medianOf(runs.bare), own: medianOf(runs.own), recharts: medianOf(runs.recharts) }
    print(report(costs))
    return { ...costs, runs }
  } finally {
    await browser.close()
  }
}

/** The charts of one pod against plain charts of the library and against bare paths, in Chromium. */
export const bench: Bench = { name: 'charts', run }
