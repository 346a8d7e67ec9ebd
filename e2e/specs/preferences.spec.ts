import { PreferencesPage } from '#e2e/pages/PreferencesPage.ts'
import { accessibilityFaults } from '#e2e/support/accessibilityFaults.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

test.use({ timezoneId: 'Europe/Paris' })

test('what is chosen holds at once, after a reload, and in other tabs', async ({
  dashboard,
  digest,
  page,
  context,
}) => {
  await digest.open(dashboard.url)
  const other = await context.newPage()
  const mine = new PreferencesPage(page)
  const theirs = new PreferencesPage(other)
  await theirs.open(dashboard.url)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Preferences' }).click()
  await mine.choose('Theme', 'Dark')
  expect(await mine.wornTheme()).toBe('dark')
  await expect(theirs.choice('Theme', 'Dark')).toBeChecked()
  expect(await theirs.wornTheme()).toBe('dark')
  await theirs.choose('Theme', 'High contrast')
  await expect(mine.choice('Theme', 'High contrast')).toBeChecked()
  await page.reload()
  await expect(mine.choice('Theme', 'High contrast')).toBeChecked()
  expect(await mine.wornTheme()).toBe('contrast')
})

test('moments are told in the zone that was chosen, the fleet’s as soon as it is known', async ({
  shop,
  serve,
  digest,
  page,
}) => {
  const { url } = await serve({ ...shop.fleetFile, ...BRISK, morning: { timeZone: 'Asia/Tokyo' } })
  const preferences = new PreferencesPage(page)
  await digest.open(url)
  await expect(page.getByRole('banner')).toContainText('Europe/Paris')
  await preferences.open(url)
  await preferences.choose('Time zone', 'The fleet’s')
  await expect(preferences.choice('Time zone', 'The fleet’s')).toHaveAccessibleDescription(
    /^Asia\/Tokyo, \d\d:\d\d now\./,
  )
  await page.getByRole('link', { name: 'To the digest' }).click()
  await expect(page.getByRole('banner')).toContainText('Asia/Tokyo')
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('Asia/Tokyo')
})

test('rows stand closer together where that was chosen', async ({ dashboard, digest, page }) => {
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('shipping', 'OK')).toBeVisible()
  const height = async (): Promise<number> => (await digest.service('shipping').boundingBox())?.height ?? 0
  const before = await height()
  const preferences = new PreferencesPage(page)
  await preferences.open(dashboard.url)
  await preferences.choose('Rows', 'Compact')
  await page.goBack()
  await expect(digest.serviceAt('shipping', 'OK')).toBeVisible()
  expect(await height()).toBeLessThan(before)
})

test('the screen that was chosen opens where the address names none, and never in the way', async ({
  dashboard,
  page,
}) => {
  const preferences = new PreferencesPage(page)
  await preferences.open(dashboard.url)
  await preferences.choose('First screen', 'Incident board')
  await page.goto('about:blank')
  await page.goto(dashboard.url)
  await expect(page).toHaveURL(/#\/board$/)
  await expect(page.getByText('No open tickets')).toBeVisible()
  await page.goto(`${dashboard.url}#/`)
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Preferences' })).toBeVisible()
  await page.reload()
  await expect(page).toHaveURL(/#\/$/)
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Preferences' })).toBeVisible()
})

test('they are taken to another browser as a file, which is shown before it changes anything', async ({
  dashboard,
  page,
  browser,
}) => {
  const mine = new PreferencesPage(page)
  await mine.open(dashboard.url)
  await mine.choose('Theme', 'Light')
  await mine.choose('Sounds', 'Quiet')
  await mine.sayName('Anna')
  const { name, text } = await mine.save()
  expect(name).toBe('morning-check-preferences.json')

  const context = await browser.newContext()
  const theirs = new PreferencesPage(await context.newPage())
  await theirs.open(dashboard.url)
  await theirs.takeFrom(text)
  await expect(theirs.offer()).toContainText('ThemeAs the systemLight')
  expect(await theirs.wornTheme()).toBeNull()
  await theirs.offer().getByRole('button', { name: 'Change them' }).press('Enter')
  await expect(theirs.page.getByText('3 preferences changed.')).toBeFocused()
  expect(await theirs.wornTheme()).toBe('light')
  await theirs.takeFrom('<img src=x onerror=alert(1)>')
  await expect(theirs.page.getByText('The file is no JSON: look at line 1, column 1.')).toBeVisible()
  await context.close()
})

test('axe finds nothing on it, an offer open, in any theme', async ({ dashboard, page }) => {
  const preferences = new PreferencesPage(page)
  await preferences.open(dashboard.url)
  const given = {
    kind: 'morning-check/preferences',
    version: 1,
    preferences: { theme: 'sepia', zone: 'utc' },
  }
  await preferences.takeFrom(JSON.stringify(given))
  await expect(preferences.offer()).toContainText('1 entry is not understood')
  expect(await accessibilityFaults(page)).toEqual([])
  // The only one that follows the system is light or dark as that is.
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await accessibilityFaults(page, ['contrast'])).toEqual([])
})

test('it fits a phone', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await new PreferencesPage(page).open(dashboard.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})
