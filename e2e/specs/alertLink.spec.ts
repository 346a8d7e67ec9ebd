import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AlertPage } from '#e2e/pages/AlertPage.ts'
import { ALERTMANAGER, alertmanagerServer } from '#e2e/support/alertmanagerServer.ts'
import { countingPod } from '#e2e/support/countingPod.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { messageReceiver } from '#e2e/support/messageReceiver.ts'
import { expect, test } from '#e2e/support/test.ts'

/** What the README shows, to the letter. */
const SHOWN = 'e2e/fixtures/alertmanager'

/** What of it is this test's own: where the dashboard is, where messages go, and that nothing is waited for. */
function ownCopy(
  dashboard: string,
  receiver: string,
): { readonly configuration: string; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-template-'))
  const template = readFileSync(join(SHOWN, 'morning-check.tmpl'), 'utf8')
  writeFileSync(join(folder, 'own.tmpl'), template.replace('https://morning-check.example.com/', dashboard))
  const configuration = readFileSync(join(SHOWN, 'alertmanager.yml'), 'utf8')
    .replace('/etc/alertmanager/morning-check.tmpl', join(folder, 'own.tmpl'))
    .replace('group_wait: 30s', 'group_wait: 0s')
  const places = `global:\n  slack_api_url: ${receiver}slack\n  pagerduty_url: ${receiver}pagerduty\n`
  return { configuration: `${places}${configuration}`, folder }
}

const fleetOf = (url: string) => ({
  ...BRISK,
  endpoints: { health: '/health', metrics: false, version: false },
  tickets: { people: ['Anna', 'Boris'] },
  services: [
    { name: 'user-sync', url },
    { name: 'orders', url },
  ],
})

test('a link that a real Alertmanager made opens the service, says what failed, and one key takes the ticket', async ({
  serve,
  page,
}) => {
  test.skip(!isInstalled(ALERTMANAGER), `${ALERTMANAGER} is not installed`)
  const [pod, receiver] = await Promise.all([countingPod(), messageReceiver()])
  const { url } = await serve(fleetOf(pod.url))
  const { configuration, folder } = ownCopy(url, receiver.url)
  const alertmanager = await alertmanagerServer(configuration)

  const message = '[user-sync-service] creating user: POST /api/users?a=1&b="2": 403'
  const labels = { alertname: 'UserSyncFails', job: 'user-sync', severity: 'critical', signal: 'errorRatio' }
  const startsAt = new Date(Date.now() - 600_000).toISOString()
  const runbook = 'https://wiki.example.com/r?x=1&y=ü'
  await alertmanager.post([{ labels, annotations: { message, runbook_url: runbook }, startsAt }])
  await expect.poll(() => receiver.messages().length).toBe(2)
  const bodyWith = (mark: string): string => receiver.messages().find((body) => body.includes(mark)) ?? '{}'
  const [slack, pagerDuty] = [bodyWith('title_link'), bodyWith('routing_key')]
  const [, link = ''] = /"title_link":"([^"]*)"/.exec(JSON.stringify(JSON.parse(slack))) ?? []
  expect(link).toContain(`${url}#/alert?service=user-sync&`)
  // The same link stands in the text, as Slack writes links, and in PagerDuty's incident.
  expect(JSON.parse(slack)).toMatchObject({
    attachments: [{ text: expect.stringContaining(`<${link}|UserSyncFails>`) }],
  })
  expect(JSON.parse(pagerDuty)).toMatchObject({ links: [{ href: link, text: 'Morning Check' }] })

  const alert = new AlertPage(page)
  await alert.follow(link)
  await expect(alert.heading()).toHaveText('Alert on user-sync')
  await expect(alert.heading()).toBeFocused()
  await expect(alert.part(/user-sync now: OK/)).toBeVisible()
  await expect(alert.fact('attempted')).toHaveText('creating user')
  await expect(alert.fact('request')).toHaveText('POST /api/users?a=1&b=')
  await expect(alert.fact('status')).toHaveText('403')
  await expect(page.getByRole('banner')).toContainText('Whoever asks is not allowed to')
  await expect(alert.fact('priority')).toContainText('P1')
  await expect(alert.fact('fired at')).toContainText(/1[01] min ago/)
  await expect(page.getByRole('link', { name: 'Runbook of the alert' })).toHaveAttribute('href', runbook)

  await expect(alert.part(/^Ticket/)).toContainText('There is no ticket for it yet')
  await alert.takeAs('Anna')
  await expect(alert.part(/^Ticket/)).toContainText('taken by Anna')
  await expect(alert.part(/^Ticket/)).toContainText(/P1.*T-\w{5} creating user/)

  // Whoever follows the link later finds it taken; `t` leads to it, with when it began and why.
  await page.reload()
  await expect(alert.part(/^Ticket/)).toContainText('taken by Anna')
  await expect(page.getByRole('button', { name: /take/i })).toHaveCount(0)
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/#\/t\/T-/)
  await expect(page.getByRole('region', { name: 'Log' })).toContainText('as P1')

  await Promise.all([alertmanager.remove(), receiver.close(), pod.close()])
  rmSync(folder, { recursive: true, force: true })
})

const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>'
const encoded = (text: string): string => encodeURIComponent(text)

/** What somebody may write into a link, and what of it has to be read on the page. */
const HOSTILE: readonly {
  readonly name: string
  readonly query: string
  readonly shows: readonly string[]
}[] = [
  {
    name: 'markup everywhere',
    query: ['service', 'pod', 'message', 'priority', 'at', 'signal', 'fingerprint', 'runbook']
      .map((field) => `${field}=${encoded(SCRIPT)}`)
      .join('&'),
    shows: [SCRIPT],
  },
  {
    name: 'scripts for links',
    query: `service=orders&runbook=${encoded('javascript:alert(3)')}&message=${encoded('[x](javascript:alert(4))')}`,
    shows: ['javascript:alert(3)', 'javascript:alert(4)', 'left out'],
  },
  {
    name: 'wrong encodings',
    query: 'service=%E0%A4%A&message=%&pod=%ED%A0%80&at=%00&runbook=%2',
    shows: ['There is no service'],
  },
  {
    name: 'keys of every object',
    query: `__proto__=x&constructor=y&service=__proto__&pod=constructor&filter=${encoded('{__proto__="a",constructor="b",toString="c"}')}&q=hasOwnProperty=d`,
    shows: ['There is no service __proto__', '__proto__=a', 'hasOwnProperty=d'],
  },
  {
    name: 'a hundred thousand characters',
    query: `service=${'s'.repeat(100_000)}&message=${'m: '.repeat(50_000)}&q=${'q'.repeat(50_000)}=1`,
    shows: ['The message was cut'],
  },
  {
    name: 'what is no moment and no priority',
    query: `service=orders&message=late&at=9e999&priority=P0`,
    shows: ['orders now: OK', '“P0” is no priority', '“9e999” is no moment'],
  },
]

test('hostile links show text and do nothing', async ({ serve, page }) => {
  const pod = await countingPod()
  const { url } = await serve(fleetOf(pod.url))
  const asked: string[] = []
  const dialogs: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const alert = new AlertPage(page)
  for (const { query, shows } of HOSTILE) {
    await alert.open(url, query)
    for (const text of shows) await expect(page.locator('#root')).toContainText(text)
    await expect(alert.heading()).toBeVisible()
    expect(await page.locator('#root :is(script, img, iframe)').count()).toBe(0)
    const links = await page.locator('#root a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(links.filter((href) => !/^(?:#\/|https?:)/.test(href ?? ''))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
  await expect(page.getByText('There is no ticket for it yet')).toBeVisible()
  expect(dialogs).toEqual([])
  const { origin } = new URL(url)
  expect(asked.filter((each) => new URL(each).origin !== origin && !each.startsWith('blob:'))).toEqual([])
  await pod.close()
})
