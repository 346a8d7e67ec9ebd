import { expect, test } from '#e2e/support/nightTest.ts'
import { walkAndSign } from '#e2e/support/morningWalk.ts'
import { BoardPage } from '#e2e/pages/BoardPage.ts'
import { openCheck } from '#e2e/support/night.ts'

test('a handover is taken over in another browser: first it says what it adds, and nothing is there twice', async ({
  check,
  played,
}, testInfo) => {
  await walkAndSign(check)
  await check.show('Handover')
  const file = testInfo.outputPath('handover.json')
  await (await check.download('Download the handover')).saveAs(file)

  const other = await played.stranger()
  const next = await openCheck(other, played.night)
  const board = new BoardPage(await other.newPage())
  await board.open(played.night.url)
  await expect(board.page.getByText('No open tickets')).toBeVisible()

  await next.show('Handover')
  await next.chooseHandover(file)
  const taking = next.taking()
  await expect(taking).toContainText('Handover of Anna Berger, 08:55')
  await expect(taking).toContainText('3 tickets')
  await expect(taking).toContainText('2 sign-offs')
  await expect(taking).toContainText('1 watch')
  await expect(board.tickets()).toHaveCount(0)
  await taking.getByRole('button', { name: 'Take it', exact: true }).click()
  await expect(taking).toContainText(/\d+ events taken/)
  await expect(board.tickets()).toHaveCount(3)
  await expect(board.ticket('billing')).toContainText('Anna Berger')

  await next.chooseHandover(file)
  await expect(taking).toContainText('Nothing: all of it is here already.')
  await taking.getByRole('button', { name: 'Take it', exact: true }).click()
  await expect(taking).toContainText('Nothing was new.')
  await expect(board.tickets()).toHaveCount(3)

  // What was signed there is what this browser looks back to, and what was watched is watched here.
  await next.show('Check')
  await next.page.getByRole('button', { name: 'Look back to the new sign-off' }).click()
  await expect(next.sentence()).toContainText('Since 08:55, Anna Berger’s check')
  await expect(next.matter('billing')).toContainText('until memory is flat')
  await expect(next.days().nth(-2)).toHaveAccessibleName('Thu 19 Nov: OK, signed by Anna Berger at 17:40')
  await other.close()
})
