import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { accessibilityFaults } from '#e2e/support/accessibilityFaults.ts'
import { walkAndSign } from '#e2e/support/morningWalk.ts'
import { expect, test } from '#e2e/support/nightTest.ts'

/**
 * What of a report another run may tell otherwise: where the dashboard is, and the minutes in which each service was seen, a sum
 * of seconds that ends about halfway between two of them.
 */
const reviewable = (text: string, url: string): string =>
  text.replaceAll(url, 'http://dashboard/').replaceAll(/of 14 h 4[56] min seen/g, 'of 14 h 45 min seen')

const REVIEWED = 'e2e/fixtures/night/report.md'

test('the report says what was reviewed; as a file it opens from disk, asks nobody for anything, and is accessible', async ({
  check,
  watcher,
  played,
  browser,
}, testInfo) => {
  await watcher.grantPermissions(['clipboard-read', 'clipboard-write'])
  await walkAndSign(check)
  await check.page.getByLabel('long').check()
  await check.page.getByRole('button', { name: 'Copy for a wiki' }).click()
  await expect(check.page.getByText(/^Copied for a wiki/)).toBeAttached()
  const copied = await check.page.evaluate(() => navigator.clipboard.readText())
  expect(reviewable(copied, played.night.url)).toBe(readFileSync(REVIEWED, 'utf8'))

  const file = testInfo.outputPath('report.html')
  await (await check.download('Download HTML')).saveAs(file)
  for (const colorScheme of ['light', 'dark'] as const) {
    const reader = await browser.newContext({ colorScheme })
    const asked: string[] = []
    reader.on('request', (request) => asked.push(request.url()))
    const page = await reader.newPage()
    await page.goto(pathToFileURL(file).href)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Morning check of Night shop, Fri, 20 Nov 2026',
    )
    await expect(page.getByText('Nobody watched 01:00–01:40 (40 min)')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(asked).toEqual([pathToFileURL(file).href])
    await reader.close()
  }
})
