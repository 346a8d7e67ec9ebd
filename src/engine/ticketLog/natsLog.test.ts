import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { natsServer, type NatsServer } from '#e2e/support/natsServer.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { ok } from '#src/domain/result.ts'
import { minutes } from '#src/domain/time/units.ts'
import { comment, LOG_BEGAN } from '#src/engine/testing/logEvents.ts'
import {
  areSettled,
  commentNow,
  eventsOf,
  inCommon,
  natsRig,
  type NatsRig,
  SLOW,
} from '#src/engine/testing/natsRig.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import type { EngineLine, OpenLine } from './engineLine.ts'
import { natsLog } from './natsLog.ts'

/** A server that accepts everything and keeps nothing. */
function forgetfulLine(published: string[]): EngineLine {
  let close: (() => void) | null = null
  const closed = new Promise<null>((resolve) => {
    close = () => resolve(null)
  })
  const facts = { subjects: ['tk.run.>'], created: '', lastSeq: 0, writeOnce: true, noDelete: true }
  return {
    publish: async (subject) => {
      published.push(subject)
      return { kind: 'stored' }
    },
    stored: async () => ok(null),
    stream: async () => ok(facts),
    follow: async () => ok({ at: Date.now(), pending: 0 }),
    closed,
    close: () => close?.(),
  }
}

describe.skipIf(!isInstalled('nats-server'))('a log on a real nats-server', { timeout: 30_000 }, () => {
  let server: NatsServer
  let rig: NatsRig

  beforeAll(async () => {
    server = await natsServer()
    rig = natsRig(server)
  })
  afterEach(() => rig.endAll())
  afterAll(() => server.stop())

  it('is the same for all who read it, each event with the time of the engine', async () => {
    const all = await Promise.all([rig.browser('anna'), rig.browser('boris'), rig.browser(null)])
    const [anna, boris, wall] = all
    const ticket = rig.ticket()
    await anna.log.append([commentNow(ticket, 'anna', 1)])
    await boris.log.append([commentNow(ticket, 'boris', 1)])
    await expect.poll(() => areSettled(anna, boris), SLOW).toBe(true)
    const stamped = () => eventsOf(anna, ticket).filter(({ srv }) => srv !== undefined)
    await expect.poll(() => stamped().length, SLOW).toBe(2)
    await expect.poll(() => inCommon(ticket, ...all), SLOW).toBe(2)
    expect(anna.log.isSent(ticket, 'anna000001')).toBe(true)
    expect(anna.log.status()).toMatchObject({ kind: 'nats', user: 'anna', readOnly: false, fault: null })
    expect(anna.log.status().lastSyncAt).not.toBeNull()
    expect(wall.log.status()).toMatchObject({ user: null, readOnly: 'not-signed-in', fault: null })
  })

  it('takes one of many versions of an automatic event, and all take that', async () => {
    const all = await Promise.all(['anna', 'boris', 'anna', 'boris'].map((who) => rig.browser(who)))
    await expect.poll(() => areSettled(...all), SLOW).toBe(true)
    const ticket = rig.ticket()
    const versions = (i: number) =>
      Array.from({ length: 20 }, (_, n) => comment(ticket, 'auto', n, LOG_BEGAN + i))
    await Promise.all(all.map(({ log }, i) => log.append(versions(i))))
    await expect.poll(() => areSettled(...all), SLOW).toBe(true)
    await expect.poll(() => inCommon(ticket, ...all), SLOW).toBe(20)
  })

  it('lets one browser win a claim', async () => {
    const all = await Promise.all(['anna', 'boris', 'anna'].map((who) => rig.browser(who)))
    await expect.poll(() => areSettled(...all), SLOW).toBe(true)
    const won = await Promise.all(all.map(({ log }) => log.claim('breach/T1 é/tta/1')))
    expect(won.toSorted()).toEqual(['lost', 'lost', 'won'])
    expect(await (await rig.browser(null)).log.claim('another')).toBe('offline')
  })

  it('refuses who only reads, says so, and keeps what they wrote for when they sign in', async () => {
    const ticket = rig.ticket()
    const { log } = await rig.browser(null)
    await expect.poll(() => log.status().online, SLOW).toBe(true)
    await log.append([commentNow(ticket, 'boris', 1)])
    expect(log.status()).toMatchObject({ pending: 1, readOnly: 'not-signed-in' })
    expect(log.isSent(ticket, 'boris000001')).toBe(false)
    log.signIn({ user: 'boris', password: 'wrong' })
    await expect.poll(() => log.status().fault?.kind, SLOW).toBe('wrong-password')
    await expect.poll(() => log.status().online, SLOW).toBe(true)
    expect(log.status()).toMatchObject({ user: null, readOnly: 'not-signed-in' })
    log.signIn({ user: 'boris', password: 'boris' })
    await expect.poll(() => log.isSent(ticket, 'boris000001'), SLOW).toBe(true)
    expect(log.status()).toMatchObject({ user: 'boris', readOnly: false, fault: null })
    log.signIn({ user: 'auto', password: '' })
    expect(log.status()).toMatchObject({ user: null, fault: { kind: 'refused', detail: 'auto' } })
  })

  it('takes what is automatic from a screen on the wall that nobody has signed in to, where its server does', async () => {
    const wall = await rig.browser(null)
    await expect.poll(() => wall.log.status().online, SLOW).toBe(true)
    expect(wall.log.status().automatic).toBe(false)
    const open = await natsServer({ anybody: 'automatic' })
    const there = natsRig(open)
    const lookout = await there.browser(null)
    await expect.poll(() => lookout.log.status().automatic, SLOW).toBe(true)
    const ticket = there.ticket()
    await lookout.log.append([comment(ticket, 'auto', 1, LOG_BEGAN), commentNow(ticket, 'boris', 1)])
    await expect.poll(() => lookout.log.isSent(ticket, 'auto000001'), SLOW).toBe(true)
    expect(lookout.log.isSent(ticket, 'boris000001')).toBe(false)
    expect(lookout.log.status()).toMatchObject({ readOnly: 'not-signed-in', fault: null })
    there.endAll()
    await open.stop()
  })

  it('names the right that somebody who may not write lacks', async () => {
    const { log } = await rig.browser('wall')
    const ticket = rig.ticket()
    await log.append([commentNow(ticket, 'wall', 1)])
    await expect.poll(() => log.status().readOnly, SLOW).toBe('no-right')
    expect(log.status()).toMatchObject({
      online: true,
      pending: 1,
      fault: {
        kind: 'refused',
        detail: `Permissions Violation for Publish to "tk.run.${ticket}.wall.wall000001"`,
      },
    })
  })

  it('tells how far a clock is off', async () => {
    const [ahead, right] = await Promise.all([
      rig.browser('anna', { ahead: minutes(7) }),
      rig.browser('boris'),
    ])
    await expect.poll(() => areSettled(ahead, right), SLOW).toBe(true)
    expect(Math.abs((ahead.log.status().skew ?? 0) + minutes(7))).toBeLessThan(50)
    expect(Math.abs(right.log.status().skew ?? Infinity)).toBeLessThan(50)
  })

  it('skips what is no event, or pretends to be by somebody else', async () => {
    const anna = await rig.browser('anna')
    await expect.poll(() => areSettled(anna), SLOW).toBe(true)
    const line = await rig.line('boris')
    const ticket = rig.ticket()
    const publish = (id: string, body: unknown) =>
      line.publish(`tk.run.${ticket}.boris.${id}`, typeof body === 'string' ? body : JSON.stringify(body))
    await publish('nonsense', 'nonsense')
    await publish('anna000001', commentNow(ticket, 'anna', 1))
    await publish('later', { ...commentNow(ticket, 'boris', 1), id: 'later', v: 9, kind: 'sung' })
    await publish('boris000002', commentNow(ticket, 'boris', 2))
    line.close()
    await expect
      .poll(() => eventsOf(anna, ticket).map(({ id }) => id), SLOW)
      .toEqual(['boris000002', 'later'])
    expect(anna.log.status().skipped).toBe(2)
    expect(eventsOf(anna, ticket)[1]).toMatchObject({ kind: 'sung', foreign: true })
  })

  it('says what is wrong with a stream that would not do', async () => {
    await server.ask('STREAM.CREATE.LOOSE', {
      name: 'LOOSE',
      subjects: ['tk.loose.>'],
      storage: 'memory',
    })
    const { log } = await rig.browser('admin', { board: 'loose', stream: 'LOOSE' })
    await expect.poll(() => log.status().online, SLOW).toBe(true)
    await log.append([commentNow(rig.ticket(), 'admin', 1)])
    const detail = 'max_msgs_per_subject: 1, discard: new, discard_new_per_subject: true'
    expect(log.status()).toMatchObject({ pending: 1, fault: { kind: 'stream-differs', detail } })
    const none = await rig.browser('anna', { stream: 'NONE' })
    await expect
      .poll(() => none.log.status().fault, SLOW)
      .toEqual({
        kind: 'refused',
        detail: 'Permissions Violation for Publish to "$JS.API.STREAM.INFO.NONE"',
      })
    const gone = await rig.browser('admin', { stream: 'NONE' })
    await expect.poll(() => gone.log.status().fault?.kind, SLOW).toBe('no-stream')
  })
})

/** A log without a server: `load` answers with what takes its place. */
const logOver = (load: () => Promise<OpenLine>) =>
  natsLog(
    {
      place: { store: null, hints: null, name: '' },
      ports: nodePorts,
      engine: { url: 'ws://127.0.0.1:9', stream: 'TICKETS' },
      board: 'run',
      load,
    },
    () => undefined,
  )

describe('a log without a server', () => {
  it('says that what talks to one could not be loaded', async () => {
    const log = logOver(() => Promise.reject(new Error('404')))
    await log.open(() => undefined)
    await expect.poll(() => log.status().fault, SLOW).toEqual({ kind: 'not-loaded', detail: '404' })
    expect(await log.claim('breach')).toBe('offline')
    log.stop()
  })

  it('offers again what one had accepted lately, each time that it connects: it may have lost it', async () => {
    const published: string[] = []
    const lines: EngineLine[] = []
    const log = logOver(async () => async () => {
      const line = forgetfulLine(published)
      lines.push(line)
      return ok(line)
    })
    log.signIn({ user: 'anna', password: 'anna' })
    await log.open(() => undefined)
    const [old, own, boris] = [
      comment('T1', 'anna', 1),
      commentNow('T1', 'anna', 2),
      commentNow('T1', 'boris', 3),
    ]
    await log.append([old, own, boris])
    await expect
      .poll(() => published, SLOW)
      .toEqual(['tk.run.T1.anna.anna000001', 'tk.run.T1.anna.anna000002'])
    await expect.poll(() => log.status().pending, SLOW).toBe(0)
    lines[0]?.close()
    await expect.poll(() => published.slice(2), SLOW).toEqual(['tk.run.T1.anna.anna000002'])
    log.stop()
  })
})
