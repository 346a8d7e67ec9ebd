import { type Browser, type CDPSession, chromium } from 'playwright'
import { chromiumPath } from '#e2e/support/chromiumPath.ts'
import type { Bench } from './bench.ts'
import { type BuiltPage, buildPage } from './buildPage.ts'
import { type Kind, KINDS } from './sparklines/sparkBench.ts'
import { figure, table } from './table.ts'
import type { Took } from './timedPaint.ts'

const GRID = `
  #root { display: grid; grid-template-columns: repeat(8, 1fr); gap: 4px; font: 12px sans-serif; }
  article { border: 1px solid #ccc; padding: 4px; min-height: 48px; }
  .line { height: 24px; }
`

/** In ms and MB. CPU is the main thread's: script, style, layout and paint. */
type Costs = {
  readonly mount: number
  readonly tenth: number
  readonly all: number
  readonly allCpu: number
  readonly heap: number
}

const SIZES = [50, 200, 1000]
const ROUNDS = 3
const UPDATES = 4
/** A thousand charts of the library take half a minute: once is enough. */
const isSlow = (kind: Kind, tiles: number): boolean => kind === 'recharts' && tiles > 200

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function busyMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** One grid in a page of its own: mounted, then updated in part and as a whole. */
async function measureGrid(
  browser: Browser,
  { script, style }: BuiltPage,
  kind: Kind,
  tiles: number,
): Promise<Costs> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.setContent('<!doctype html><div id="root"></div>')
    await page.addStyleTag({ content: `${GRID}${style}` })
    await page.addScriptTag({ content: script })
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    const before = await heapMb(cdp)
    const mount = await page.evaluate<Took>(`sparkBench.mount('${kind}', ${tiles})`)
    const heap = (await heapMb(cdp)) - before
    const updates = async (every: number): Promise<number> => {
      const took: number[] = []
      for (let i = 0; i < UPDATES; i += 1) {
        took.push((await page.evaluate<Took>(`sparkBench.update(${every})`)).total)
      }
      return median(took)
    }
    await page.evaluate(`sparkBench.update(1)`)
    const tenth = await updates(10)
    const busy = await busyMs(cdp)
    const all = await updates(1)
    return { mount: mount.total, tenth, all, allCpu: ((await busyMs(cdp)) - busy) / UPDATES, heap }
  } finally {
    await context.close()
  }
}

/** The best of a few rounds: what else a machine does only ever adds. */
const bestOf = (runs: readonly Costs[]): Costs => {
  const of = (name: keyof Costs): number => Math.min(...runs.map((run) => run[name]))
  return { mount: of('mount'), tenth: of('tenth'), all: of('all'), allCpu: of('allCpu'), heap: of('heap') }
}

async function measureSize(browser: Browser, page: BuiltPage, tiles: number): Promise<Record<Kind, Costs>> {
  const runs: Record<Kind, Costs[]> = { none: [], own: [], worded: [], recharts: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of KINDS) {
      if (round > 0 && isSlow(kind, tiles)) continue
      runs[kind].push(await measureGrid(browser, page, kind, tiles))
    }
  }
  return {
    none: bestOf(runs.none),
    own: bestOf(runs.own),
    worded: bestOf(runs.worded),
    recharts: bestOf(runs.recharts),
  }
}

const HEAD = ['', 'mount ms', '10 % ms', '100 % ms', '100 % CPU ms', 'heap MB']

const AIMS = [
  { what: 'mount ÷ grid without lines', of: 'mount', to: 'none', aim: 2 },
  { what: 'mount ÷ recharts', of: 'mount', to: 'recharts', aim: 0.15 },
  { what: '100 % CPU ÷ grid without lines', of: 'allCpu', to: 'none', aim: 3 },
  { what: '100 % CPU ÷ recharts', of: 'allCpu', to: 'recharts', aim: 0.2 },
  { what: 'heap ÷ recharts', of: 'heap', to: 'recharts', aim: 0.05, tiles: 1000 },
] as const

function report(tiles: number, costs: Readonly<Record<Kind, Costs>>): string {
  const rows = KINDS.map((kind) => {
    const { mount, tenth, all, allCpu, heap } = costs[kind]
    return [kind, figure(mount), figure(tenth), figure(all), figure(allCpu), figure(heap)]
  })
  const ratios = AIMS.filter((aim) => !('tiles' in aim) || aim.tiles === tiles).map(
    ({ what, of, to, aim }) => {
      const say = (kind: Kind): string => {
        const ratio = costs[kind][of] / costs[to][of]
        return `${figure(ratio)} ${ratio <= aim ? '✓' : '✗'}`
      }
      return [what, say('own'), say('worded'), `≤ ${aim}`]
    },
  )
  return `\n${tiles} tiles\n${table(HEAD, rows)}\n\n${table(['', 'own', 'worded', 'aim'], ratios)}`
}

async function run(print: (text: string) => void): Promise<unknown> {
  const page = await buildPage(new URL('sparklines/page.tsx', import.meta.url))
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const results: Record<string, unknown> = {}
  try {
    for (const tiles of SIZES) {
      const costs = await measureSize(browser, page, tiles)
      print(report(tiles, costs))
      results[`${tiles} tiles`] = costs
    }
  } finally {
    await browser.close()
  }
  return results
}

/** A grid of tiles with sparklines, against the same grid without them and against the obvious library, in Chromium. */
export const bench: Bench = { name: 'sparklines', run }
