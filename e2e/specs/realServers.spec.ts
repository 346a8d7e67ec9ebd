import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { isInstalled, REAL_SERVERS, startReal } from '#e2e/support/realServers.ts'
import { expect, test } from '#e2e/support/test.ts'

for (const server of REAL_SERVERS) {
  test(`${server.name}: green with its version and signals, red when stopped`, async ({ serve, digest }) => {
    test.skip(!isInstalled(server.binary), `${server.binary} is not installed`)
    const running = await startReal(server)
    // Nothing but a name and a URL: where the endpoints are has to be found out.
    const { url } = await serve({ ...BRISK, services: [{ name: server.name, url: running.url }] })
    await digest.open(url)
    await expect(digest.serviceAt(server.name, 'OK')).toBeVisible()

    const panel = await digest.expand(server.name)
    await expect(panel).toContainText(server.signal)
    await expect(digest.service(server.name)).toContainText(/\d+\.\d+\.\d+/)

    await running.stop()
    await expect(digest.serviceAt(server.name, 'ACT')).toContainText('does not answer')
  })
}
