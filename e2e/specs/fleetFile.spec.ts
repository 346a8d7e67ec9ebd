import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

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

test('a missing fleet file says what to do', async ({ serve, digest, page }) => {
  const { url, file } = await serve({ services: [] })
  file.remove()
  await digest.open(url)
  await expect(page.getByText(/404|no fleet file|not found/i).first()).toBeVisible()
})

test('changes are taken without a reload; a faulty change keeps the last good file in use', async ({
  shop,
  serve,
  digest,
  page,
}) => {
  const services = shop.fleetFile.services.map((service) => ({ ...service }))
  const { url, file } = await serve({ ...shop.fleetFile, ...BRISK, services: services.slice(0, 2) })
  await digest.open(url)
  await expect(digest.rowsAt('OK')).toHaveCount(2)

  file.write({ ...shop.fleetFile, ...BRISK, services: services.slice(1, 4) })
  await expect(digest.rowsAt('OK')).toHaveCount(3)
  await expect(digest.service(services[0]?.name ?? '')).toHaveCount(0)

  file.write({ services: [{ name: 'x' }] })
  await page.getByText('Show the faults').click()
  await expect(page.getByText('services[0].url').first()).toBeVisible()
  await expect(digest.rowsAt('OK')).toHaveCount(3)

  file.write({ ...shop.fleetFile, ...BRISK, services: services.slice(1, 4) })
  await expect(page.getByText('services[0].url')).toHaveCount(0)
})
