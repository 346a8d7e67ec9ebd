import type { Browser } from 'playwright/test'
import type { DurationMs } from '#src/domain/time/units.ts'

/**
 * Stops every process of a browser for a while, as a laptop does whose lid is closed: all clocks go on, nothing runs. What
 * is sent to it meanwhile waits.
 */
export async function sleepFor(browser: Browser, duration: DurationMs): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const ids = processInfo.map(({ id }) => id).filter((id) => id > 0)
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    for (const id of ids) process.kill(id, name)
  }
  signal('SIGSTOP')
  try {
    await new Promise((woken) => void setTimeout(woken, duration))
  } finally {
    signal('SIGCONT')
  }
  await session.detach()
}
