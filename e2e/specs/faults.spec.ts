import type { FaultName } from '#e2e/fleet/faults/faults.ts'
import { podName } from '#e2e/fleet/podName.ts'
import type { LightWord } from '#e2e/pages/DigestPage.ts'
import { BRISK } from '#e2e/support/fleetFileOf.ts'
import { expect, test } from '#e2e/support/test.ts'

/** What a fault of one pod of `payments` (three pods) has to look like to somebody who has just opened the page. */
type Row = { readonly fault: FaultName; readonly light: LightWord; readonly says: RegExp }

const ROWS: readonly Row[] = [
  { fault: 'pod-down', light: 'WATCH', says: /1 of 3 pods.*(refused|not answer)/i },
  { fault: 'hangs', light: 'WATCH', says: /1 of 3 pods.*timed out after 2\.5 s/i },
  { fault: 'slow', light: 'WATCH', says: /1\.5 s/ },
  { fault: 'http-500', light: 'WATCH', says: /DOWN|HTTP 500/ },
  { fault: 'health-degraded', light: 'WATCH', says: /degraded/i },
  { fault: 'health-down', light: 'WATCH', says: /down/i },
  { fault: 'login-page', light: 'CANNOT SEE', says: /sign-in/i },
  { fault: 'redirect-login', light: 'CANNOT SEE', says: /sign-in/i },
  { fault: 'html-garbage', light: 'CANNOT SEE', says: /HTML/ },
  { fault: 'huge-exposition', light: 'WATCH', says: /metrics.*8(\.0)? MiB/i },
  { fault: 'endless-body', light: 'WATCH', says: /timed out after 2\.5 s/i },
  { fault: 'malformed-metrics', light: 'WATCH', says: /lines?/i },
  { fault: 'unreadable-metrics', light: 'WATCH', says: /metrics/i },
  { fault: 'leaking-memory', light: 'WATCH', says: /memory.*\d+ % of (its )?160 MiB/i },
  { fault: 'version-mismatch', light: 'WATCH', says: /rollout of 1\.8\.1 stuck/i },
  { fault: 'restarts', light: 'WATCH', says: /restart/i },
  { fault: 'flapping', light: 'WATCH', says: /flap/i },
  { fault: 'blocked-event-loop', light: 'WATCH', says: /event loop late.*p99 \d/i },
]

const SERVICE = 'payments'
const POD = podName(SERVICE, 1)

test.afterEach(({ shop }) => shop.heal())

for (const { fault, light, says } of ROWS) {
  test(`a cold start on one pod with ${fault} shows ${light}, names the pod and says why`, async ({
    shop,
    dashboard,
    digest,
  }) => {
    await shop.setFault(SERVICE, POD, fault)
    await digest.open(dashboard.url)
    const row = digest.serviceAt(SERVICE, light)
    await expect(row).toContainText(says)
    await expect(row).toContainText(POD)
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
