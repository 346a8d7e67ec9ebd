import { BoardPage } from '#e2e/pages/BoardPage.ts'
import { type CountingPod, countingPod } from '#e2e/support/countingPod.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

/** A fleet of two services whose tickets open and resolve within seconds. */
const boardFleet = (orders: CountingPod, mail: CountingPod) => ({
  ...BRISK,
  endpoints: { health: '/health', metrics: false, version: false },
  tickets: {
    openAfter: { P1: '1s', P2: '1s' },
    resolveAfter: '2s',
    people: ['Anna', 'Boris'],
    projects: ['checkout'],
  },
  rota: { from: '2026-01-05', timeZone: 'UTC', people: ['Anna', 'Boris'] },
  services: [
    { name: 'orders', url: orders.url, tier: 1 },
    { name: 'mail', url: mail.url, tier: 2 },
  ],
})

test.describe('the board in one browser', () => {
  let orders: CountingPod
  let mail: CountingPod

  test.beforeEach(async () => {
    ;[orders, mail] = await Promise.all([countingPod(), countingPod()])
  })
  test.afterEach(() => Promise.all([orders.close(), mail.close()]))

  test('a ticket lives its whole life by keyboard; a reload and a second tab keep all of it', async ({
    serve,
    digest,
    page,
    context,
  }) => {
    test.setTimeout(120_000)
    const { url } = await serve(boardFleet(orders, mail))
    await digest.open(url)
    await expect(digest.serviceAt('orders', 'OK')).toBeVisible()
    orders.setUp(false)
    await expect(digest.serviceAt('orders', 'ACT')).toContainText('1 more reason')
    await expect(page.getByRole('navigation', { name: 'Tickets and duty' })).toContainText(/1 open ticket/)

    const board = new BoardPage(page)
    await board.open(url)
    const ticket = board.ticket('orders')
    await expect(ticket).toContainText('nobody')
    const code = await board.codeOf('orders')

    await board.press('j', 't')
    await board.sayName('Anna')
    await expect(ticket).toContainText('Anna')
    await expect(board.said()).toContainText('saved here')

    await board.standOn('orders')
    await board.press('p')
    await expect(board.form(/P|priority/i)).toBeVisible()
    await board.press('3', 'Enter')
    await expect(board.form(/priority/i)).toContainText('A reason is needed')
    await page.getByLabel(/Reason/).fill('one shop only')
    await board.press('Enter')
    await expect(ticket).toHaveAccessibleName(/P3/)

    await board.press('z')
    await board.press('2', 'Enter')
    await expect(ticket).toContainText('paused')
    await board.press('z')
    await expect(ticket).not.toContainText('paused')

    await board.press('c')
    await page.getByLabel('Text').fill('rolled back the deploy')
    await board
      .form(/comment/i)
      .getByRole('button', { name: /comment/i })
      .click()
    await expect(board.form(/comment/i)).toHaveCount(0)

    await board.standOn('orders')
    await board.press('o')
    await page.getByLabel('Person or project').fill('checkout')
    await board.press('Enter')
    await expect(ticket).toContainText('checkout')
    await board.press('u')
    await expect(ticket).toContainText('Anna')

    await board.standOn('orders')
    await board.press('n')
    await page.getByLabel('What is wrong').fill('Invoices are late')
    await board.press('Enter')
    await expect(board.ticket('Invoices are late')).toBeVisible()
    await board.standOn('Invoices are late')
    await board.press('m')
    await page.getByLabel('The ticket that goes on').fill(code)
    await board.press('Enter')
    await expect(board.ticket('Invoices are late')).toHaveCount(0)

    orders.setUp(true)
    await expect(ticket).toContainText(/green since|resolved/)
    await expect(ticket).toContainText('resolved', { timeout: 20_000 })
    await board.standOn('orders')
    await board.press('R')
    await page.getByLabel('Why it is open again').fill('a customer still waits')
    await board.press('Enter')
    await expect(ticket).not.toContainText('resolved')
    await board.standOn('orders')
    await board.press('r')
    await page.getByLabel('Note').fill('done')
    await board
      .form(/resolve/i)
      .getByRole('button', { name: /resolve/i })
      .click()
    await expect(ticket).toContainText('resolved')

    await board.standOn('orders')
    await board.press('Enter')
    const log = page.getByRole('region', { name: 'Log' })
    for (const text of [
      'as P1',
      'P1 → P3: one shop only',
      'rolled back the deploy',
      'opened it again',
      'done',
    ])
      await expect(log).toContainText(text)
    const whole = await log.textContent()

    await page.reload()
    await expect(log).toContainText('done')
    const second = new BoardPage(await context.newPage())
    await second.openTicket(url, code)
    await expect(second.page.getByRole('region', { name: 'Log' })).toHaveText(whole ?? '')
    // What is done in one tab stands in the other.
    await second.page.getByLabel('Your comment').fill('seen by the team')
    await second.page.getByRole('button', { name: 'Comment', exact: true }).last().click()
    await expect(log).toContainText('seen by the team')
  })
})
