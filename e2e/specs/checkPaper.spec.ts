import { expect, test } from 'playwright/test'
import { reportHtml } from '#src/domain/report/reportHtml.ts'
import { busyReport } from '#src/domain/report/testing/busyDay.ts'

const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

const ROWS = [
  { services: 3, troubled: 3 },
  { services: 50, troubled: 0 },
  { services: 50, troubled: 20 },
  { services: 50, troubled: 25 },
  { services: 50, troubled: 50 },
]

for (const { services, troubled } of ROWS) {
  test(`${services} services, ${troubled} of them in trouble, are printed on one page of A4`, async ({
    page,
  }) => {
    await page.setContent(reportHtml(busyReport(services, troubled)))
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  })
}

test('on paper what was left out is named, and said; on the screen all is there', async ({ page }) => {
  await page.setContent(reportHtml(busyReport(50, 50)))
  const cut = page.getByText(/^Made to fit the page/)
  const act = page.getByRole('table', { name: 'Act now' })
  await expect(cut).toBeHidden()
  await expect(page.locator('tr:not(:visible)')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(cut).toBeVisible()
  await expect(act.locator('tbody tr:visible')).toHaveCount(25)
  await expect(page.locator('tr.named').first()).toBeHidden()
})
