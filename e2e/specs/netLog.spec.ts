import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DigestPage } from '#e2e/pages/DigestPage.ts'
import { chromiumPath } from '#e2e/support/chromiumPath.ts'
import { expect, test } from '#e2e/support/test.ts'
import { chromium } from 'playwright/test'

type NetLog = {
  readonly events: readonly { readonly params?: { readonly url?: string; readonly initiator?: string } }[]
}

/**
 * The hosts that pages and workers sent requests to, in a log that Chromium wrote of its own network stack.
 * What the browser asks for on its own account (updates, sign-in) has no page as its initiator.
 */
function hostsAskedByPages(netLog: NetLog): Set<string> {
  const asked = netLog.events.flatMap(({ params }) =>
    params?.url !== undefined && params.initiator?.startsWith('http') === true ? [params.url] : [],
  )
  return new Set(asked.map((url) => new URL(url).host))
}

test('the page and its worker send requests to nowhere but the gateway', async ({ dashboard, shop }) => {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-netlog-'))
  const log = join(folder, 'net.json')
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      `--log-net-log=${log}`,
    ],
  })
  const digest = new DigestPage(await browser.newPage())
  await digest.open(dashboard.url)
  await expect(digest.rowsAt('OK')).toHaveCount(shop.fleetFile.services.length)
  await digest.expand('orders')
  await browser.close()

  const netLog: NetLog = JSON.parse(readFileSync(log, 'utf8'))
  const hosts = hostsAskedByPages(netLog)
  rmSync(folder, { recursive: true })
  expect([...hosts]).toEqual([new URL(dashboard.url).host])
})
