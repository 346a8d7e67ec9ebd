import { expect, test } from '#e2e/support/nightTest.ts'

test('the morning after tells exactly what the night was, and what of it nobody saw', async ({ check }) => {
  const groups = check.page.getByRole('region', { name: 'What changed' }).getByRole('heading', { level: 2 })
  // From the first moment on: what is not known yet is not called well.
  const shownFirst = await groups.allTextContents()
  await expect(groups).toHaveText(shownFirst)
  expect(shownFirst).toEqual([
    'Act now 1',
    'Watch 1',
    'Recovered by itself 1',
    'Deploys, restarts, newcomers 1',
  ])
  await expect(check.notes()).toHaveText([
    'Nobody watched 01:00–01:40 (40 min): what happened then is not known.',
  ])
  await expect(check.sentence()).toHaveText(
    /^Since Thu 17:40, Anna Berger’s check: 1 newly red, .*1 recovered by itself .*, 3 tickets opened, 1 ticket breached, 2 tickets restored, 1 deploy; nobody watched 01:00–01:40$/,
  )

  const leak = check.matter('billing')
  await expect(leak).toContainText(/memory \+1[12]\d MiB\/h on billing-1 since .*reaches its 4 GiB limit/)
  await expect(leak).toContainText('red since Thu 22:30')
  await expect(leak).toContainText('acknowledged by Anna Berger at 01:40')
  await expect(leak).toContainText('at least 9 h 45 min of 10 h 25 min')

  const crash = check.matter('orders')
  await expect(crash).toContainText('orders-1 restarted once at 03:35')
  await expect(crash).toContainText('ACT 03:12–03:36 (24 min)')
  await expect(check.nightOf('orders')).toHaveAccessibleName(/opened 03:12; T-\w{5} breached 03:27/)

  await expect(check.matter('payments')).toContainText('was ACT 05:02–05:10 (8 min), then well')
  await expect(check.matter('catalog')).toContainText('well · deployed 1.4.2 Thu 22:10 (2 pods)')
  await expect(check.well()).toHaveText(/^1 service well whenever it was seen/)
  await expect(check.page.getByText('all night')).toHaveCount(0)

  const days = check.days()
  await expect(days.nth(-2)).toHaveAccessibleName('Thu 19 Nov: OK, signed by Anna Berger at 17:40')
  await expect(days.nth(-1)).toHaveAccessibleName('Fri 20 Nov: not signed off')
})

test('half a check survives a reload and goes on; signed, it is what the next one looks back to', async ({
  check,
  played,
}) => {
  await expect(check.here()).toContainText('billing')
  await check.watchUntil('memory is flat', 'twice the limit until the fix is out')
  await expect(check.here()).toContainText('orders')
  await check.note('out of connections')
  await check.page.reload()
  await expect(check.page.getByText(/Begun 08:55, 1 of 3/)).toBeVisible()
  await expect(check.here()).toContainText('orders')
  await expect(check.walk().getByLabel('Note')).toHaveValue('out of connections')
  await check.press('s')
  await expect(check.here()).toContainText('payments')
  await check.press('s')
  await expect(check.progress()).toHaveText('3 of 3 looked at')
  await check.signOff()
  await expect(check.report()).toContainText('Signed by Anna Berger, Fri, 20 Nov 2026 08:55')

  await check.open(played.night.url)
  await expect(check.sentence()).toContainText(
    'Since 08:55, Anna Berger’s check: 1 still red, 1 still orange',
  )
  await expect(check.days().last()).toHaveAccessibleName('Fri 20 Nov: ACT, signed by Anna Berger at 08:55')
  // What is watched and no worse asks for nobody.
  await expect(check.matter('billing')).toContainText('until memory is flat')
  await expect(check.here()).toContainText('orders')
})
