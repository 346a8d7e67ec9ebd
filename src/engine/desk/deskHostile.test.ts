import { describe, expect, it, vi } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { seconds } from '#src/domain/time/units.ts'
import type { Answer, Question } from '#src/engine/protocol.ts'
import { type HandStore, handStore } from '#src/engine/testing/handStore.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const fleet = (board: string): FleetFile => ({
  services: [{ name: 'orders', url: 'http://orders-1.test' }],
  endpoints: HEALTH_ONLY,
  tickets: { board },
})

async function rigOf(): Promise<WatchRig> {
  const rig = watchRig(fleet('run'))
  const databases = new Map<string, HandStore>()
  const open = (name: string) => {
    const own = databases.get(name) ?? handStore()
    databases.set(name, own)
    return own.open(name)
  }
  Object.assign(rig.ports, { store: { ...handStore(), open } })
  rig.ports.network.on('http://orders-1.test/', healthy())
  await rig.ports.clock.advance(seconds(10))
  // What keeps the tickets comes in a chunk of its own.
  await vi.dynamicImportSettled()
  await rig.ports.clock.advance(seconds(10))
  return rig
}

function boardIn(rig: WatchRig): readonly TicketRow[] {
  const told = rig.watcher.snapshot().find(({ kind }) => kind === 'board')
  return told?.kind === 'board' ? told.rows : []
}

async function asked(rig: WatchRig, question: Question): Promise<Answer> {
  const answer = rig.watcher.answer(question)
  await rig.ports.clock.advance(seconds(1))
  return answer
}

const draft = (now: number): TicketDraft => ({
  title: '<img src=x onerror=alert(1)>',
  description: '',
  service: 'orders',
  project: null,
  priority: 3,
  source: 'hand',
  dedupKey: null,
  openedAt: now,
  links: [],
})

const open = async (rig: WatchRig, by: string) =>
  asked(rig, { about: 'open-ticket', by, draft: draft(rig.ports.now()) })

async function exported(rig: WatchRig): Promise<readonly unknown[]> {
  const answer = await asked(rig, { about: 'export-tickets' })
  return answer.about === 'export-tickets' ? (answer.found ?? []) : []
}

describe('whoever calls themselves', () => {
  it.each([
    { by: 'auto', actor: 'auto_' },
    { by: '../x', actor: 'x' },
    { by: '__proto__', actor: '__proto__' },
    { by: 'x'.repeat(300), actor: /^x{33}-[\dA-Z]{6}$/ },
    { by: '🔥', actor: /^[\dA-Z]{6}$/ },
    { by: 'a.b.>', actor: /^a-b-[\dA-Z]{6}$/ },
  ])('$by writes what everybody can read, and is no machine', async ({ by, actor }) => {
    const rig = await rigOf()
    await open(rig, by)
    const code = boardIn(rig)[0]?.code.toLowerCase() ?? ''
    expect(await asked(rig, { about: 'command', ticket: code, command: { do: 'take' }, by })).toMatchObject({
      found: { ok: true },
    })
    const [row] = boardIn(rig)
    expect(row).toMatchObject({ state: 'acknowledged', ack: { by: expect.stringMatching(actor) } })
    const again = await asked(rig, { about: 'command', ticket: code, command: { do: 'take' }, by })
    expect(again).toMatchObject({ found: { ok: false, error: { kind: 'already' } } })
    const events = await exported(rig)
    const other = await rigOf()
    expect(await asked(other, { about: 'import-tickets', events })).toMatchObject({
      found: { ok: true, value: events.length },
    })
    expect(boardIn(other)).toMatchObject([{ id: row?.id, ack: row?.ack }])
  })

  it.each(['', ' \t'])('%j does nothing', async (by) => {
    const rig = await rigOf()
    expect(await open(rig, by)).toMatchObject({ found: { ok: false, error: { kind: 'no-name' } } })
    expect(boardIn(rig)).toEqual([])
  })
})

describe('a log from elsewhere', () => {
  it.each<{ name: string; change: object }>([
    { name: 'a time beyond all', change: { at: 1e308 } },
    { name: 'a ticket that is no token', change: { ticket: '../x' } },
    { name: 'an actor that is no token', change: { actor: 'a.b' } },
    { name: 'a link that is a script', change: { data: { links: [{ label: 'x', url: 'javascript:1' }] } } },
    { name: 'a prototype', change: { data: { policy: JSON.parse('{"__proto__":{"targets":{}}}') } } },
  ])('is taken whole or not at all: $name', async ({ change }) => {
    const rig = await rigOf()
    await open(rig, 'Anna')
    const [event = null] = await exported(rig)
    const data = { ...Object(Object(event).data), ...Object(change).data }
    const events = [{ ...Object(event), ...change, data }]
    const other = await rigOf()
    const both = [...(await exported(rig)), ...events]
    expect(await asked(other, { about: 'import-tickets', events: both })).toMatchObject({
      found: { ok: false },
    })
    expect(boardIn(other)).toEqual([])
  })

  it('may name everything as objects name what all of them have', async () => {
    const rig = await rigOf()
    await open(rig, 'Anna')
    const names = { id: '__proto__', ticket: 'constructor', actor: 'toString', seen: 'valueOf' }
    const [own] = await exported(rig)
    const events = [{ ...Object(own), ...names }]
    const odd = { ...Object(events[0]), id: 'hasOwnProperty', v: 2, kind: '__proto__', data: null }
    expect(await asked(rig, { about: 'import-tickets', events: [...events, odd] })).toMatchObject({
      found: { ok: true, value: 2 },
    })
    expect(boardIn(rig)).toHaveLength(2)
    const whole = await asked(rig, { about: 'ticket', ticket: 'constructor' })
    expect(whole).toMatchObject({ found: { ticket: { id: 'constructor', foreign: 1 } } })
    expect(await asked(rig, { about: 'ticket', ticket: '__proto__' })).toMatchObject({ found: null })
  })
})

it('shows another board where the fleet file names one, and the first again with all that it had', async () => {
  const rig = await rigOf()
  await open(rig, 'Anna')
  const [first] = boardIn(rig)
  rig.write(fleet('drill'))
  await rig.ports.clock.advance(seconds(60))
  expect(boardIn(rig)).toEqual([])
  await open(rig, 'Boris')
  expect(boardIn(rig)).toHaveLength(1)
  rig.write(fleet('run'))
  await rig.ports.clock.advance(seconds(60))
  expect(boardIn(rig)).toMatchObject([{ id: first?.id, title: first?.title }])
})
