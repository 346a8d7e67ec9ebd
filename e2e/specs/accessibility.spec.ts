import { podName } from '#e2e/fleet/podName.ts'
import { BoardPage } from '#e2e/pages/BoardPage.ts'
import { Keyboard } from '#e2e/pages/Keyboard.ts'
import { accessibilityFaults } from '#e2e/support/accessibilityFaults.ts'
import { expect, test } from '#e2e/support/test.ts'

test.afterEach(({ shop }) => shop.heal())

test('axe finds nothing on a bad morning, rows open, in any theme', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  await shop.setFault('search', null, 'pod-down')
  await shop.setFault('payments', podName('payments', 0), 'health-degraded')
  await shop.setFault('catalog', podName('catalog', 0), 'login-page')
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('search', 'ACT')).toBeVisible()
  await expect(digest.serviceAt('payments', 'WATCH')).toBeVisible()
  await expect(digest.serviceAt('catalog', 'CANNOT SEE')).toBeVisible()
  await expect(await digest.expand('payments')).toContainText('/health')
  expect(await accessibilityFaults(page)).toEqual([])
})

test('axe finds nothing on the page of a faulty fleet file', async ({ serve, digest, page }) => {
  const { url } = await serve({ sevices: [] })
  await digest.open(url)
  await expect(page.getByText('Did you mean "services"?').first()).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('axe finds nothing on the board, a ticket, the figures and the reachability', async ({
  shop,
  dashboard,
  page,
}) => {
  await shop.setFault('search', null, 'pod-down')
  const board = new BoardPage(page)
  await board.open(dashboard.url)
  await expect(page.getByText('No open tickets')).toBeVisible()
  await board.press('n')
  await board.sayName('Anna')
  await page.getByLabel('What is wrong').fill('Invoices are late')
  await board.press('Enter')
  await expect(board.ticket('Invoices are late')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await board.standOn('Invoices are late')
  await board.press('Enter')
  await expect(board.entries().first()).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goto(`${dashboard.url}#/board/figures`)
  await expect(page.getByRole('table').first()).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goto(`${dashboard.url}#/reach`)
  await expect(page.getByText(/endpoints? cannot be read/).first()).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('axe finds nothing on the palette and on the keys of a screen', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  await shop.setFault('search', null, 'pod-down')
  const keyboard = new Keyboard(page)
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('search', 'ACT')).toBeVisible()
  await keyboard.press('Control+k')
  await page.keyboard.type('sea')
  await expect(keyboard.found().first()).toContainText('search')
  expect(await accessibilityFaults(page)).toEqual([])
  await keyboard.press('Escape', '?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
})
