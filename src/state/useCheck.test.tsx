import { QueryClientProvider } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import { logOf, signOffOf } from '#src/domain/check/testing/sampleLog.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Night } from '#src/domain/night/night.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Answer, Question } from '#src/engine/protocol.ts'
import { createQueries } from './queries/useServiceDetail.ts'
import { renderWith } from './testing/renderWith.tsx'
import { NOW, sampleRow, silentPod } from './testing/sampleRow.ts'
import { sampleDesk } from './testing/sampleTicket.ts'
import { testScreen } from './testing/testScreen.ts'
import { type CheckView, useCheck } from './useCheck.ts'

const EVENING = NOW - hours(15)
const signed = signOffOf({ at: EVENING, by: 'Boris' })
const rows: readonly ServiceRow[] = [
  sampleRow('billing', 'red', { reasons: [silentPod('billing-1')] }),
  sampleRow('orders', 'red', { reasons: [silentPod('orders-1')] }),
  sampleRow('stock'),
]

const nightSince = (from: number): Night => ({
  from,
  to: NOW,
  watched: [{ from, to: NOW }],
  gaps: [],
  filled: [],
  filling: false,
  fillFault: null,
  services: [],
})

/** A page that shows a check, over a worker that answers with `says`. */
function rigOf(since: string | null = null, own: Partial<{ log: CheckLog | null; night: boolean }> = {}) {
  const says = { log: logOf({ signOffs: [signed] }) as CheckLog | null, night: true, ...own }
  const asked: Question[] = []
  const views: CheckView[] = []
  const answer = (question: Question): Answer => {
    asked.push(question)
    if (question.about === 'check-log') return { about: 'check-log', found: says.log }
    if (question.about === 'night')
      return { about: 'night', found: says.night ? nightSince(question.from) : null }
    if (question.about === 'sign-off') {
      const mine = signOffOf({ id: 'mine', by: question.by, at: NOW, marks: question.check.marks })
      says.log = logOf({ signOffs: [mine, signed] })
      return { about: 'sign-off', found: { ok: true, value: 'mine' } }
    }
    throw new Error(question.about)
  }
  const page = testScreen({ ask: async (question) => answer(question) })
  function Shows() {
    views.push(useCheck(since))
    return null
  }
  const client = createQueries()
  const tree = (
    <QueryClientProvider client={client}>
      <Shows />
    </QueryClientProvider>
  )
  renderWith(page, tree)
  const now = (): CheckView => views.at(-1) ?? never()
  return { page, says, asked, views, now, refresh: () => act(() => client.invalidateQueries()) }
}

function never(): never {
  throw new Error('nothing was drawn')
}

async function opened(...given: Parameters<typeof rigOf>) {
  const rig = rigOf(...given)
  act(() => rig.page.show(rows))
  await waitFor(() => expect(rig.now().check).not.toBeNull())
  return rig
}

describe('useCheck', () => {
  it('says what it waits for', async () => {
    const rig = rigOf(null, { log: null, night: false })
    expect(rig.now()).toMatchObject({ check: null, waitsFor: 'fleet', draft: null, walk: [] })
    act(() => rig.page.show(rows))
    await waitFor(() => expect(rig.now().waitsFor).toBe('log'))
    rig.says.log = logOf({ signOffs: [signed] })
    await rig.refresh()
    await waitFor(() => expect(rig.now().waitsFor).toBe('night'))
    rig.says.night = true
    await rig.refresh()
    await waitFor(() => expect(rig.now().waitsFor).toBeNull())
  })

  it('looks back to the newest sign-off, and asks for that time', async () => {
    const { now, asked } = await opened()
    expect(now()).toMatchObject({
      isResumed: false,
      newer: null,
      uncovered: null,
      isFirst: false,
      isStalled: false,
    })
    expect(now().check).toMatchObject({ from: EVENING, last: { by: 'Boris' }, title: 'Sample shop' })
    expect(now().walk.map(({ item }) => item.title)).toEqual(['billing', 'orders'])
    expect(asked.flatMap((question) => (question.about === 'night' ? [question.from] : []))).toEqual([
      EVENING,
    ])
  })

  it('asks for the night by its own clock, and goes on showing the check while that is measured anew', async () => {
    const rig = rigOf()
    act(() => rig.page.board.setState({ desk: sampleDesk({ offset: minutes(5) }) }))
    act(() => rig.page.show(rows))
    await waitFor(() => expect(rig.now().check).not.toBeNull())
    const nights = () => rig.asked.flatMap((one) => (one.about === 'night' ? [one.from] : []))
    expect(nights()).toEqual([EVENING - minutes(5)])
    // Both ends by the clock of sign-offs: signed now, the next check begins where this one ends.
    expect(rig.now().check).toMatchObject({
      from: EVENING,
      to: NOW + minutes(5),
      now: NOW,
      last: { by: 'Boris' },
    })
    const drawn = rig.views.length
    act(() => rig.page.board.setState({ desk: sampleDesk({ offset: minutes(5) + 400 }) }))
    expect(nights()).toHaveLength(1)
    act(() => rig.page.board.setState({ desk: sampleDesk({ offset: minutes(-5) }) }))
    await waitFor(() => expect(rig.now().check?.night.from).toBe(EVENING + minutes(5)))
    expect(rig.views.slice(drawn).every(({ check }) => check !== null)).toBe(true)
  })

  it('looks back a day where nobody has signed', async () => {
    const { now } = await opened(null, { log: logOf({ signOffs: [] }) })
    expect(now()).toMatchObject({ isFirst: true, check: { from: NOW - hours(24), last: null } })
  })

  it('looks back to what the address asks for, and says what signing leaves out', async () => {
    const { now } = await opened(new Date(NOW - hours(1)).toISOString())
    expect(now()).toMatchObject({
      sinceFault: null,
      uncovered: { from: EVENING, to: NOW - hours(1) },
      check: { from: NOW - hours(1), last: null },
    })
    const other = await opened(new Date(NOW + hours(1)).toISOString())
    expect(other.now()).toMatchObject({ sinceFault: 'to-come', check: { from: EVENING } })
  })

  it('takes a moment of the address by the clock of sign-offs', async () => {
    const justSigned = signOffOf({ id: 'n', by: 'Boris', at: NOW + minutes(6) })
    const rig = rigOf(new Date(justSigned.at).toISOString(), {
      log: logOf({ signOffs: [justSigned, signed] }),
    })
    act(() => rig.page.board.setState({ desk: sampleDesk({ offset: minutes(7) }) }))
    act(() => rig.page.show(rows))
    await waitFor(() => expect(rig.now().check?.from).toBe(justSigned.at))
    expect(rig.now()).toMatchObject({ sinceFault: null, check: { to: NOW + minutes(7), last: { id: 'n' } } })
  })

  it('draws nothing anew while nothing is new, and keeps what did not change', async () => {
    const { page, views, now, refresh } = await opened()
    const [before, drawn] = [now(), views.length]
    act(() => page.show(rows.map((row) => ({ ...row, observedAt: NOW + 1 }))))
    act(() => page.wait(1000))
    await refresh()
    await refresh()
    expect(views.length).toBe(drawn)
    act(() =>
      page.show([...rows.slice(0, 2), sampleRow('stock', 'red', { reasons: [silentPod('stock-1')] })]),
    )
    expect(now().walk[0]).toBe(before.walk[0])
    expect(now().walk).toHaveLength(3)
    expect(now().actions).toBe(before.actions)
  })

  it('holds the order once it was begun, and what it has marked', async () => {
    const { page, now } = await opened()
    const first = now().walk[0] ?? never()
    act(() => now().actions.mark(first.item, { deed: 'seen' }, 'known'))
    act(() => now().actions.nextOpen())
    expect(now()).toMatchObject({ progress: { decided: 1, of: 2 }, current: { item: { title: 'orders' } } })
    act(() => page.show([sampleRow('auth', 'red', { reasons: [silentPod('auth-1')] }), ...rows]))
    expect(now().walk.map(({ item }) => item.title)).toEqual(['billing', 'orders', 'auth'])
    expect(now().draft?.order).toEqual(['s/billing', 's/orders', 's/auth'])
    act(() => now().actions.unmark('s/billing'))
    act(() => now().actions.setNote('all'))
    expect(now()).toMatchObject({ progress: { decided: 0, of: 3 }, draft: { note: 'all' } })
  })

  it('tells that somebody signed meanwhile, and looks from there when it is asked to', async () => {
    const { says, now, refresh } = await opened()
    says.log = logOf({ signOffs: [signOffOf({ id: 'n', by: 'Chris', at: NOW - minutes(1) }), signed] })
    await refresh()
    await waitFor(() => expect(now().newer?.by).toBe('Chris'))
    expect(now().check?.from).toBe(EVENING)
    act(() => now().actions.startOver())
    await waitFor(() => expect(now().check?.from).toBe(NOW - minutes(1)))
    expect(now().newer).toBeNull()
  })

  it('is signed with what is shown, and begins anew from there', async () => {
    const { page, now, asked } = await opened()
    act(() => page.preferences.setState({ name: 'Anna' }))
    const first = now().walk[0] ?? never()
    act(() => now().actions.mark(first.item, { deed: 'seen' }, ''))
    await act(async () => expect(await now().actions.signOff('Anna')).toEqual({ ok: true, value: 'mine' }))
    const [sent] = asked.flatMap((question) => (question.about === 'sign-off' ? [question] : []))
    expect(sent).toMatchObject({
      by: 'Anna',
      check: { from: EVENING, light: 'red', marks: [{ item: 's/billing' }] },
    })
    await waitFor(() => expect(now().check?.from).toBe(NOW))
    expect(now()).toMatchObject({
      newer: null,
      isFirst: false,
      draft: { marks: [] },
      check: { last: { id: 'mine' } },
    })
  })
})
