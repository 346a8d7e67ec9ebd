import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { natsServer, type NatsServer } from '#e2e/support/natsServer.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { hours } from '#src/domain/time/units.ts'
import {
  areSettled,
  commentNow,
  commentsNow,
  eventsOf,
  inCommon,
  type LogBrowser,
  natsRig,
  type NatsRig,
  SLOW,
} from '#src/engine/testing/natsRig.ts'

/** One after the other, each saved before the next. */
async function write(
  { log }: LogBrowser,
  ticket: string,
  who: string,
  from: number,
  to: number,
): Promise<void> {
  for (let n = from; n < to; n++) {
    // oxlint-disable-next-line no-await-in-loop
    await log.append([commentNow(ticket, who, n)])
  }
}

describe.skipIf(!isInstalled('nats-server'))('an outage of a real nats-server', { timeout: 30_000 }, () => {
  let server: NatsServer
  let rig: NatsRig

  beforeAll(async () => {
    server = await natsServer()
    rig = natsRig(server)
  })
  afterEach(() => rig.endAll())
  afterAll(() => server.stop())

  it('loses nothing that is written meanwhile, and nothing that waited in a browser that ended', async () => {
    const [anna, boris, wall] = await Promise.all([
      rig.browser('anna', { name: 'kept' }),
      rig.browser('boris'),
      rig.browser(null),
    ])
    await expect.poll(() => areSettled(anna, boris), SLOW).toBe(true)
    const ticket = rig.ticket()
    const writing = [write(anna, ticket, 'anna', 0, 150), write(boris, ticket, 'boris', 0, 150)]
    await expect.poll(() => eventsOf(wall, ticket).length, SLOW).toBeGreaterThan(20)
    await server.kill()
    await Promise.all(writing)
    await write(anna, ticket, 'anna', 150, 160)
    await expect.poll(() => anna.log.status().fault?.kind, SLOW).toBe('unreachable')
    expect(anna.log.status()).toMatchObject({ online: false, user: 'anna' })
    expect(anna.log.status().pending).toBeGreaterThanOrEqual(10)
    anna.end()
    await server.restart()
    // Two days later: what waits is not offered only because it is recent.
    const later = await rig.browser('anna', { name: 'kept', ahead: hours(48) })
    const all = [later, boris, wall, await rig.browser(null)]
    await expect.poll(() => inCommon(ticket, ...all), SLOW).toBe(310)
    await expect.poll(() => areSettled(...all), SLOW).toBe(true)
    expect(await server.count()).toBe(310)
  })

  it('is healed by the browsers where its disk was lost', async () => {
    // To them it was the day before yesterday: nothing is offered again only because it is recent.
    const ahead = hours(48)
    const [anna, boris] = await Promise.all([rig.browser('anna', { ahead }), rig.browser('boris', { ahead })])
    const ticket = rig.ticket()
    await anna.log.append(commentsNow(ticket, 'anna', 50))
    await boris.log.append(commentsNow(ticket, 'auto', 50))
    await expect.poll(() => areSettled(anna, boris), SLOW).toBe(true)
    await expect.poll(() => inCommon(ticket, anna, boris), SLOW).toBe(100)
    const before = eventsOf(anna, ticket)
    await server.kill()
    server.wipe()
    await server.restart()
    const all = [await rig.browser(null), anna, boris]
    await expect.poll(() => inCommon(ticket, ...all), SLOW).toBe(100)
    expect(eventsOf(anna, ticket)).toEqual(before)
    await expect.poll(() => areSettled(...all), SLOW).toBe(true)
    expect(await server.count()).toBe(anna.events.size)
  })

  it('is seen where it came back with an old disk, and others filled the place of what was lost', async () => {
    const [anna, wall] = await Promise.all([rig.browser('anna'), rig.browser(null)])
    const ticket = rig.ticket()
    await expect.poll(() => areSettled(anna), SLOW).toBe(true)
    await server.kill()
    server.backUp()
    await server.restart()
    await anna.log.append(commentsNow(ticket, 'anna', 5))
    await expect.poll(() => inCommon(ticket, anna, wall), SLOW).toBe(5)
    await expect.poll(() => areSettled(anna), SLOW).toBe(true)
    await server.kill()
    server.putBack()
    await server.restart()
    const line = await rig.line('boris')
    const others = commentsNow(ticket, 'boris', 10).map((event) =>
      line.publish(`tk.run.${ticket}.boris.${event.id}`, JSON.stringify(event)),
    )
    expect((await Promise.all(others)).map(({ kind }) => kind)).toEqual(others.map(() => 'stored'))
    line.close()
    const late = await rig.browser(null)
    await expect.poll(() => inCommon(ticket, anna, wall, late), SLOW).toBe(15)
  })
})
