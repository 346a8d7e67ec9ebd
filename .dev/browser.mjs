import { existsSync } from 'node:fs'
import { installDebianPackages } from './debianPackages.mjs'
import { ROOT, run, step } from './run.mjs'

// Ubuntu's chromium-browser is a script that asks for a snap: only a browser that says its version is one.
const works = async (path) => path !== null && (await run(path, ['--version'])).ok

async function playwrightsOwn() {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

async function firstThatWorks() {
  const { chromiumPath } = await import('#e2e/support/chromiumPath.ts')
  for (const find of [chromiumPath, playwrightsOwn]) {
    const path = await find()
    if (await works(path)) return path
  }
  return null
}

const HELP = `There is no Chromium, and none could be installed. Either install one yourself
(Debian: apt-get install chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test`

/** The path of a Chromium that works, installing one where there is none; null, with words, where that fails. */
export async function browser() {
  const found = await firstThatWorks()
  if (found !== null) return found
  if (await installDebianPackages(['chromium'])) {
    const installed = await firstThatWorks()
    if (installed !== null) return installed
  }
  const playwright = `${ROOT}/node_modules/playwright/cli.js`
  await step('Downloading Chromium (once)', () => run(process.execPath, [playwright, 'install', 'chromium']))
  const downloaded = await firstThatWorks()
  if (downloaded === null) console.error(HELP)
  return downloaded
}
