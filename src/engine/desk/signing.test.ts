import { describe, expect, it } from 'vitest'
import { foldChecks } from '#src/domain/check/foldChecks.ts'
import type { SignOff, SignOffDraft } from '#src/domain/check/signOff.ts'
import { err } from '#src/domain/result.ts'
import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { createWatch } from '#src/domain/watch/watch.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { embeddedLog } from '#src/engine/ticketLog/embeddedLog.ts'
import type { EventStore, LogStatus } from '#src/engine/ticketLog/eventStore.ts'
import { shelf } from './shelf.ts'
import { endWatch, signOff } from './signing.ts'

const DRAFT: SignOffDraft = {
  from: 0,
  light: 'green',
  counts: { green: 1, orange: 0, red: 0, unknown: 0 },
  marks: [],
  note: '',
}

const FLEET = fleetOf({ orders: 1 }, { tickets: { people: [{ name: 'Boris Groß', aliases: ['bgross'] }] } })

/** A desk whose log is as a shared one may be: `own` differs from one in this browser alone. */
async function rigOf(status: Partial<LogStatus> = {}, own: Partial<EventStore> = {}) {
  const ports = handPorts()
  const plain = embeddedLog({ store: null, hints: null, name: 'log' }, () => undefined)
  const log = { ...plain, status: () => ({ ...plain.status(), ...status }), check: async () => [], ...own }
  const at = shelf(log, FLEET.tickets, ports, () => undefined)
  await ports.clock.advance(1)
  const sources = { shelf: at, watch: createWatch(FLEET), ports }
  return {
    sign: (by: string) => signOff(sources, DRAFT, by, ports.now()),
    end: (watch: string) => endWatch(sources, watch, 'Anna', ports.now()),
    signed: (): readonly SignOff[] => foldChecks(at.book.log(CHECKS), ports.now()).signOffs,
    actors: () => at.book.log(CHECKS).map(({ actor }) => actor),
  }
}

describe('who may sign', () => {
  it.each([
    { name: 'nobody who has not signed in', status: { readOnly: 'not-signed-in' as const } },
    { name: 'nobody whom the server lets only look', status: { readOnly: 'no-right' as const } },
  ])('$name', async ({ status }) => {
    const { sign, end, signed } = await rigOf(status)
    expect(await sign('Anna')).toMatchObject({ error: { kind: 'read-only' } })
    expect(await end('w/a')).toMatchObject({ error: { kind: 'read-only' } })
    expect(signed()).toEqual([])
  })

  it.each([
    {
      name: 'as they call themselves, where the log is this browser’s',
      user: null,
      by: ' Anna Müller ',
      told: 'Anna Müller',
    },
    { name: 'under a name that is theirs', user: 'Anna-Muller', by: 'Anna Müller', told: 'Anna Müller' },
    { name: 'as the fleet file calls them', user: 'Boris-Gross', by: 'anybody', told: 'Boris Groß' },
    {
      name: 'as the fleet file calls them, with the alias',
      user: 'bgross',
      by: 'x',
      told: 'Boris Groß (bgross)',
    },
    { name: 'as who signed in, where nobody knows the name', user: 'eve', by: 'Anna', told: 'eve' },
  ])('$name', async ({ user, by, told }) => {
    const { sign, signed, actors } = await rigOf({ user })
    expect(await sign(by)).toMatchObject({ ok: true })
    expect(signed()).toMatchObject([{ by: told }])
    expect(actors()).toEqual([user ?? 'Anna-Muller'])
  })
})

it('is signed only once it is stored', async () => {
  const { sign, signed } = await rigOf({}, { append: async () => err({ kind: 'quota', detail: 'full' }) })
  expect(await sign('Anna')).toEqual({ ok: false, error: { kind: 'not-stored', detail: 'full' } })
  expect(signed()).toEqual([])
})
