import type { Page } from 'playwright/test'

declare global {
  var turnsTaken: number | undefined
}

/** How often a page had its turn so far, and each worker of its own. Numbers that stay are of a tab that stands still. */
export type TurnCount = () => Promise<readonly number[]>

const begin = (): void => {
  globalThis.turnsTaken = 0
  setInterval(() => {
    globalThis.turnsTaken = (globalThis.turnsTaken ?? 0) + 1
  }, 100)
}

const read = (): number => globalThis.turnsTaken ?? 0

/** Begins to count: ten turns a second, of a hidden page one. */
export async function turnCount(page: Page): Promise<TurnCount> {
  const workers = page.workers()
  await Promise.all([page.evaluate(begin), ...workers.map((worker) => worker.evaluate(begin))])
  return () => Promise.all([page.evaluate(read), ...workers.map((worker) => worker.evaluate(read))])
}
