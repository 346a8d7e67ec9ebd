import { describe, expect, it, vi } from 'vitest'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { SignOffDraft } from '#src/domain/check/signOff.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { days, hours, seconds } from '#src/domain/time/units.ts'
import type { DeskQuestion } from '#src/engine/deskProtocol.ts'
import type { Answer } from '#src/engine/protocol.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy } from '#src/engine/testing/reply.ts'
import { type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const FLEET: FleetFile = {
  services: [{ name: 'orders', url: 'http://orders-1.test', tier: 1 }],
  endpoints: HEALTH_ONLY,
  morning: { timeZone: 'Europe/Paris' },
}

async function rigOf(file: FleetFile = FLEET): Promise<WatchRig> {
  const rig = watchRig(file)
  rig.ports.network.on('http://orders-1.test/', healthy())
  await rig.ports.clock.advance(seconds(10))
  // What keeps the log comes in a chunk of its own, and so does what answers for checks.
  await vi.dynamicImportSettled()
  await rig.ports.clock.advance(seconds(10))
  return rig
}

async function ask(rig: WatchRig, question: DeskQuestion): Promise<Answer> {
  const answer = rig.watcher.answer(question)
  await vi.dynamicImportSettled()
  await rig.ports.clock.advance(seconds(1))
  return answer
}

const mark = (own: Partial<SignOffDraft['marks'][number]> = {}): SignOffDraft['marks'][number] => ({
  item: 's/orders',
  service: 'orders',
  title: 'orders',
  deed: 'watch',
  note: '',
  at: 0,
  light: 'orange',
  kinds: ['drift'],
  until: { kind: 'flat', signal: null },
  ticket: null,
  ...own,
})

const draft = (rig: WatchRig, own: Partial<SignOffDraft> = {}): SignOffDraft => ({
  from: rig.ports.now() - hours(15),
  light: 'green',
  counts: { green: 1, orange: 0, red: 0, unknown: 0 },
  marks: [],
  note: 'calm',
  ...own,
})

async function logOf(rig: WatchRig, ago = days(1)): Promise<CheckLog | null> {
  const answer = await ask(rig, { about: 'check-log', from: rig.ports.now() - ago })
  return answer.about === 'check-log' ? answer.found : null
}

async function handover(rig: WatchRig): Promise<readonly LoggedEvent[]> {
  const answer = await ask(rig, { about: 'handover-events', from: 0 })
  return answer.about === 'handover-events' ? (answer.found ?? []) : []
}

/** The id of the sign-off; empty where it was refused. */
async function sign(rig: WatchRig, own: Partial<SignOffDraft> = {}): Promise<string> {
  const answer = await ask(rig, { about: 'sign-off', check: draft(rig, own), by: 'Anna Müller' })
  return answer.about === 'sign-off' && answer.found?.ok === true ? answer.found.value : ''
}

const openTicket = (rig: WatchRig) =>
  ask(rig, {
    about: 'open-ticket',
    by: 'Anna',
    draft: {
      title: 'Orders are slow',
      description: '',
      service: 'orders',
      project: null,
      priority: 3,
      source: 'hand',
      dedupKey: null,
      openedAt: rig.ports.now(),
      links: [],
    },
  })

describe('the log of checks', () => {
  it('has what was signed at once, and the mornings of the fleet', async () => {
    const rig = await rigOf()
    expect(await logOf(rig)).toMatchObject({
      signOffs: [],
      watches: [],
      tickets: [],
      silences: { kind: 'none' },
      calendar: {
        mornings: { timeZone: 'Europe/Paris', days: [0, 1, 2, 3, 4] },
        holidays: [],
        streak: { unsigned: 0, signed: 0, longest: 0 },
      },
    })
    const id = await sign(rig, { marks: [mark()] })
    expect(id).toMatch(/^[\dA-Z]{26}$/)
    const log = await logOf(rig)
    expect(log?.signOffs).toMatchObject([{ id, by: 'Anna Müller', light: 'green', note: 'calm' }])
    expect(log?.watches).toMatchObject([{ id: `${id}/s/orders`, by: 'Anna Müller' }])
    expect(log?.calendar.days).toHaveLength(90)
    expect(log?.calendar.days.at(-1)).toMatchObject({ by: 'Anna Müller', count: 1 })
  })

  it('opens no ticket: nothing of a check is on the board, in its figures, or known as one', async () => {
    const rig = await rigOf()
    await sign(rig, { marks: [mark()] })
    const told = rig.watcher.snapshot().find(({ kind }) => kind === 'board')
    expect(told).toMatchObject({ rows: [], desk: { known: 0 } })
    expect(await ask(rig, { about: 'ticket', ticket: 'checks' })).toMatchObject({ found: null })
    const csv = await ask(rig, { about: 'tickets-csv' })
    expect(csv.about === 'tickets-csv' && csv.found?.trim().split('\n')).toHaveLength(1)
    const command = { about: 'command', ticket: 'checks', command: { do: 'take' }, by: 'Anna' } as const
    expect(await ask(rig, command)).toMatchObject({ found: { error: { kind: 'unknown-ticket' } } })
  })

  it.each(['', ' \n'])('takes no signature of %j', async (by) => {
    const rig = await rigOf()
    const signed = await ask(rig, { about: 'sign-off', check: draft(rig), by })
    expect(signed).toMatchObject({ found: { error: { kind: 'no-name' } } })
    expect((await logOf(rig))?.signOffs).toEqual([])
  })

  it('ends a watch that stands, once', async () => {
    const rig = await rigOf()
    const watch = `${await sign(rig, { marks: [mark()] })}/s/orders`
    const end = () => ask(rig, { about: 'end-watch', watch, by: 'Boris' })
    expect(await end()).toMatchObject({ found: { ok: true } })
    expect((await logOf(rig))?.watches).toEqual([])
    expect(await end()).toMatchObject({ found: { error: { kind: 'unknown-event' } } })
  })

  it('tells tickets that are open with what was done to them, and no longer those that ended before', async () => {
    const rig = await rigOf()
    await openTicket(rig)
    const [open] = (await logOf(rig))?.tickets ?? []
    expect(open).toMatchObject({ row: { service: 'orders', state: 'new' } })
    expect(open?.deeds.map(({ event }) => event.kind)).toEqual(['opened'])
    await rig.ports.clock.advance(seconds(2))
    const command = { do: 'resolve', restoredAt: rig.ports.now(), note: '', cause: 'incident' } as const
    await ask(rig, { about: 'command', ticket: open?.row.code ?? '', command, by: 'Anna' })
    const [ended] = (await logOf(rig, seconds(3)))?.tickets ?? []
    expect(ended?.row.state).toBe('resolved')
    expect(ended?.deeds.map(({ event }) => event.kind)).toEqual(['resolved'])
    await rig.ports.clock.advance(seconds(3))
    expect((await logOf(rig, seconds(3)))?.tickets).toEqual([])
  })
})

describe('a handover', () => {
  it('is previewed as it is then taken in, and adds nothing the second time', async () => {
    const [from, to] = [await rigOf(), await rigOf()]
    await openTicket(from)
    await sign(from, { marks: [mark()] })
    const events = await handover(from)
    const preview = { about: 'preview-import', events } as const
    const code = (await logOf(from))?.tickets[0]?.row.code
    await to.ports.clock.advance(seconds(10))
    const before = await ask(to, preview)
    expect(before).toMatchObject({
      found: {
        value: {
          events: events.length,
          known: 0,
          newTickets: [{ code }],
          moreOf: [],
          signOffs: [{ by: 'Anna Müller' }],
          watches: [{ title: 'orders', by: 'Anna Müller' }],
        },
      },
    })
    expect((await logOf(to))?.signOffs).toEqual([])
    const taken = await ask(to, { about: 'import-tickets', events })
    expect(taken).toMatchObject({ found: { ok: true, value: events.length } })
    const [own, theirs] = [await logOf(to), await logOf(from)]
    expect([own?.signOffs, own?.watches]).toEqual([theirs?.signOffs, theirs?.watches])
    expect(own?.tickets.map(({ row }) => row.code)).toEqual([code])
    const nothing = { newTickets: [], moreOf: [], signOffs: [], watches: [] }
    expect(await ask(to, preview)).toMatchObject({
      found: { value: { events: events.length, known: events.length, ...nothing } },
    })
    const later = { about: 'command', ticket: code ?? '', command: { do: 'take' }, by: 'Anna' } as const
    expect(await ask(from, later)).toMatchObject({ found: { ok: true } })
    const more = await handover(from)
    expect(await ask(to, { about: 'preview-import', events: [...more, ...more] })).toMatchObject({
      found: { value: { newTickets: [], moreOf: [{ code, events: more.length - events.length }] } },
    })
  })

  it('that is none is refused with the same words by both', async () => {
    const rig = await rigOf()
    await sign(rig)
    const good = await handover(rig)
    const events = [...good, { ...good[0], ticket: 't1' }]
    const refused = await ask(rig, { about: 'preview-import', events })
    expect(refused).toMatchObject({ found: { ok: false } })
    const taken = await ask(rig, { about: 'import-tickets', events })
    expect(taken).toMatchObject({ found: 'found' in refused ? refused.found : null })
  })
})
