import { RulesPage } from '#e2e/pages/RulesPage.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { accessibilityFaults } from '#e2e/support/accessibilityFaults.ts'
import { expect, test } from '#e2e/support/test.ts'

const CHUNK = /RulesScreen-[\w-]+\.js/

test.afterEach(({ shop }) => shop.heal())

test('a reason leads to its rule, the rule to who shows it, and Back goes back', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  await shop.setFault('search', null, 'pod-down')
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('search', 'ACT')).toBeVisible()
  await digest.expand('search')
  await digest.service('search').getByRole('link', { name: 'Rule: failing' }).click()

  const rules = new RulesPage(page)
  await expect(page).toHaveURL(/#\/rules\?rule=failing$/)
  await expect(rules.rule('Not answering')).toBeInViewport()
  await expect(rules.rule('Not answering').getByRole('heading')).toBeFocused()
  await expect(rules.fact('Not answering', 'ACT')).toContainText('fewer than 50 % of them')
  await expect(rules.contents()).toContainText(/Not answering\s+1 service/)

  await rules.rule('Not answering').getByRole('link', { name: 'ACT search' }).click()
  await expect(page).toHaveURL(/#\/s\/search$/)
  await expect(page.getByRole('heading', { level: 1, name: 'search' })).toBeVisible()
  await page.goBack()
  await expect(rules.rule('Not answering')).toBeInViewport()
})

test('the numbers are those of the fleet file, at once when it is written anew', async ({
  shop,
  serve,
  page,
}) => {
  const [first, ...others] = shop.fleetFile.services
  if (first === undefined) throw new Error('the sample fleet has no service')
  const written = (levelOrange: number) => ({
    ...shop.fleetFile,
    ...BRISK,
    thresholds: { ...BRISK.thresholds, levelOrange },
    services: [{ ...first, thresholds: { levelOrange: 0.9 } }, ...others],
  })
  const { url, file } = await serve(written(0.85))
  const rules = new RulesPage(page)
  await rules.open(url, 'level')
  await expect(rules.fact('Near a limit', 'WATCH')).toContainText('Above 85 % of its limit')
  await expect(rules.fact('Near a limit', 'Set by')).toContainText(/levelOrange: 0\.85\s+default 0\.8/)
  await expect(rules.fact('Near a limit', 'Set by')).toContainText(`0.9 for${first.name}`)
  await expect(rules.standing()).toContainText(
    `${Object.keys(written(0.85).thresholds).length} numbers for all its services. One service has`,
  )
  file.write(written(0.7))
  await expect(rules.fact('Near a limit', 'WATCH')).toContainText('Above 70 % of its limit')
})

test('the foot of the digest leads to it, and it begins at its top', async ({ dashboard, digest, page }) => {
  await page.setViewportSize({ width: 390, height: 500 })
  await digest.open(dashboard.url)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Rules of the lights' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})

test('where it cannot be fetched the way back to the digest stays', async ({ dashboard, digest, page }) => {
  await page.route(CHUNK, (route) => route.abort())
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('shipping', 'OK')).toBeVisible()
  await page.getByRole('link', { name: 'Rules of the lights' }).click()
  await expect(page.getByText('could not be loaded')).toBeVisible()
  await page.getByRole('link', { name: 'To the digest' }).click()
  await expect(digest.serviceAt('shipping', 'OK')).toBeVisible()
  // To come back is to ask again by itself: that one fails, too, before the network is mended.
  const askedAgain = page.waitForEvent('requestfailed', (request) => CHUNK.test(request.url()))
  await page.goBack()
  await askedAgain
  await page.unroute(CHUNK)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(new RulesPage(page).rule('Flapping')).toBeVisible()
})

test('axe finds nothing on it, in any theme', async ({ shop, dashboard, page }) => {
  await shop.setFault('search', null, 'pod-down')
  const rules = new RulesPage(page)
  await rules.open(dashboard.url, 'failing')
  await expect(rules.fact('Not answering', 'Now')).toContainText('search')
  expect(await accessibilityFaults(page)).toEqual([])
})
