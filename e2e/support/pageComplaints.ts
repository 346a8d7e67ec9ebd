import type { BrowserContext } from 'playwright/test'

/**
 * The browser notes each failed or refused request of a page on its console; that is what this dashboard is
 * there to handle, and no error of its own.
 */
const OF_THE_NETWORK = /^Failed to load resource:|net::ERR_/

/** Collects what no page of this dashboard may ever do: log errors, throw, or break its content policy. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !OF_THE_NETWORK.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}
