import { AxeBuilder } from '@axe-core/playwright'
import { WallKeeping } from '#e2e/pages/WallKeeping.ts'
import { countingPod } from '#e2e/support/countingPod.ts'
import { expect, test } from '#e2e/support/test.ts'

test('a new red calls, is said once, and can be muted; behind i lies what the wall itself takes', async ({
  serve,
  page,
}) => {
  const pod = await countingPod()
  const { url } = await serve({
    intervals: { health: '1s' },
    services: [
      {
        name: 'orders',
        tier: 1,
        url: pod.url,
        endpoints: { health: '/health', metrics: false, version: false },
      },
    ],
  })
  const wall = new WallKeeping(page)
  await wall.open(url)
  await expect(wall.tileAt('orders', 'OK')).toBeVisible()
  await expect(wall.foot()).toContainText('sound on')

  await page.keyboard.press('i')
  await expect(wall.ownFigures()).toContainText(/JS heap\s*[\d.]+ MiB of/)
  await expect(wall.ownFigures()).toContainText(/polls\s*[\d.]+\/s/)
  await expect(wall.ownFigures()).toContainText(/dropped\s*\d+ in a minute/)
  await expect(wall.ownFigures()).toContainText(/wake lock\s*(?:held|refused)/)
  const { violations } = await new AxeBuilder({ page }).include('footer').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.keyboard.press('Escape')
  await expect(wall.ownFigures()).toHaveCount(0)

  await page.keyboard.press('m')
  await expect(wall.foot()).toContainText(/muted until \d\d:\d\d/)
  pod.setUp(false)
  await expect(wall.tileAt('orders', 'ACT')).toBeVisible()
  await expect(wall.calls()).toHaveText('Newly red: P1 · orders')
  await expect(page).toHaveTitle(/^ACT 1/)

  await page.reload()
  await expect(wall.tileAt('orders', 'ACT')).toBeVisible()
  await expect(wall.foot()).toContainText(/muted until \d\d:\d\d/)
  await page.keyboard.press('m')
  await page.keyboard.press('m')
  await expect(wall.foot()).toContainText('muted until orders is acknowledged, at the latest')
  // It was red before, and is no news to the page that was loaded anew.
  await expect(wall.calls()).toHaveText('')
  pod.setUp(true)
  await expect(wall.tileAt('orders', 'OK')).toBeVisible()
  await expect(wall.foot()).not.toContainText('muted')
  await pod.close()
})
