import { podName } from '#e2e/fleet/podName.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

test.afterEach(({ shop }) => shop.heal())

test('a killed pod turns its service orange and is named; started again, the service recovers', async ({
  shop,
  serve,
  digest,
}) => {
  const { url } = await serve({
    ...shop.fleetFile,
    ...BRISK,
    thresholds: { ...BRISK.thresholds, restartMemory: '1s' },
  })
  await digest.open(url)
  await expect(digest.serviceAt('orders', 'OK')).toBeVisible()

  await shop.setFault('orders', podName('orders', 2), 'pod-down')
  await expect(digest.serviceAt('orders', 'WATCH')).toContainText(podName('orders', 2))

  await shop.heal()
  await expect(digest.serviceAt('orders', 'OK')).toBeVisible()
})

test('all pods of a service down is red, and the page title says it', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('search', 'OK')).toBeVisible()
  await shop.setFault('search', null, 'pod-down')
  await expect(digest.serviceAt('search', 'ACT')).toContainText('2 of 2 pods')
  await expect(page).toHaveTitle(/^ACT/)
})

test('hanging pods delay nobody: the others stay green and fresh', async ({ shop, dashboard, digest }) => {
  await shop.setFault('gateway', null, 'hangs')
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('gateway', 'ACT')).toContainText('3 of 3 pods')
  for (const { name } of shop.fleetFile.services) {
    if (name !== 'gateway') await expect(digest.serviceAt(name, 'OK')).toBeVisible()
  }
})

test('a lost network shows a blind dashboard with the last known state, not ten red services', async ({
  shop,
  serve,
  digest,
}) => {
  const { url, gateway } = await serve({ ...shop.fleetFile, ...BRISK })
  await digest.open(url)
  await expect(digest.rowsAt('OK')).toHaveCount(shop.fleetFile.services.length)

  await gateway.close()
  await expect(digest.page.getByText(/blind/i).first()).toBeVisible()
  await expect(digest.rowsAt('CANNOT SEE')).toHaveCount(shop.fleetFile.services.length)
  await expect(digest.service('orders')).toContainText(/was OK/i)
  await expect(digest.rowsAt('ACT')).toHaveCount(0)
  await expect(digest.rowsAt('WATCH')).toHaveCount(0)
})
