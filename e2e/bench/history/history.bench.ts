import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import type { Bench } from '#e2e/bench/bench.ts'
import { figure, table } from '#e2e/bench/table.ts'
import { chromiumPath } from '#e2e/support/chromiumPath.ts'
import type { HistoryFigures } from './historyFigures.ts'

const WORKER = fileURLToPath(new URL('historyWorker.ts', import.meta.url))

async function bundleWorker(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'history-bench-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        target: 'es2023',
        outDir,
        rolldownOptions: { input: WORKER, output: { entryFileNames: 'worker.js', codeSplitting: false } },
      },
    })
    return await readFile(join(outDir, 'worker.js'), 'utf8')
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}

/** A page with a worker, on an origin of its own. */
async function serve(script: string): Promise<{ url: string; close: () => void }> {
  const server = createServer(({ url }, response) => {
    if (url === '/worker.js') response.setHeader('content-type', 'text/javascript').end(script)
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>')
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

type Said = { readonly figures?: HistoryFigures; readonly error?: string; readonly notice?: unknown }

async function measureInBrowser(): Promise<HistoryFigures> {
  const { url, close } = await serve(await bundleWorker())
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    const said = await page.evaluate(
      () =>
        new Promise<Said>((resolve) => {
          const worker = new Worker('./worker.js', { type: 'module' })
          worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
            if (data.figures !== undefined || data.error !== undefined) resolve(data)
          })
          worker.addEventListener('error', ({ message }) => resolve({ error: message }))
        }),
    )
    if (said.figures === undefined) throw new Error(said.error)
    return said.figures
  } finally {
    await browser.close()
    close()
  }
}

const run = async (print: (text: string) => void): Promise<unknown> => {
  const figures = await measureInBrowser()
  const { load, loadAgain, loadHistories, loadSlice, minuteWrite, minuteSlice, hourWrite, hourSlice } =
    figures
  print(
    `${figures.series} series (150 pods × 15 signals), 24 h fine and 28 d coarse, in a worker of a real browser`,
  )
  const goal = 500
  print(
    table(
      ['', 'ms', 'aim', 'longest slice, ms'],
      [
        ['load, the first time', figure(load), `≤ ${goal} ${load <= goal ? '✓' : '✗'}`, ''],
        ['load, warm', figure(loadAgain), `≤ ${goal} ${loadAgain <= goal ? '✓' : '✗'}`, figure(loadSlice)],
        ['of which histories', figure(loadHistories), '', ''],
        ['of which the browser hands over', figure(figures.loadReading), '', ''],
        ['write of a minute', figure(minuteWrite), '', figure(minuteSlice)],
        ['turn of an hour, with the drift test', figure(hourWrite), '', figure(hourSlice)],
        ['export', figure(figures.exportTime), '', ''],
      ],
    ),
  )
  print(
    table(
      ['bytes a series', ''],
      [
        ['in memory', figure(figures.bytesInMemory)],
        ['the drift test, in memory', figure(figures.bytesOfDrifts)],
        ['stored', figure(figures.bytesStored)],
        ['written a minute', figure(figures.bytesOfMinute / figures.series)],
        ['exported', figure(figures.exportBytes / figures.series)],
      ],
    ),
  )
  return figures
}

/** What keeping the history of a fleet costs: loading it, and writing it minute by minute. */
export const bench: Bench = { name: 'history', run }
