import { type BrowserContext, expect, test as base } from 'playwright/test'
import { type FleetHandle, startFleet } from '#e2e/fleet/startFleet.ts'
import { DigestPage } from '#e2e/pages/DigestPage.ts'
import { type Gateway, startGateway } from '#src/gateway/startGateway.ts'
import { BRISK, type FleetFileOnDisk, fleetFileOf } from './fleetFileOf.ts'
import { complaintsOf } from './pageComplaints.ts'
import { plainBrowser } from './plainBrowser.ts'

/** The dashboard served for one fleet file. */
export type Dashboard = { readonly url: string; readonly file: FleetFileOnDisk; readonly gateway: Gateway }

type WorkerFixtures = {
  /** The sample shop: real processes, healed before each test. */
  readonly shop: FleetHandle
  /** The dashboard in front of the sample shop. */
  readonly dashboard: Dashboard
}

type TestFixtures = {
  /** Serves the dashboard for another fleet file; closed after the test. */
  readonly serve: (content: unknown) => Promise<Dashboard>
  readonly digest: DigestPage
  /** A browser of its own that treats hidden tabs as people's do; it ends with the test, however that ends. */
  readonly plain: BrowserContext
  readonly quiet: void
}

const open = async (content: unknown): Promise<Dashboard> => {
  const file = fleetFileOf(content)
  const gateway = await startGateway({
    fleet: { path: file.path },
    host: '127.0.0.1',
    port: 0,
    distDir: 'dist',
  })
  return { url: gateway.url, file, gateway }
}

const close = async ({ gateway, file }: Dashboard): Promise<void> => {
  await gateway.close()
  file.remove()
}

/** The test of every spec: a console error, a page error or a breach of the content policy fails it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  shop: [
    async ({}, use) => {
      const shop = await startFleet()
      await use(shop)
      await shop.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  dashboard: [
    async ({ shop }, use) => {
      const dashboard = await open({ ...shop.fleetFile, ...BRISK })
      await use(dashboard)
      await close(dashboard)
    },
    { scope: 'worker' },
  ],
  serve: async ({}, use) => {
    const opened: Dashboard[] = []
    await use(async (content) => {
      const dashboard = await open(content)
      opened.push(dashboard)
      return dashboard
    })
    await Promise.all(opened.map(close))
  },
  quiet: [
    async ({ context }, use) => {
      const complaints = complaintsOf(context)
      await use()
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  plain: async ({}, use) => {
    const { context, close: end } = await plainBrowser()
    const complaints = complaintsOf(context)
    await use(context)
    await end()
    expect(complaints).toEqual([])
  },
  digest: async ({ page }, use) => {
    await use(new DigestPage(page))
  },
})

export { expect }
