import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { until } from '#e2e/fleet/until.ts'
import { expect, test } from '#e2e/support/test.ts'

/** Folders in which a story keeps its past. */
const folders = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => /^morning-check-(?:story|prometheus-blocks)-/.test(name))

test('npm start -- --scenario plays a story live, and leaves nothing behind', async ({ digest }) => {
  test.setTimeout(180_000)
  const before = folders()
  const args = ['.dev/start.mjs', '--scenario', 'one-of-two-pods', '--port', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
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
    const sentence = '1 of 2 pods is out; user-sync-1 carries 100 % of the load and drops 20 %'
    await expect(row).toContainText(sentence, { timeout: 90_000 })
    await expect(digest.serviceAt('user-sync-twin', 'OK')).toBeVisible()
  } finally {
    child.kill('SIGINT')
    await ended
  }
  expect(folders().filter((name) => !before.includes(name))).toEqual([])
})
