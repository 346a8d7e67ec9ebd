import { podName } from '#e2e/fleet/podName.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

const PAYMENTS = podName('payments', 1)
const METRIC = 'nodejs_active_handles_total'

test('a metric of one’s own is found, drawn, and made a signal by the line that is copied into the fleet file', async ({
  shop,
  serve,
  context,
  page,
}) => {
  const { url, file } = await serve({ ...shop.fleetFile, ...BRISK })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${url}#/s/payments/p/${PAYMENTS}?layer=resources`)
  await page.getByText('Every metric of its last page').click()

  const explorer = page.getByRole('region', { name: 'All metrics of the last page' })
  await explorer.getByRole('searchbox', { name: 'Find a metric' }).fill('active handles')
  const family = explorer.getByRole('button', { name: new RegExp(`^${METRIC}`) })
  await expect(family).toContainText('gauge')
  await expect(explorer).toContainText(/rates since the page \d/)
  await expect(
    explorer.getByRole('listitem').filter({ hasText: 'process_resident_memory_bytes' }),
  ).toHaveCount(0)
  await family.click()
  await expect(page).toHaveURL(new RegExp(`family=${METRIC}`))

  await explorer.getByRole('button', { name: `Draw ${METRIC} as a line` }).click()
  const lines = explorer.getByRole('region', { name: 'Drawn lines' })
  const ranged = new RegExp(`^${METRIC}: \\d+, from \\d+ to \\d+ over `)
  await expect(lines.getByRole('img', { name: ranged })).toBeVisible()

  await explorer.getByRole('button', { name: 'Use as signal…' }).click()
  const mapping = explorer.getByRole('region', { name: `Use ${METRIC} as a signal` })
  await mapping.getByLabel('Signal').selectOption({ label: 'queue' })
  await mapping.getByRole('button', { name: 'Copy the line' }).click()
  const line = await page.evaluate(() => navigator.clipboard.readText())
  const services = shop.fleetFile.services.map((service) =>
    service.name === 'payments' ? { ...service, ...JSON.parse(`{${line}}`) } : service,
  )
  file.write({ ...shop.fleetFile, ...BRISK, services })

  await expect(family).toContainText('feeds queue')
  const chart = page.getByRole('slider', { name: /^queue/ })
  await expect(chart).toBeVisible()
})
