import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import { podName } from '#e2e/fleet/podName.ts'
import type { LightWord } from '#e2e/pages/DigestPage.ts'
import { PodPage } from '#e2e/pages/PodPage.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

/** What a fault of one pod of `payments` (three pods) has to look like to somebody who has just opened the page. */
type Row = {
  readonly fault: FaultName
  readonly light: LightWord
  readonly says: RegExp
  /** Which layer of the pod shows it, and what it says there, where that is not the same. */
  readonly layer: string
  readonly evidence?: RegExp
}

const ROWS: readonly Row[] = [
  {
    fault: 'pod-down',
    light: 'WATCH',
    says: /1 of 3 pods.*(refused|not answer)/i,
    layer: 'Reachable',
    evidence: /refused|not answer/i,
  },
  {
    fault: 'hangs',
    light: 'WATCH',
    says: /1 of 3 pods.*timed out after 2\.5 s/i,
    layer: 'Reachable',
    evidence: /timed out after 2\.5 s/i,
  },
  { fault: 'slow', light: 'WATCH', says: /1\.5 s/, layer: 'Reachable' },
  { fault: 'http-500', light: 'WATCH', says: /DOWN|HTTP 500/, layer: 'Application checks' },
  { fault: 'health-degraded', light: 'WATCH', says: /degraded/i, layer: 'Application checks' },
  { fault: 'health-down', light: 'WATCH', says: /down/i, layer: 'Application checks' },
  { fault: 'login-page', light: 'CANNOT SEE', says: /sign-in/i, layer: 'Reachable' },
  { fault: 'redirect-login', light: 'CANNOT SEE', says: /sign-in/i, layer: 'Reachable' },
  { fault: 'html-garbage', light: 'CANNOT SEE', says: /HTML/, layer: 'Resources|Application checks' },
  { fault: 'huge-exposition', light: 'WATCH', says: /metrics.*8(\.0)? MiB/i, layer: 'Resources' },
  { fault: 'endless-body', light: 'WATCH', says: /timed out after 2\.5 s/i, layer: 'Reachable' },
  { fault: 'malformed-metrics', light: 'WATCH', says: /lines?/i, layer: 'Resources' },
  { fault: 'unreadable-metrics', light: 'WATCH', says: /metrics/i, layer: 'Resources' },
  { fault: 'leaking-memory', light: 'WATCH', says: /memory.*\d+ % of (its )?160 MiB/i, layer: 'Resources' },
  { fault: 'version-mismatch', light: 'WATCH', says: /rollout of 1\.8\.1 stuck/i, layer: 'Version' },
  { fault: 'restarts', light: 'WATCH', says: /restart/i, layer: 'Version' },
  { fault: 'flapping', light: 'WATCH', says: /flap/i, layer: 'Reachable' },
  { fault: 'blocked-event-loop', light: 'WATCH', says: /event loop late.*p99 \d/i, layer: 'Resources' },
]

const SERVICE = 'payments'
const POD = podName(SERVICE, 1)

test.afterEach(({ shop }) => shop.heal())

for (const { fault, light, says, layer, evidence = says } of ROWS) {
  test(`a cold start on one pod with ${fault} shows ${light}, names the pod, says why, and two keys lead to its evidence`, async ({
    shop,
    dashboard,
    digest,
    page,
  }) => {
    await shop.setFault(SERVICE, POD, fault)
    await digest.open(dashboard.url)
    const row = digest.serviceAt(SERVICE, light)
    await expect(row).toContainText(says)
    await expect(row).toContainText(POD)

    // The others are still being looked at for a moment: the first row is this one when they are done.
    await expect(digest.rowsAt('OK')).toHaveCount(shop.fleetFile.services.length - 1)
    await digest.stepTo(SERVICE)
    await page.keyboard.press('d')
    // Of a roll-out that is stuck the pods that were not reached are the odd ones.
    await expect(page).toHaveURL(new RegExp(`#/s/${SERVICE}/p/${SERVICE}-`))
    await expect(new PodPage(page).openLayer(layer)).toContainText(evidence)
  })
}

test('a cold start on one pod whose requests fail shows ACT, names the pod and says how many', async ({
  shop,
  serve,
  digest,
}) => {
  await shop.setFault(SERVICE, POD, 'failing-requests')
  // Two requests a second are few between two scrapes of these specs.
  const thresholds = { ...BRISK.thresholds, errorsAtLeast: 1 }
  const { url } = await serve({ ...shop.fleetFile, ...BRISK, thresholds })
  await digest.open(url)
  const row = digest.serviceAt(SERVICE, 'ACT')
  await expect(row).toContainText(/errors \d+ % of [\d.]+ requests\/s/)
  await expect(row).toContainText(POD)
})

test('a healthy fleet is green from top to bottom, and the page says so', async ({
  shop,
  dashboard,
  digest,
  page,
}) => {
  await digest.open(dashboard.url)
  for (const service of shop.fleetFile.services)
    await expect(digest.serviceAt(service.name, 'OK')).toBeVisible()
  await expect(digest.sentence()).toContainText('well')
  await expect(page).toHaveTitle(/^OK/)
})
