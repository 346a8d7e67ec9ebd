import { describe, expect, it, vi } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { Answer, Question } from '#src/engine/protocol.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy, saysJson } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const FLEET: FleetFile = {
  services: [
    { name: 'orders', url: 'http://orders-1.test', tier: 1 },
    { name: 'shop', url: 'http://shop-1.test', dependsOn: ['orders'] },
    { name: 'mail', url: 'http://mail-1.test', tickets: { automatic: false } },
  ],
  endpoints: HEALTH_ONLY,
}

/** Time for two answers in a row and for what a red verdict of a first priority waits for. */
const UNTIL_OPENED = minutes(2)

const down = () => saysJson({ status: 'DOWN' }, { status: 503 })

async function wellRig(file: FleetFile = FLEET): Promise<WatchRig> {
  const rig = watchRig(file)
  for (const pod of ['orders-1', 'shop-1', 'mail-1']) rig.ports.network.on(`http://${pod}.test/`, healthy())
  await rig.ports.clock.advance(seconds(10))
  // What keeps the tickets comes in a chunk of its own.
  await vi.dynamicImportSettled()
  await rig.ports.clock.advance(seconds(10))
  return rig
}

const setState = ({ ports }: WatchRig, pod: string, reply: ReturnType<typeof healthy>): void =>
  ports.network.on(`http://${pod}.test/`, reply)

/** The board as a page knows it that has heard every message. */
function board({ said }: WatchRig): readonly TicketRow[] {
  const rows = new Map<string, TicketRow>()
  for (const { message } of said) {
    if (message.kind !== 'board') continue
    if (message.full) rows.clear()
    for (const row of message.rows) rows.set(row.id, row)
    for (const id of message.gone) rows.delete(id)
  }
  return [...rows.values()]
}

async function asked(rig: WatchRig, question: Question): Promise<Answer> {
  const answer = rig.watcher.answer(question)
  await rig.ports.clock.advance(seconds(1))
  return answer
}

const reasons = (rig: WatchRig, service: string): readonly string[] =>
  (rig.page().rows.get(service)?.reasons ?? []).map(({ kind }) => kind)

describe('a service that goes down', () => {
  it('opens one ticket once it has lasted, which stands in its row until somebody has it', async () => {
    const rig = await wellRig()
    setState(rig, 'orders-1', down())
    await rig.ports.clock.advance(seconds(30))
    expect(board(rig)).toEqual([])
    await rig.ports.clock.advance(UNTIL_OPENED)
    const [ticket, ...others] = board(rig)
    expect(others).toEqual([])
    expect(ticket).toMatchObject({
      service: 'orders',
      priority: 1,
      state: 'new',
      source: 'check',
      sending: 'saved',
    })
    expect(reasons(rig, 'orders')).toEqual(['health', 'ticket'])

    const taken = await asked(rig, {
      about: 'command',
      ticket: ticket?.code ?? '',
      command: { do: 'take' },
      by: 'Anna',
    })
    expect(taken).toMatchObject({ found: { ok: true, value: { beatenBy: null } } })
    expect(board(rig)).toMatchObject([{ state: 'acknowledged', assignee: 'Anna', ack: { by: 'Anna' } }])
    expect(reasons(rig, 'orders')).toEqual(['health'])
  })

  it('has its ticket resolved once it was well for long enough, and nothing stands in its row meanwhile', async () => {
    const rig = await wellRig()
    setState(rig, 'orders-1', down())
    await rig.ports.clock.advance(UNTIL_OPENED)
    setState(rig, 'orders-1', healthy())
    await rig.ports.clock.advance(minutes(2))
    const [restoring] = board(rig)
    expect(restoring?.restoring).not.toBeNull()
    expect(rig.light('orders')).toBe('green')
    await rig.ports.clock.advance(minutes(5))
    const [resolved] = board(rig)
    expect(resolved).toMatchObject({ state: 'resolved', restoring: null, ack: null })
    expect(resolved?.restoredAt).toBe(restoring?.restoring?.since)
  })

  it('drags another one down: it joins the same ticket', async () => {
    const rig = await wellRig()
    setState(rig, 'orders-1', down())
    await rig.ports.clock.advance(seconds(30))
    setState(rig, 'shop-1', down())
    await rig.ports.clock.advance(minutes(4))
    expect(board(rig)).toMatchObject([{ service: 'orders', affected: ['shop'] }])
  })

  it('for which that was switched off opens none', async () => {
    const rig = await wellRig()
    setState(rig, 'mail-1', down())
    await rig.ports.clock.advance(minutes(20))
    expect([rig.light('mail'), board(rig)]).toEqual(['red', []])
  })
})

describe('what a page asks of the board', () => {
  it('is refused with the reason where it cannot be done', async () => {
    const rig = await wellRig()
    const command = { do: 'acknowledge' } as const
    const unknown = { about: 'command', ticket: 'T-00000', command, by: 'Anna' } as const
    expect(await asked(rig, unknown)).toEqual({
      about: 'command',
      found: { ok: false, error: { kind: 'unknown-ticket' } },
    })
  })

  it('opens a ticket by hand, shows it whole, and tells a page that comes later', async () => {
    const rig = await wellRig()
    const now = rig.ports.now()
    const opened = await asked(rig, {
      about: 'open-ticket',
      by: 'Anna',
      draft: {
        title: 'Invoices are late',
        description: 'three customers have called',
        service: 'mail',
        project: null,
        priority: 3,
        source: 'hand',
        dedupKey: null,
        openedAt: now - minutes(10),
        links: [],
      },
    })
    expect(opened).toMatchObject({ found: { ok: true } })
    const [row] = board(rig)
    expect(row).toMatchObject({ title: 'Invoices are late', openedAt: now - minutes(10), priority: 3 })
    const whole = await asked(rig, { about: 'ticket', ticket: row?.code ?? '' })
    expect(whole).toMatchObject({
      found: { row: { id: row?.id }, ticket: { description: 'three customers have called' } },
    })
    const told = rig.watcher.snapshot().find(({ kind }) => kind === 'board')
    expect(told).toMatchObject({ full: true, rows: [{ id: row?.id }], desk: { known: 1, offset: 0 } })
  })

  it('finds a ticket by the key of what opened it', async () => {
    const rig = await wellRig()
    setState(rig, 'orders-1', down())
    await rig.ports.clock.advance(UNTIL_OPENED)
    const [row] = board(rig)
    const found = await asked(rig, { about: 'ticket', ticket: 'check|orders' })
    expect(found).toMatchObject({ found: { row: { id: row?.id } } })
    expect(await asked(rig, { about: 'ticket', ticket: 'check|mail' })).toMatchObject({ found: null })
  })

  it('exports what there is, and takes it in elsewhere', async () => {
    const rig = await wellRig()
    setState(rig, 'orders-1', down())
    await rig.ports.clock.advance(UNTIL_OPENED)
    const exported = await asked(rig, { about: 'export-tickets' })
    const events = exported.about === 'export-tickets' ? (exported.found ?? []) : []
    expect(events.length).toBeGreaterThan(0)
    const other = await wellRig()
    expect(await asked(other, { about: 'import-tickets', events })).toEqual({
      about: 'import-tickets',
      found: { ok: true, value: events.length },
    })
    expect(board(other).map(({ id }) => id)).toEqual(board(rig).map(({ id }) => id))
    expect(await asked(other, { about: 'import-tickets', events })).toMatchObject({ found: { value: 0 } })
    expect(await asked(other, { about: 'import-tickets', events: [{ v: 1 }] })).toMatchObject({
      found: { ok: false },
    })
  })
})
