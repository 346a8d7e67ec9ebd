import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { goOn, openCheck, startNight } from '#e2e/support/night.ts'
import { at } from '#e2e/support/nightStory.ts'
import { expect, test } from '#e2e/support/nightTest.ts'
import { complaintsOf } from '#e2e/support/pageComplaints.ts'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'

/** Would do something where it is not taken as text: in a page, in the table of a spreadsheet, in a chat. */
const EVIL = "=cmd|'!A0 <img src=x onerror=hurt()> [x](javascript:hurt()) <!channel> @here"

/** What must be in no text of a dialect. */
const MARKDOWN = /(?<!\\)<img|(?<!\\)\]\(javascript|\s@here/
const MARKUP = { Slack: /<img|<!|\s@here/, Webex: MARKDOWN, Teams: MARKDOWN, 'a wiki': MARKDOWN }

test('no field of any service gets into a report as markup, nor into its table as a formula', async ({
  browser,
}, testInfo) => {
  const night = await startNight({
    from: at('08:00:01'),
    actors: [
      {
        service: EVIL,
        pod: 'evil',
        play: {
          ...goService(seededRandom(1, 'evil'), { starts: [{ at: at('07:00'), version: EVIL }] }),
          checks: (t) => [{ name: EVIL, state: t < at('08:05') ? 'ok' : 'down', message: EVIL }],
        },
      },
    ],
    fleet: (urlOf) => ({
      title: EVIL,
      intervals: { health: '15s', metrics: '1m' },
      endpoints: { health: '/health', metrics: '/metrics', version: '/version' },
      services: [{ name: EVIL, team: EVIL, tier: 1, pods: [{ name: EVIL, url: urlOf('evil') }] }],
    }),
  })
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const complaints = complaintsOf(context)
  const check = await openCheck(context, night)
  await night.clock.to(at('08:10'))
  await goOn(check, night)
  await expect(check.here()).toContainText(EVIL)
  await check.note(EVIL)
  await check.press('s')
  await check.signOff({ name: EVIL, note: EVIL })
  await expect(check.report()).toContainText('Act now')

  for (const [dialect, markup] of Object.entries(MARKUP)) {
    await check.page.getByRole('button', { name: `Copy for ${dialect}` }).click()
    await expect(check.page.getByText(`Copied for ${dialect}`)).toBeAttached()
    const text = await check.page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain('cmd')
    expect(text).not.toMatch(markup)
  }

  const table = testInfo.outputPath('report.csv')
  await (await check.download('Download CSV')).saveAs(table)
  const cells = readFileSync(table, 'utf8').split(/\r?\n|,/)
  expect(cells.filter((cell) => cell.includes('cmd')).length).toBeGreaterThan(2)
  expect(cells.filter((cell) => /^"?[=+@\t]/.test(cell))).toEqual([])

  const file = testInfo.outputPath('report.html')
  await (await check.download('Download HTML')).saveAs(file)
  const page = await context.newPage()
  await page.goto(pathToFileURL(file).href)
  await expect(page.getByText(EVIL).first()).toBeVisible()
  await expect(page.locator('img, script, iframe, a[href^="javascript"]')).toHaveCount(0)
  expect(complaints).toEqual([])
  await context.close()
  await night.close()
})
