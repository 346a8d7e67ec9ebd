import { expect } from 'playwright/test'
import type { CheckPage } from '#e2e/pages/CheckPage.ts'

/**
 * What Anna does on the morning after the scripted night: the leak is watched until it is mended, the rest is seen, and the check
 * is signed.
 */
export async function walkAndSign(check: CheckPage): Promise<void> {
  await expect(check.here()).toContainText('billing')
  await check.watchUntil('memory is flat', 'twice the limit until the fix is out')
  await check.note('out of connections, the pool is too small')
  await check.press('s')
  await expect(check.here()).toContainText('payments')
  await check.press('s')
  await expect(check.progress()).toHaveText('3 of 3 looked at')
  await check.signOff({ note: 'Boris looks at the leak today.' })
}
