import { podName } from '#e2e/fleet/podName.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { serveStatic } from '#e2e/support/serveStatic.ts'
import { expect, test } from '#e2e/support/test.ts'

test.afterEach(({ shop }) => shop.heal())

test('from a sub-path of any web server, pods on other origins are read where CORS is open', async ({
  shop,
  digest,
}) => {
  const host = await serveStatic('/tools/morning/', { ...shop.fleetFile, ...BRISK })
  await digest.open(host.url)
  await expect(digest.rowsAt('OK')).toHaveCount(shop.fleetFile.services.length)
  await host.close()
})

test('a pod without CORS headers is grey, with the header that would mend it', async ({ shop, digest }) => {
  await shop.setFault('payments', podName('payments', 0), 'cors-missing')
  const host = await serveStatic('/', { ...shop.fleetFile, ...BRISK })
  await digest.open(host.url)
  const row = digest.serviceAt('payments', 'CANNOT SEE')
  await expect(row).toContainText(podName('payments', 0))
  await expect(row).toContainText(/CORS/)
  await host.close()
})

test('a pod that is down on another origin is told from one without CORS headers', async ({
  shop,
  digest,
}) => {
  await shop.setFault('payments', podName('payments', 0), 'pod-down')
  const host = await serveStatic('/', { ...shop.fleetFile, ...BRISK })
  await digest.open(host.url)
  await expect(digest.serviceAt('payments', 'WATCH')).toContainText(podName('payments', 0))
  await host.close()
})
