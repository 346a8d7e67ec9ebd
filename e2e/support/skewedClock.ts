import type { BrowserContext } from 'playwright/test'
import type { DurationMs } from '#src/domain/time/units.ts'

const patch = (by: DurationMs): string =>
  `{const now=Date.now.bind(Date);Date.now=()=>now()+${by};performance.mark('skewed')}`

/**
 * Sets the clock of all pages of a context, and of their workers, ahead by so much: pages have to be opened with
 * `?worker=dedicated`, as only those workers' scripts pass by here.
 */
export async function skewClock(context: BrowserContext, by: DurationMs): Promise<void> {
  await context.addInitScript(patch(by))
  await context.route(/\/assets\/worker-[\w-]+\.js/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${patch(by)};${await response.text()}` })
  })
}
