import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser of this machine: `CHROMIUM_PATH`, one on the PATH, or a Mac's; null leaves it to Playwright's own. */
export function chromiumPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return (
    [process.env['CHROMIUM_PATH'] ?? '', ...onPath, ...MAC_APPS].find(
      (path) => path !== '' && existsSync(path),
    ) ?? null
  )
}
