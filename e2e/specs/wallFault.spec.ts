import type { BrowserContext, Page } from 'playwright/test'
import { WallKeeping } from '#e2e/pages/WallKeeping.ts'
import { countingPod } from '#e2e/support/countingPod.ts'
import { complaintsOf } from '#e2e/support/pageComplaints.ts'
import { expect, test } from '#e2e/support/test.ts'
import { seconds } from '#src/domain/time/units.ts'

/** What is tried again by itself is so for the first time after this long. */
const PAUSE = seconds(15)

/** Pauses of that length begin to wait for `passPauses`. */
const holdPauses = (page: Page): Promise<unknown> =>
  page.addInitScript((pause) => {
    const ends: (() => void)[] = []
    const native = globalThis.setTimeout
    const held = (call: () => void, after?: number): unknown =>
      after === pause ? ends.push(call) : native(call, after)
    Object.assign(globalThis, { setTimeout: held, passPauses: () => ends.splice(0).forEach((end) => end()) })
  }, PAUSE)

const passPauses = (page: Page): Promise<void> => page.evaluate('passPauses()')

const PLANTED = 'planted: no size can be watched'

const lonely = (url: string): object => ({
  services: [{ name: 'lonely', url, endpoints: { health: '/health', metrics: false, version: false } }],
})

/** The first page of a tab has a browser that fails the wall; the next one has not. */
const failOnce = (context: BrowserContext): Promise<void> =>
  context
    .addInitScript((message) => {
      if (!location.href.startsWith('http') || sessionStorage.getItem('planted') !== null) return
      sessionStorage.setItem('planted', 'yes')
      globalThis.ResizeObserver = class extends ResizeObserver {
        override observe(): void {
          throw new Error(message)
        }
      }
    }, PLANTED)
    .then(() => undefined)

test('a fault of the wall is said, and the wall comes back by itself', async ({ serve, browser }) => {
  const pod = await countingPod()
  const { url } = await serve(lonely(pod.url))
  const context = await browser.newContext()
  const complaints = complaintsOf(context)
  await failOnce(context)
  const page = await context.newPage()
  await holdPauses(page)
  const wall = new WallKeeping(page)
  await wall.open(url)

  const stopped = page.getByRole('heading', { name: 'The wall has stopped' })
  await expect(stopped).toBeVisible()
  await expect(page.getByText(PLANTED)).toBeVisible()
  await expect(page.getByText(/Loaded anew by itself at \d.*, in 1\d s/)).toBeVisible()
  await expect(wall.tileAt('lonely', 'OK')).toHaveCount(0)
  await passPauses(page)
  await expect(wall.tileAt('lonely', 'OK')).toBeVisible()
  expect(complaints.filter((text) => !text.includes(PLANTED))).toEqual([])
  await context.close()
  await pod.close()
})

test('a wall of which a file could not be fetched is fetched by itself', async ({ serve, page }) => {
  const pod = await countingPod()
  const { url } = await serve(lonely(pod.url))
  await holdPauses(page)
  let isCut = true
  await page.route(/\/lazy-WallScreen-[^/]*\.js/, (route) => (isCut ? route.abort() : route.fallback()))
  const wall = new WallKeeping(page)
  await wall.open(url)
  await expect(page.getByRole('link', { name: 'To the digest' })).toBeVisible()
  isCut = false
  await passPauses(page)
  await expect(wall.tileAt('lonely', 'OK')).toBeVisible()
  await pod.close()
})
