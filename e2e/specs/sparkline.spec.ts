import { expect, test } from '#e2e/support/test.ts'

test('a line tells its slope to the pointer, stays while that is on its card, and goes with Esc', async ({
  dashboard,
  digest,
  page,
}) => {
  await digest.open(dashboard.url)
  // Until then rows change their places.
  await expect(digest.sentence()).toContainText(/well$/)
  await expect(digest.sentence()).not.toContainText(/Looking|Judging/)
  const line = digest.service('catalog').getByRole('button', { name: / of catalog-/ })
  const card = page.getByRole('tooltip')
  await expect(line).toBeVisible()
  await expect(card).toHaveCount(0)

  await line.hover()
  await expect(card).toContainText('slope')
  await card.hover()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})

test('a line tells its slope to the keyboard: → leads to it from its row, ← back', async ({
  dashboard,
  digest,
  page,
}) => {
  await digest.open(dashboard.url)
  // Until then rows change their places.
  await expect(digest.sentence()).toContainText(/well$/)
  await expect(digest.sentence()).not.toContainText(/Looking|Judging/)
  const row = digest.service('catalog').getByRole('button', { name: /^catalog ?, / })
  const line = digest.service('catalog').getByRole('button', { name: / of catalog-/ })
  const card = page.getByRole('tooltip')
  await expect(line).toBeVisible()

  await row.focus()
  await page.keyboard.press('ArrowRight')
  await expect(line).toBeFocused()
  await expect(card).toContainText('shown')
  await page.keyboard.press('ArrowLeft')
  await expect(row).toBeFocused()
  await expect(card).toHaveCount(0)
})
