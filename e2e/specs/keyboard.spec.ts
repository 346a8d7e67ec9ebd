import { podName } from '#e2e/fleet/podName.ts'
import { expect, test } from '#e2e/support/test.ts'

test.afterEach(({ shop }) => shop.heal())

test('without a mouse: from the page to the metric that fed a signal, and back', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  await shop.setFault('payments', podName('payments', 1), 'health-degraded')
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('payments', 'WATCH')).toBeVisible()

  await digest.stepTo('payments')
  await page.keyboard.press('Enter')
  await expect(page.getByText('process_resident_memory_bytes').first()).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('/')
  await page.keyboard.press('/')
  await page.keyboard.type('ship')
  await expect(digest.service('shipping')).toBeVisible()
  await expect(digest.service('orders')).toHaveCount(0)

  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^shipping ?, / })).toBeFocused()
  await expect(page.getByRole('region', { name: 'shipping' })).toContainText('/metrics')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('degraded')
  await expect(page.getByRole('option').last()).toHaveText(/Filter this list by “degraded”/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await expect(digest.service('shipping')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /^payments ?, WATCH/ })).toBeFocused()
})

test('an address that is no page says so and leads home', async ({ shop, dashboard, digest, page }) => {
  await digest.open(`${dashboard.url}#/nowhere`)
  await page.getByRole('link').first().click()
  await expect(digest.rowsAt('OK')).toHaveCount(shop.fleetFile.services.length)
})
