import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '#e2e/fleet/until.ts'
import { expect, test } from '#e2e/support/test.ts'

test('npm start -- --scenario plays a story live, and leaves nothing behind', async ({ digest, page }) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-scenario-'))
  const args = ['.dev/start.mjs', '--scenario', 'one-of-two-pods', '--port', '0']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  })
  const ended = once(child, 'exit')
  let printed = ''
  child.stdout.on('data', (chunk) => (printed += String(chunk)))
  try {
    const isReady = () => printed.includes('Ctrl-C stops it.')
    await until('the dashboard is served', isReady, 120_000)
    expect(printed).toContain('4 pods play one of two pods went down.')
    const [url = ''] = /http:\/\/\S+/.exec(printed) ?? []

    await digest.open(url)
    const row = digest.serviceAt('user-sync', 'ACT')
    const sentence = /1 of 2 pods is out.*; user-sync-1 carries 100 % of the load and drops 20 %/
    await expect(row).toContainText(sentence, { timeout: 90_000 })
    await expect(digest.serviceAt('user-sync-twin', 'OK')).toBeVisible()

    // As in its story: errors and successes side by side show one pod id only.
    await digest.stepTo('user-sync')
    await page.keyboard.press('s')
    const logs = /error lines and .* success lines .*carry pod_id=user-sync-1\b.*one pod does all the work/
    await expect(page.getByText(logs).first()).toBeVisible()
  } finally {
    child.kill('SIGINT')
    await ended
  }
  expect(readdirSync(folder).filter((name) => name.startsWith('morning-check-'))).toEqual([])
  rmSync(folder, { recursive: true, force: true })
})
