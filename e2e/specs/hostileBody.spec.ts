import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { EVIL, hostilePod, type HostilePod } from '#e2e/support/hostilePod.ts'
import { type Dashboard, expect, test } from '#e2e/support/test.ts'

const KINDS = ['huge', 'many', 'script'] as const

/** Longer pages than usual are read, so that a line of a megabyte arrives; two megabytes are still too much. */
const fileOf = (pods: readonly HostilePod[]): unknown => ({
  caps: { health: '1536KiB' },
  intervals: { health: '1m' },
  endpoints: { health: '/health', metrics: false, version: false },
  services: KINDS.map((name, i) => ({ name, pods: [{ name: `${name}-1`, url: pods[i]?.url }] })),
})

const RAW = 'What it answered, to the letter'

async function open(
  page: Page,
  { url }: Dashboard,
  kind: (typeof KINDS)[number],
  layer: string,
): Promise<void> {
  await page.goto(`${url}#/s/${kind}/p/${kind}-1?layer=${layer}`)
}

/** That nothing of what a body says has come to life: no script ran, no element of it stands in the page. */
async function expectInert(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hurt' in globalThis || 'polluted' in {})).toBe(false)
  await expect(page.locator('img, a[href^="javascript:"]')).toHaveCount(0)
}

test.describe('a health page that is as bad as one may be', () => {
  const pods: HostilePod[] = []
  test.beforeAll(async () => {
    pods.push(...(await Promise.all(KINDS.map(hostilePod))))
  })
  test.afterAll(async () => {
    await Promise.all(pods.map((pod) => pod.close()))
  })

  test('two megabytes: the beginning is readable, with the cap and its key', async ({ page, serve }) => {
    await open(page, await serve(fileOf(pods)), 'huge', 'checks')
    await expect(page.getByText(/longer than 1\.5 MiB.*"caps": \{ "health"/)).toBeVisible()
    await expect(page.getByText(/only the first 65,536 characters of .* are kept/)).toBeVisible()
    const body = page.getByLabel(RAW)
    await expect(body).toContainText('"note": "xxx')
    expect(await body.evaluate(({ textContent }) => textContent.length)).toBeLessThanOrEqual(60_000)
    // A line without a blank is broken: nothing stands outside of the page.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('five thousand checks: the failing ones are seen, the others are counted and found', async ({
    page,
    serve,
  }) => {
    await open(page, await serve(fileOf(pods)), 'many', 'checks')
    await expect(page.getByText('check-4587', { exact: true })).toBeVisible()
    const shown = page.getByRole('region', { name: /Application checks/ }).getByRole('listitem')
    const before = await shown.count()
    expect(before).toBeLessThan(40)
    await page.getByRole('button', { name: '4,988 well checks' }).click()
    await expect(page.getByRole('button', { name: 'Show 200 more of 4,788' })).toBeVisible()
    expect(await shown.count()).toBeLessThan(before + 210)
    await page.getByRole('searchbox', { name: /Find a check/ }).fill('check-4321')
    await expect(page.getByText('1 of 5,000 checks')).toBeVisible()
    await expect(page.getByText('check-4321', { exact: true })).toBeVisible()
  })

  test('markup in every field is text, a line of a megabyte is cut', async ({ page, serve }) => {
    const dashboard = await serve(fileOf(pods))
    await open(page, dashboard, 'script', 'checks')
    const checks = page.getByRole('region', { name: /Application checks/ })
    await expect(checks.getByText(EVIL, { exact: true }).first()).toBeVisible()
    await page.keyboard.press('r')
    await expect(page.getByLabel(RAW)).toContainText('<script>window.hurt=1</script>')
    await expectInert(page)
    await open(page, dashboard, 'script', 'logs')
    const logs = page.getByRole('region', { name: /Logs/ })
    await expect(logs.getByRole('list', { name: 'Lines' }).getByRole('listitem')).toHaveCount(4)
    await expect(logs.getByText('cut at 2,000 characters')).toBeVisible()
    await expectInert(page)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})
