import { BRISK, type FleetFileOnDisk } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'

/** Services that need none of the others: without some of them, the rest would name what is not there. */
const standingAlone = (services: FleetFile['services']): FleetFile['services'] =>
  services.map((service) => Object.assign({}, service, { dependsOn: [] }))

test('a faulty fleet file shows every fault with its place and what to write', async ({
  serve,
  digest,
  page,
}) => {
  const { url } = await serve({
    sevices: [],
    timeout: '5',
    services: [
      { name: 'orders', url: 'ftp://orders' },
      { name: 'orders', url: 'http://orders' },
    ],
  })
  await digest.open(url)
  for (const words of [
    'sevices',
    'Did you mean "services"?',
    'timeout',
    'services[0].url',
    'services[1].name',
  ]) {
    await expect(page.getByText(words, { exact: false }).first()).toBeVisible()
  }
})

test('a fleet file that is not JSON is shown with the line of the fault', async ({ serve, digest, page }) => {
  const { url } = await serve('{ "services": [\n  { "name": "a" "url": "http://a" } ] }')
  await digest.open(url)
  await expect(page.getByText(/line 2/).first()).toBeVisible()
})

test('a fleet file that was never there says what to do', async ({ serve, digest, page }) => {
  const { url, file } = await serve('{')
  file.remove()
  await digest.open(url)
  await expect(page.getByText(/404|no fleet file|not found/i).first()).toBeVisible()
})

test('an empty fleet is no fault: the page says what to write', async ({ serve, digest, page }) => {
  const { url } = await serve({ services: [] })
  await digest.open(url)
  await expect(page.getByText('"services": [{ "name"')).toBeVisible()
  await expect(digest.notices().filter({ hasText: /fault/ })).toHaveCount(0)
  await expect(page).not.toHaveTitle(/OK/)
})

test('changes are taken without a reload; a faulty change keeps the last good file in use', async ({
  shop,
  serve,
  digest,
  page,
}) => {
  const services = standingAlone(shop.fleetFile.services)
  const { url, file } = await serve({ ...shop.fleetFile, ...BRISK, services: services.slice(0, 2) })
  await digest.open(url)
  await expect(digest.rowsAt('OK')).toHaveCount(2)

  file.write({ services: [{ name: 'x' }] })
  await page.getByText('Show the faults').click()
  await expect(page.getByText('services[0].url').first()).toBeVisible()
  await expect(digest.rowsAt('OK')).toHaveCount(2)

  file.write({ ...shop.fleetFile, ...BRISK, services: services.slice(1, 4) })
  await expect(digest.rowsAt('OK')).toHaveCount(3)
  await expect(digest.service(services[0]?.name ?? '')).toHaveCount(0)
  await expect(page.getByText('services[0].url')).toHaveCount(0)
})

const BREAKS = [
  {
    name: 'faulty',
    breakIt: (file: FleetFileOnDisk) => file.write({ titel: 'Shop', services: [{ name: 'x' }] }),
    says: /2 faults/,
  },
  { name: 'not JSON', breakIt: (file: FleetFileOnDisk) => file.write('{ "services": [\n'), says: /1 fault/ },
  { name: 'away', breakIt: (file: FleetFileOnDisk) => file.remove(), says: /HTTP 404/ },
]

for (const { name, breakIt, says } of BREAKS) {
  test(`whoever opens or reloads the page while the file is ${name} sees the last good fleet`, async ({
    shop,
    serve,
    digest,
    page,
  }) => {
    const services = standingAlone(shop.fleetFile.services).slice(0, 2)
    const { url, file } = await serve({ ...shop.fleetFile, ...BRISK, services })
    // Nobody has the page open yet: no worker knows the fleet.
    breakIt(file)
    await digest.open(url)
    await expect(digest.rowsAt('OK')).toHaveCount(2)
    await expect(page.getByText(says).first()).toBeVisible()
    await expect(page.getByText('The last good one stays in use.')).toBeVisible()

    await page.reload()
    await expect(digest.rowsAt('OK')).toHaveCount(2)
    await expect(page.getByText('The last good one stays in use.')).toBeVisible()
  })
}

test('every fault of a newer file is shown above the last good fleet, in the order of the file', async ({
  shop,
  serve,
  digest,
  page,
}) => {
  const services = standingAlone(shop.fleetFile.services).slice(0, 2)
  const { url, file } = await serve({ ...shop.fleetFile, ...BRISK, services })
  file.write({ titel: 'Shop', services: [...services, { name: 'x', url: 'ftp://x' }], timeout: '5' })
  await digest.open(url)
  await page.getByText('Show the faults').click()
  const places = page.getByRole('table').getByText(/^(?:titel|timeout|services\[2\]\.url)$/)
  await expect(places).toHaveText(['titel', 'services[2].url', 'timeout'])
  await expect(digest.rowsAt('OK')).toHaveCount(2)
})
