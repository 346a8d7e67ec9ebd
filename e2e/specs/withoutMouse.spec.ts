import { Keyboard } from '#e2e/pages/Keyboard.ts'
import { expect, test } from '#e2e/support/test.ts'

test.afterEach(({ shop }) => shop.heal())

test('the whole app without a mouse: at each stop it is seen where the keyboard is', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  const keyboard = new Keyboard(page)
  const isAt = async (name: RegExp): Promise<void> => {
    await expect(keyboard.heading(name)).toBeVisible()
    expect(await keyboard.isSeen()).toBe(true)
  }
  await shop.setFault('search', null, 'pod-down')
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('search', 'ACT')).toBeVisible()

  await digest.stepTo('search')
  expect(await keyboard.isSeen()).toBe(true)
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /search/ })).toBeVisible()
  expect(await keyboard.isSeen()).toBe(true)

  // From its row to the pod, up to the service, and to another pod of it.
  await keyboard.press('d')
  await isAt(/search-/)
  await keyboard.press('j')
  expect(await keyboard.isSeen()).toBe(true)
  await keyboard.press('Escape')
  await isAt(/^search$/)
  await keyboard.press('j')
  expect(await keyboard.isSeen()).toBe(true)
  await keyboard.press('Enter')
  await isAt(/search-/)

  // A ticket, written and commented.
  await keyboard.press('g', 'b')
  await isAt(/Board/)
  await keyboard.press('n')
  await page.getByRole('dialog', { name: /Who are you/ }).waitFor()
  await page.keyboard.type('Anna')
  await keyboard.press('Enter')
  await expect(page.getByLabel('What is wrong')).toBeFocused()
  await page.keyboard.type('Invoices are late')
  await keyboard.press('Enter')
  await expect(page.getByRole('article', { name: /Invoices are late/ })).toBeVisible()
  await keyboard.stepTo(/Invoices are late/)
  expect(await keyboard.isSeen()).toBe(true)
  await keyboard.press('Enter')
  await isAt(/Invoices are late/)
  await page.getByLabel('Your comment').focus()
  await page.keyboard.type('half of a sentence')
  await keyboard.press('Control+k', 'Escape')
  await expect(page.getByLabel('Your comment')).toBeFocused()
  await keyboard.find('rules of', /Rules of the lights/)
  await isAt(/orange or red/)
  await keyboard.find('Invoices are late', /Invoices are late/)
  await expect(page.getByLabel('Your comment')).toHaveValue('half of a sentence')

  // The check, its week and its report, by digits.
  await keyboard.press('g', 'c')
  await isAt(/check/i)
  for (const [key, view] of [
    ['3', 'Week'],
    ['2', 'Report'],
    ['1', 'Check'],
  ] as const) {
    await keyboard.press(key)
    const link = page.getByRole('navigation').getByRole('link', { name: view, exact: true })
    await expect(link).toHaveAttribute('aria-current', 'page')
  }
  await keyboard.press('Tab')
  expect(await keyboard.isSeen()).toBe(true)

  // All other screens by their chords; on each j finds something to stand on.
  await keyboard.press('g', 'w')
  await expect(page.getByRole('main').getByRole('link', { name: /^search/ })).toBeVisible()
  await keyboard.stepTo(/search/)
  expect(await keyboard.isSeen()).toBe(true)
  for (const [key, name] of [
    ['u', /orange or red/],
    ['r', /Reachability/],
    ['f', /Figures|TTA/],
    ['p', /Preferences/],
    ['d', /shop/i],
  ] as const) {
    await keyboard.press('g', key)
    await isAt(name)
  }
})

test('the palette finds what is looked for, whatever moves under it, and keeps what was typed', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  const keyboard = new Keyboard(page)
  await digest.open(dashboard.url)
  await expect(digest.serviceAt('payments', 'OK')).toBeVisible()
  await keyboard.press('j')
  const stood = await keyboard.here().getAttribute('data-row')
  await keyboard.press('/')
  await expect(keyboard.found().first()).toContainText('Filter this list')
  await page.keyboard.type('pay')
  await expect(keyboard.found().first()).toContainText('payments')
  await expect(keyboard.found().first()).toHaveAttribute('aria-selected', 'true')
  await shop.setFault('payments', null, 'pod-down')
  await expect(keyboard.found().first().getByRole('img', { name: 'ACT' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.locator(`[data-row="${stood ?? ''}"]`)).toBeFocused()

  await keyboard.press('/')
  await expect(page.getByRole('combobox')).toHaveValue('pay')
  await keyboard.press('Enter')
  await expect(keyboard.heading(/^payments/)).toBeVisible()
  await page.goBack()
  await keyboard.press('/', '/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('mail')
  await expect(digest.service('payments')).toHaveCount(0)
  await keyboard.press('Escape', 'Escape', '?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('to the incident board')
})
