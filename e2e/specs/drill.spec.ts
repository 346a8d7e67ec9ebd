import { podName } from '#e2e/fleet/podName.ts'
import { PodPage } from '#e2e/pages/PodPage.ts'
import { accessibilityFaults, THEMES } from '#e2e/support/accessibilityFaults.ts'
import { expect, test } from '#e2e/support/test.ts'

/** Layers by the key that opens them. */
const LAYERS = [
  ['1', 'Reachable', /HTTP 200/],
  ['2', 'Ready', /takes requests/],
  ['3', 'Resources', /memory/],
  ['4', 'Application checks', /replica|degraded/i],
  ['5', 'Dependencies', /nothing that is known|needs/],
  ['6', 'Version and configuration', /1\.8\.0/],
  ['7', 'Logs', /carries no|log/i],
  ['8', 'Profile', /pprof|kubectl|jcmd|inspect/],
] as const

const PAYMENTS = podName('payments', 1)

test.afterEach(({ shop }) => shop.heal())

test('from the digest to the failing check, into the five whys, a ticket and its post-mortem, by keyboard', async ({
  shop,
  serve,
  digest,
  page,
}) => {
  await shop.setFault('payments', PAYMENTS, 'health-degraded')
  const { url } = await serve({ ...shop.fleetFile, intervals: { health: '1s', metrics: '2s' } })
  await digest.open(url)
  await expect(digest.serviceAt('payments', 'WATCH')).toBeVisible()
  await digest.stepTo('payments')
  await page.keyboard.press('d')
  const checks = new PodPage(page).openLayer('Application checks')
  await expect(checks).toContainText('degraded')

  await checks
    .getByRole('button', { name: /^Pin to the five whys/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('w')
  const tray = page.getByRole('region', { name: /Five whys/ })
  await expect(tray).toContainText('1 pin')
  await tray.getByLabel('Why 1').first().focus()
  await page.keyboard.type('The replica stopped following')
  await tray.getByRole('button', { name: 'Open a ticket with these' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('What is wrong').fill('payments: replica behind')
  await page.getByLabel(/Your name/).fill('Anna')
  await page.keyboard.press('Enter')
  await expect(tray).toContainText(/saved in T-/)

  await page.getByRole('link', { name: /T-/ }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Why 1').first()).toHaveValue('The replica stopped following')
  await expect(page.getByLabel('Markdown')).toHaveValue(/degraded[^]*#\/s\/payments\/p\//)
})

test('axe finds nothing on any layer, on the service and on a moment of the past', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  test.setTimeout(120_000)
  await shop.setFault('payments', PAYMENTS, 'health-degraded')
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('payments', 'WATCH')).toBeVisible()
  await digest.stepTo('payments')
  await page.keyboard.press('d')
  const pod = new PodPage(page)
  await expect(pod.openLayer('Application checks')).toBeVisible()
  // The page around the layers is the same for all: each is looked at in one theme, the one after in the next.
  for (const [i, [key, name, says]] of LAYERS.entries()) {
    await page.keyboard.press(key)
    await expect(pod.openLayer(name)).toContainText(says)
    const theme = THEMES[i % THEMES.length] ?? 'light'
    expect(await accessibilityFaults(page, [theme]), name).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Pods side by side' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'payments' })).toBeVisible()
  expect(await accessibilityFaults(page), 'service').toEqual([])

  await page.setViewportSize({ width: 390, height: 844 })
  const at = await page.evaluate(() => new Date(Date.now() - 2000).toISOString())
  await page.goto(`${dashboard.url}#/s/payments?at=${at}`)
  await expect(page.getByRole('heading', { name: 'Then and now' })).toBeVisible()
  expect(await accessibilityFaults(page), 'then and now').toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('charts come in a chunk of their own, a zoom is in the address and taken back by a key', async ({
  dashboard,
  digest,
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('payments', 'OK')).toBeVisible()
  expect(fetched.filter((url) => url.includes('lazy-charts'))).toEqual([])

  const [from, to] = await page.evaluate(() =>
    [-20, 10].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString()),
  )
  await page.goto(`${dashboard.url}#/s/payments/p/${PAYMENTS}?layer=resources&from=${from}&to=${to}`)
  await page.getByRole('slider', { name: /^memory/ }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/from=/)
  await expect(page).toHaveURL(/layer=resources/)
  expect(fetched.filter((url) => url.includes('lazy-charts'))).toHaveLength(1)

  await page.getByText('Every metric of its last page').click()
  await expect(page.getByText('process_resident_memory_bytes').first()).toBeVisible()
})

test('names that the fleet has not lead to those that it has', async ({ dashboard, page }) => {
  await page.goto(`${dashboard.url}#/s/paymets`)
  await page.getByRole('link', { name: 'payments' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'payments' })).toBeVisible()
  await page.goto(`${dashboard.url}#/s/payments/p/${PAYMENTS}x`)
  await page.getByRole('main').getByRole('link', { name: PAYMENTS }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: PAYMENTS })).toBeVisible()
})
