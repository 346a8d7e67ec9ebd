import { accessibilityFaults } from '#e2e/support/accessibilityFaults.ts'
import { expect, test } from '#e2e/support/nightTest.ts'

test('a whole check without a mouse, and the keyboard is never lost', async ({ check }) => {
  const { page } = check
  await expect(check.here()).toContainText('billing')
  await check.press('j')
  await expect(check.here()).toContainText('orders')
  await check.press('k')
  await expect(check.here()).toContainText('billing')

  await check.press('w')
  const watching = check.form(/^Watch billing/)
  await expect(watching).toBeVisible()
  await check.press('Escape')
  await expect(watching).toHaveCount(0)
  await check.watchUntil(/flat/, 'the fix is on its way')
  await expect(check.progress()).toHaveText('1 of 3 looked at')

  await check.note('the pool is too small')
  await check.press('s')
  await expect(check.progress()).toHaveText('2 of 3 looked at')
  await check.press('k')
  await expect(check.here()).toContainText('orders')
  await check.press('u')
  await expect(check.progress()).toHaveText('1 of 3 looked at')
  await check.press('s')
  await expect(check.here()).toContainText('payments')
  await check.press('s')
  await expect(check.progress()).toHaveText('3 of 3 looked at')
  await expect(page.locator(':focus')).toBeVisible()

  await check.press('?')
  await expect(page.getByRole('dialog', { name: /Keys/ })).toContainText('mark it seen')
  await check.press('Escape')
  await check.signOff({ note: 'done' })
  for (const [key, view] of [
    ['3', 'Week'],
    ['4', 'Handover'],
    ['2', 'Report'],
    ['1', 'Check'],
  ] as const) {
    await check.press(key)
    await expect(page.getByRole('navigation').getByRole('link', { name: view })).toHaveAttribute(
      'aria-current',
      'page',
    )
  }
})

test('axe finds nothing on the four views of a check, in any theme', async ({ check }) => {
  await expect(check.here()).toContainText('billing')
  expect(await accessibilityFaults(check.page)).toEqual([])
  await check.press('w')
  await expect(check.form(/^Watch billing/)).toBeVisible()
  expect(await accessibilityFaults(check.page)).toEqual([])
  await check.press('Escape')
  await check.show('Report')
  await expect(check.report()).toBeVisible()
  expect(await accessibilityFaults(check.page)).toEqual([])
  await check.show('Week')
  await expect(check.page.getByRole('table').first()).toBeVisible()
  expect(await accessibilityFaults(check.page)).toEqual([])
  await check.show('Handover')
  await expect(check.taking()).toBeVisible()
  expect(await accessibilityFaults(check.page)).toEqual([])
})
