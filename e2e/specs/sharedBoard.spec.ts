import type { Browser, BrowserContext } from 'playwright/test'
import { BoardPage } from '#e2e/pages/BoardPage.ts'
import { ALERTMANAGER, type AlertmanagerServer, alertmanagerServer } from '#e2e/support/alertmanagerServer.ts'
import { type CountingPod, countingPod } from '#e2e/support/countingPod.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { type NatsServer, natsServer } from '#e2e/support/natsServer.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { skewedDashboard } from '#e2e/support/skewedDashboard.ts'
import { expect, test } from '#e2e/support/test.ts'
import { minutes } from '#src/domain/time/units.ts'

const TITLE = 'Payments fail'

const ALERT = {
  labels: { alertname: 'PaymentsFail', service: 'orders', severity: 'critical' },
  annotations: { summary: TITLE, runbook_url: 'https://runbooks.test/payments' },
}

const MAILS = {
  labels: { alertname: 'MailsStuck', severity: 'error' },
  annotations: { summary: 'Mails are stuck' },
}
const DISK = {
  labels: { alertname: 'DiskFull', severity: 'error' },
  annotations: { summary: 'Disk is full' },
}

/** How many comments each of two people writes while the server is killed under them. */
const COMMENTS = 12

const opened: BrowserContext[] = []

/** A browser of its own: its own worker, its own storage. */
async function boardOf(browser: Browser, url: string, user: string | null): Promise<BoardPage> {
  const context = await browser.newContext()
  opened.push(context)
  const board = await openBoard(context, url)
  if (user !== null) await board.signIn(user, user)
  return board
}

async function openBoard(context: BrowserContext, url: string): Promise<BoardPage> {
  const board = new BoardPage(await context.newPage())
  await board.open(url)
  return board
}

/** Writes so many comments on a ticket's page, one after the other. */
async function comment(board: BoardPage, who: string, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) await board.comment(`${who} ${n}`)
}

test.describe('a board that a team shares', () => {
  test.skip(
    !isInstalled('nats-server') || !isInstalled(ALERTMANAGER),
    'nats-server or Alertmanager is not installed',
  )
  let nats: NatsServer
  let alertmanager: AlertmanagerServer
  let pod: CountingPod

  test.beforeAll(async () => {
    ;[nats, alertmanager, pod] = await Promise.all([natsServer(), alertmanagerServer(), countingPod()])
    await alertmanager.post([ALERT])
  })
  test.afterEach(() => Promise.all(opened.splice(0).map((context) => context.close())))
  test.afterAll(() => Promise.all([nats?.stop(), alertmanager?.remove(), pod?.close()]))

  const fleet = () => ({
    ...BRISK,
    endpoints: { health: '/health', metrics: false, version: false },
    services: [{ name: 'orders', url: pod.url, tier: 1 }],
    sources: { alertmanager: { url: alertmanager.url, every: '5s' } },
    tickets: { board: nats.board, nats: { url: nats.url, stream: nats.stream }, people: ['anna', 'boris'] },
  })

  test('two people and a wall see one ticket and one winner; nothing is lost when the server dies, or its disk', async ({
    serve,
    browser,
  }) => {
    test.setTimeout(240_000)
    const { url } = await serve(fleet())
    const [anna, boris, wall] = await Promise.all([
      boardOf(browser, url, 'anna'),
      boardOf(browser, url, 'boris'),
      boardOf(browser, url, null),
    ])
    const all = [anna, boris, wall]
    for (const board of all) {
      await expect(board.ticket(TITLE)).toBeVisible()
      await expect(board.tickets()).toHaveCount(1)
    }
    const code = await anna.codeOf(TITLE)

    // Both take it at once: one winner everywhere, and the other one is told.
    await Promise.all([anna, boris].map((board) => board.standOn(TITLE)))
    await Promise.all([anna, boris].map((board) => board.press('t')))
    await expect(wall.ticket(TITLE)).toContainText(/also on it/)
    const owner = (await wall.ticket(TITLE).textContent())?.includes('also on it: boris') ? 'anna' : 'boris'
    const loser = owner === 'anna' ? boris : anna
    for (const board of all) await expect(board.ticket(TITLE).getByText(owner, { exact: true })).toBeVisible()
    await expect(loser.said()).toContainText(new RegExp(`${owner}.*before you`))

    // Who may only look is told so in words, and nothing is changed.
    await wall.signIn('wall', 'wall')
    await wall.standOn(TITLE)
    await wall.press('c')
    await wall.page.getByLabel('Text').fill('from the wall')
    await wall
      .form(/comment/i)
      .getByRole('button', { name: /comment/i })
      .click()
    await expect(wall.page.getByText(/may only look/).first()).toBeVisible()

    // The server is killed in the middle of what they write, and comes back.
    await Promise.all(all.map((board) => board.openTicket(url, code)))
    const before = await nats.count()
    const writing = [comment(anna, 'anna', 0, COMMENTS), comment(boris, 'boris', 0, COMMENTS)]
    await expect(wall.entries().filter({ hasText: 'anna 3' })).toHaveCount(1)
    await nats.kill()
    await Promise.all(writing)
    await nats.restart()
    const written = /^(?:.*)(?:anna|boris) \d+/
    for (const board of all)
      await expect(board.entries().filter({ hasText: written })).toHaveCount(2 * COMMENTS)
    await expect.poll(() => nats.count()).toBe(before + 2 * COMMENTS)

    // A page that is closed with what was not sent yet delivers it later.
    await nats.kill()
    await anna.comment('written offline')
    const context = anna.page.context()
    await anna.page.close()
    await nats.restart()
    const again = await openBoard(context, url)
    await again.signIn('anna', 'anna')
    await expect(boris.entries().filter({ hasText: 'written offline' })).toHaveCount(1)

    // The disk is lost: the browsers bring everything back, and a fresh one reads it.
    await nats.kill()
    nats.wipe()
    await nats.restart()
    const fresh = await boardOf(browser, url, null)
    await fresh.openTicket(url, code)
    await expect(fresh.entries().filter({ hasText: written })).toHaveCount(2 * COMMENTS)
    await expect(fresh.entries().filter({ hasText: 'written offline' })).toHaveCount(1)
    const known = await boris.entries().count()
    await expect(fresh.entries()).toHaveCount(known)
  })

  test('alerts are acknowledged with a silence, here or elsewhere; a clock that is seven minutes ahead moves no timer', async ({
    serve,
    browser,
  }) => {
    test.setTimeout(120_000)
    await alertmanager.post([MAILS, DISK])
    await alertmanager.silence(DISK.labels, 'anna', 'ACK! looking into it')
    const { url, file } = await serve(fleet())
    const ahead = await skewedDashboard(file.path, minutes(7))
    const anna = await boardOf(browser, url, 'anna')
    const boris = await boardOf(browser, ahead.url, 'boris')
    await expect(boris.page.getByText('your clock is 7 min ahead')).toBeVisible()

    // Silenced by somebody who is known here: acknowledged. And what is acknowledged here is silenced there.
    await expect(anna.ticket('Disk is full')).toContainText('acknowledged')
    const code = await boris.codeOf('Mails are stuck')
    await boris.standOn('Mails are stuck')
    await boris.press('A')
    await expect(anna.ticket('Mails are stuck')).toContainText('acknowledged')
    await expect
      .poll(() => alertmanager.comments())
      .toContainEqual(expect.stringContaining(`ACK! ${code} http`))

    const began = Date.now()
    await anna.press('n')
    await anna.page.getByLabel('What is wrong').fill('Invoices are late')
    await anna.press('Enter')
    await boris.standOn('Invoices are late')
    await boris.press('a')
    // Acknowledged so many seconds after it began as it truly was, and not seven minutes later, on either side.
    for (const board of [anna, boris]) {
      const ticket = board.ticket('Invoices are late')
      await expect(ticket).toContainText(/acknowledged.*in \d{1,2} s/)
      const took = Number(/in (\d{1,2}) s/.exec((await ticket.textContent()) ?? '')?.[1])
      expect(took).toBeLessThanOrEqual((Date.now() - began) / 1000 + 1)
    }
    await ahead.close()
  })
})
