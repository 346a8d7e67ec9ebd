import type { BrowserContext } from 'playwright/test'
import { WallKeeping } from '#e2e/pages/WallKeeping.ts'
import { countingPod } from '#e2e/support/countingPod.ts'
import { complaintsOf } from '#e2e/support/pageComplaints.ts'
import { expect, test } from '#e2e/support/test.ts'
import { seconds } from '#src/domain/time/units.ts'

/** What is tried again by itself is so for the first time after this long. */
const PAUSE = seconds(15)

const PLANTED = 'planted: no size can be watched'

const lonely = (url: string): object => ({
  services: [{ name: 'lonely', url, endpoints: { health: '/health', metrics: false, version: false } }],
})

/** The first page of a tab has a browser that fails the wall; the next one has not. */
const failOnce = (context: BrowserContext): Promise<void> =>
  context
    .addInitScript((message) => {
      if (sessionStorage.getItem('planted') !== null) return
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
  await page.clock.install()
  const wall = new WallKeeping(page)
  await wall.open(url)

  const stopped = page.getByRole('heading', { name: 'The wall has stopped' })
  await expect(stopped).toBeVisible()
  await expect(page.getByText(PLANTED)).toBeVisible()
  await expect(page.getByText(/Loaded anew by itself at \d.*, in 1\d s/)).toBeVisible()
  await expect(wall.tileAt('lonely', 'OK')).toHaveCount(0)
  await page.clock.fastForward(PAUSE)
  await expect(wall.tileAt('lonely', 'OK')).toBeVisible()
  expect(complaints.filter((text) => !text.includes(PLANTED))).toEqual([])
  await context.close()
  await pod.close()
})

test('a wall of which a file could not be fetched is fetched by itself', async ({ serve, page }) => {
  const pod = await countingPod()
  const { url } = await serve(lonely(pod.url))
  await page.clock.install()
  let asked = 0
  await page.route(/\/WallScreen-[^/]*\.js/, (route) => {
    asked += 1
    return asked === 1 ? route.abort() : route.fallback()
  })
  const wall = new WallKeeping(page)
  await wall.open(url)
  await expect(page.getByRole('link', { name: 'To the digest' })).toBeVisible()
  await page.clock.fastForward(PAUSE)
  await expect(wall.tileAt('lonely', 'OK')).toBeVisible()
  expect(asked).toBeGreaterThan(1)
  await pod.close()
})
