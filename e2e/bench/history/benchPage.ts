import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type JSHandle, type Page } from 'playwright'
import { build } from 'vite'
import { chromiumPath } from '#e2e/support/chromiumPath.ts'
import type { Steps } from './historyFigures.ts'

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

/** A worker of the bench: it does one step after the other. */
export type BenchWorker = {
  readonly run: <Step extends keyof Steps>(step: Step) => Promise<Steps[Step]>
  readonly end: () => Promise<void>
}

const start = (page: Page): Promise<JSHandle<Worker>> =>
  page.evaluateHandle(() => new Worker('./worker.js', { type: 'module' }))

const runIn = <Step extends keyof Steps>(worker: JSHandle<Worker>, step: Step): Promise<Steps[Step]> =>
  worker.evaluate(
    (on, asked) =>
      new Promise<Steps[Step]>((resolve, reject) => {
        type Said = { readonly figures?: Steps[Step]; readonly error?: string }
        const answered = new AbortController()
        on.addEventListener(
          'message',
          ({ data }: MessageEvent<Said>) => {
            if (data.figures === undefined && data.error === undefined) return
            answered.abort()
            if (data.figures === undefined) reject(new Error(data.error))
            else resolve(data.figures)
          },
          answered,
        )
        on.addEventListener('error', ({ message }) => reject(new Error(message)))
        on.postMessage(asked)
      }),
    step,
  )

/** A page of a browser that keeps its data until `close`; each worker of it begins with nothing but what is stored. */
export async function benchPage(): Promise<{ worker(): Promise<BenchWorker>; close(): Promise<void> }> {
  const { url, close } = await serve(await bundleWorker())
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage()
  await page.goto(url)
  return {
    async worker() {
      const worker = await start(page)
      return {
        run: (step) => runIn(worker, step),
        end: () => worker.evaluate((one) => one.terminate()),
      }
    },
    async close() {
      await browser.close()
      close()
    },
  }
}
