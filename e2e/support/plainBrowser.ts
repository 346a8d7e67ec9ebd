import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright/test'
import { chromiumPath } from './chromiumPath.ts'

/** A browser that treats hidden tabs as people's do. */
export type PlainBrowser = { readonly context: BrowserContext; readonly close: () => Promise<void> }

const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--remote-debugging-port=0',
]

/**
 * Starts one without what Playwright sets by default: its focus emulation keeps every tab visible for ever, and what is
 * visible is never frozen, whatever is asked of it. `stepsBack`: whatever else runs here goes first.
 */
export async function plainBrowser({ stepsBack = false } = {}): Promise<PlainBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'morning-check-profile-'))
  const path = chromiumPath() ?? chromium.executablePath()
  const args = [...ARGS, `--user-data-dir=${profile}`, 'about:blank']
  const stdio = ['ignore', 'ignore', 'pipe'] as const
  const child = stepsBack
    ? spawn('nice', ['-n', '10', path, ...args], { stdio: [...stdio] })
    : spawn(path, args, { stdio: [...stdio] })
  const ended = new Promise((done) => void child.once('exit', done))
  const address = await new Promise<string>((found, failed) => {
    let said = ''
    child.once('error', failed)
    child.once('exit', () => failed(new Error(`the browser did not start: ${said}`)))
    child.stderr.on('data', (more: Buffer) => {
      said += more.toString()
      const [, url] = /DevTools listening on (\S+)/.exec(said) ?? []
      if (url !== undefined) found(url)
    })
  })
  const browser = await chromium.connectOverCDP(address, { noDefaults: true })
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser has no context of its own')
  return {
    context,
    close: async () => {
      await browser.close()
      child.kill()
      await ended
      // Its helpers may write a little longer than it lives.
      await rm(profile, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}
