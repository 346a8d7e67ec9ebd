import { podName } from '#e2e/fleet/podName.ts'
import { countingPod } from '#e2e/support/countingPod.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

const PANEL = /RowPanel-[\w-]+\.js/

test.afterEach(({ shop }) => shop.heal())

test('a gateway that is gone takes no row with it: what is behind them was fetched before', async ({
  serve,
  digest,
  page,
}) => {
  const pod = await countingPod()
  const services = [{ name: 'orders', url: pod.url, endpoints: { health: '/health' } }]
  const { url, gateway } = await serve({ ...BRISK, services })
  const fetched = page.waitForResponse(PANEL)
  await digest.open(url)
  await expect(digest.serviceAt('orders', 'OK')).toBeVisible()
  await fetched
  await gateway.close()
  await pod.close()
  await expect(await digest.expand('orders')).toContainText('/health')
  await expect(digest.service('orders')).toBeVisible()
})

test('a row whose chunk cannot be fetched says so in its place, and is tried again on request', async ({
  dashboard,
  digest,
  page,
}) => {
  const failed = () => page.waitForEvent('requestfailed', (request) => PANEL.test(request.url()))
  await page.route(PANEL, (route) => route.abort())
  const ahead = failed()
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('shipping', 'OK')).toBeVisible()
  await ahead
  // To open a row is to ask again by itself: that one fails, too, before the network is mended.
  const asked = failed()
  const panel = await digest.expand('shipping')
  await asked
  await expect(panel.getByRole('alert')).toContainText('could not be loaded')
  await expect(digest.serviceAt('gateway', 'OK')).toBeVisible()
  await page.unroute(PANEL)
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel).toContainText('/metrics')
})

test('Back undoes opening a row, a pod and a filter, one by one', async ({ dashboard, digest, page }) => {
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('payments', 'OK')).toBeVisible()
  await digest.expand('payments')
  const second = page.getByText(podName('payments', 2), { exact: true })
  await second.click()
  await expect(page).toHaveURL(/open=payments&pod=/)
  await page.getByRole('button', { name: /^\d+\s*OK$/ }).click()
  await expect(page).toHaveURL(/show=green/)

  await page.goBack()
  await expect(page).not.toHaveURL(/show=green/)
  await page.goBack()
  await expect(page).not.toHaveURL(/pod=/)
  await page.goBack()
  await expect(second).toHaveCount(0)
  await page.goForward()
  await expect(second).toBeVisible()
})

test('an address of a service or a pod shows its row, open and in view', async ({
  dashboard,
  digest,
  page,
}) => {
  await page.setViewportSize({ width: 600, height: 400 })
  const pod = podName('user-sync', 1)
  await digest.open(`${dashboard.url}#/?open=user-sync&pod=${pod}`)
  const details = page.getByRole('group').filter({ hasText: pod })
  await expect(details).toHaveAttribute('open', '')
  await expect(details.locator('summary')).toBeInViewport()
})

test('a name that the fleet does not have leads to the nearest', async ({ dashboard, digest, page }) => {
  await digest.open(`${dashboard.url}#/?open=paymnets`)
  await page.getByRole('link', { name: 'payments', exact: true }).click()
  await expect(page.getByRole('region', { name: 'payments' })).toContainText('/metrics')
})

test('what a row says can be selected without opening it, and a raw answer is one click away', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  await digest.open(dashboard.url)
  await expect(digest.rowsAt('OK')).toHaveCount(shop.fleetFile.services.length)
  const name = digest.service('payments').getByText('payments', { exact: true })
  const box = await name.boundingBox()
  if (box === null) throw new Error('the name is not drawn')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toMatch(/^payment/)
  await expect(page.getByRole('region', { name: 'payments' })).toHaveCount(0)

  await page.mouse.click(box.x + 2, box.y + box.height / 2)
  const panel = page.getByRole('region', { name: 'payments' })
  const raw = panel.getByRole('link', { name: '/metrics' }).first()
  await expect(raw).toHaveAttribute('target', '_blank')
  const answer = await page.request.get((await raw.getAttribute('href')) ?? '')
  expect(await answer.text()).toContain('process_resident_memory_bytes')
})
