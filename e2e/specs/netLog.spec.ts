import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DigestPage } from '#e2e/pages/DigestPage.ts'
import { chromiumPath } from '#e2e/support/chromiumPath.ts'
import { expect, test } from '#e2e/support/test.ts'
import { chromium } from 'playwright/test'

/** The hosts of all requests in a log that Chromium wrote of its own network stack: pages, workers and all. */
function hostsIn(netLog: string): Set<string> {
  const urls = netLog.matchAll(/"url":"(https?:[^"]+)"/g)
  return new Set(Array.from(urls, ([, url = '']) => new URL(url).host))
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

  const hosts = hostsIn(readFileSync(log, 'utf8'))
  rmSync(folder, { recursive: true })
  expect([...hosts]).toEqual([new URL(dashboard.url).host])
})
