import type { Browser } from 'playwright/test'

/** Ends the one shared worker of a browser as a crash would; the pages are told nothing. Answers how many there were. */
export async function killSharedWorker(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'shared_worker' }] })
  for (const { targetId } of targetInfos) await session.send('Target.closeTarget', { targetId })
  await session.detach()
  return targetInfos.length
}
