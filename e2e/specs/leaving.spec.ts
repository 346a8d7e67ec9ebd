import { DigestPage } from '#e2e/pages/DigestPage.ts'
import { leave, openCheck, startNight } from '#e2e/support/night.ts'
import { at } from '#e2e/support/nightStory.ts'
import { expect, test } from '#e2e/support/nightTest.ts'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'

const SERVICES = ['orders', 'mail']

test('what was seen in the last second before a page was closed is known to the next one; all after it is a gap', async ({
  browser,
}) => {
  let isDown = false
  const night = await startNight({
    from: at('22:00:02'),
    actors: SERVICES.map((service) => ({
      service,
      pod: service,
      play: goService(seededRandom(1, service), {
        starts: [{ at: at('09:00', '02'), version: '1.0.0' }],
        health: () => (service === 'orders' && isDown ? 'down' : 'ok'),
      }),
    })),
    fleet: (urlOf) => ({
      intervals: { health: '1s', metrics: '10s', version: '1m' },
      endpoints: { health: '/health', metrics: '/metrics', version: '/version' },
      tickets: { automatic: false },
      services: SERVICES.map((name) => ({ name, url: urlOf(name) })),
    }),
  })
  const context = await browser.newContext()
  const evening = await openCheck(context, night)
  await evening.signOff({ name: 'Anna Berger' })
  await evening.page.goto(`${night.url}#/`)
  isDown = true
  await expect(new DigestPage(evening.page).serviceAt('orders', 'ACT')).toBeVisible()
  await leave(evening, night)

  isDown = false
  await night.clock.to(at('22:10'))
  const later = await openCheck(context, night)
  await expect(later.notes()).toHaveText([/^Nobody watched 22:00–22:10 \(10 min\)/])
  await expect(later.under('Recovered by itself').getByRole('button')).toHaveText(['orders'])
  await expect(later.matter('orders')).toContainText(/was ACT 22:00–22:10 \(at least \d+ s of \d+ min\)/)
  await expect(later.page.getByText(/1 service well whenever it was seen\s+mail/)).toBeVisible()
  await context.close()
  await night.close()
})
