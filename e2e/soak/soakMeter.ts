import type { BrowserContext, Page } from 'playwright/test'
import { workerSession } from './workerSession.ts'

/** What of a wall must not grow. */
export const FIGURES = ['page heap', 'worker heap', 'DOM nodes', 'listeners', 'IndexedDB', 'dropped'] as const
export type SoakFigure = (typeof FIGURES)[number]

export type SoakReading = Readonly<Record<SoakFigure, number>>

/** Reads all of it at once, after garbage was collected. */
export type SoakMeter = { readonly read: () => Promise<SoakReading> }

const numberIn = (of: unknown, name: string): number => {
  const value: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, name) : null
  return typeof value === 'number' ? value : 0
}

/** Objects and what lies in array buffers: the histories are there. */
const heapOf = (usage: unknown): number => numberIn(usage, 'usedSize') + numberIn(usage, 'backingStorageSize')

const storedBy = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { usage = 0 } = await navigator.storage.estimate()
    return usage
  })

/** Polls that the wall's own strip says were dropped in its last minute. */
const droppedOn = (page: Page): Promise<number> =>
  page.evaluate(() => Number(/(\d+) dropped/.exec(document.body.textContent ?? '')?.[1] ?? 0))

export async function soakMeter(context: BrowserContext, page: Page): Promise<SoakMeter> {
  const browser = context.browser()
  if (browser === null) throw new Error('this context has no browser')
  const [own, worker] = [await context.newCDPSession(page), await workerSession(browser)]
  return {
    async read() {
      await Promise.all([own.send('HeapProfiler.collectGarbage'), worker.send('HeapProfiler.collectGarbage')])
      const [usage, ofWorker, dom, stored, dropped] = await Promise.all([
        own.send('Runtime.getHeapUsage'),
        worker.send('Runtime.getHeapUsage'),
        own.send('Memory.getDOMCounters'),
        storedBy(page),
        droppedOn(page),
      ])
      return {
        'page heap': heapOf(usage),
        'worker heap': heapOf(ofWorker),
        'DOM nodes': dom.nodes,
        listeners: dom.jsEventListeners,
        IndexedDB: stored,
        dropped,
      }
    },
  }
}
