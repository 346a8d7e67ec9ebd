import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { HEALTH_ONLY, podUrls } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy, type Reply, REFUSES, saysJson } from '#src/engine/testing/reply.ts'
import { EMPTY_VIEW, heard, type WatchRig, watchRig } from '#src/engine/testing/watchRig.ts'

const TICK = 500

const FLEET: FleetFile = {
  title: 'Shop',
  services: [
    { name: 'orders', pods: ['http://orders-1.test', 'http://orders-2.test'] },
    { name: 'ledger', pods: ['http://ledger-1.test', 'http://ledger-2.test'] },
    { name: 'search', url: 'http://search-1.test' },
  ],
  endpoints: HEALTH_ONLY,
}
const PODS = ['orders-1', 'orders-2', 'ledger-1', 'ledger-2', 'search-1']

const down = (): Reply => saysJson({ status: 'DOWN' }, { status: 503 })

function wellRig(file = FLEET): WatchRig {
  const rig = watchRig(file)
  for (const pod of PODS) rig.ports.network.on(`http://${pod}.test/`, healthy())
  return rig
}

describe('the start', () => {
  it('shows every service at once, grey: nothing was seen yet', async () => {
    const rig = wellRig()
    await rig.ports.clock.advance(20)
    const first = rig.said[0]?.message
    expect(first).toMatchObject({
      kind: 'digest',
      full: true,
      gone: [],
      strip: { title: 'Shop', light: 'unknown' },
    })
    expect([...rig.page().rows.values()].map(({ name, light }) => `${name} ${light}`)).toEqual([
      'orders unknown',
      'ledger unknown',
      'search unknown',
    ])
    expect(rig.page().file).toMatchObject({ kind: 'good', url: HOME })
  })

  it('shows an answer within two ticks, and the fleet green within three seconds', async () => {
    const rig = wellRig()
    await rig.ports.clock.advance(seconds(3))
    for (const service of ['orders', 'ledger', 'search']) {
      const answers = rig.ports.network.to(`http://${service}-`)
      const firstRound = answers
        .slice(0, service === 'search' ? 1 : 2)
        .map(({ endedAt }) => endedAt ?? Number.NaN)
      const shown = rig.said.find(({ view }) => view.rows.get(service)?.light === 'green')
      expect((shown?.at ?? Number.NaN) - Math.max(...firstRound)).toBeLessThanOrEqual(2 * TICK)
    }
    expect(rig.page().strip).toMatchObject({ light: 'green', counts: { green: 3 }, podCount: 5, blind: null })
  })

  it('shows 150 pods behind one origin within four seconds', async () => {
    const services = Array.from({ length: 50 }, (_, i) => ({
      name: `service-${i + 1}`,
      pods: podUrls(150, 'one origin').slice(3 * i, 3 * i + 3),
    }))
    const rig = watchRig({ services, endpoints: HEALTH_ONLY })
    rig.ports.network.on('http://gateway.test/', healthy(20))
    await rig.ports.clock.advance(seconds(4))
    expect(rig.page().strip).toMatchObject({ light: 'green', counts: { green: 50 } })
  })
})

describe('what is told afterwards', { timeout: 30_000 }, () => {
  it('is deltas: the rows of services that were heard of since, and no message while nothing was', async () => {
    const rig = wellRig()
    await rig.ports.clock.advance(minutes(1))
    const digests = rig.said.filter(({ message }) => message.kind === 'digest')
    expect(digests.filter(({ message }) => message.kind === 'digest' && message.full)).toHaveLength(1)
    expect(digests.length).toBeLessThan(80)
    for (const [i, { at, message }] of digests.entries()) {
      const since = digests[i - 1]?.at ?? 0
      const ended = rig.ports.network.asked.filter(
        ({ endedAt }) => endedAt !== null && endedAt >= since && endedAt <= at,
      )
      const heardOf = ended.map(({ url }) => /^http:\/\/(\w+)-/.exec(url)?.[1])
      const told = message.kind === 'digest' && !message.full ? message.rows.map(({ name }) => name) : []
      expect(heardOf).toEqual(expect.arrayContaining(told))
    }
  })

  it('tells a pod that fails: in the meantime grey, orange with its name after the second time, green after three good answers', async () => {
    const rig = wellRig()
    await rig.ports.clock.advance(seconds(10))
    rig.ports.network.on('http://orders-2.test/', REFUSES)
    await rig.ports.clock.advance(seconds(12))
    expect(rig.light('orders')).toBe('orange')
    expect(rig.page().rows.get('orders')?.reasons[0]).toMatchObject({
      kind: 'failing',
      pods: [{ pod: 'orders-2' }],
    })
    expect(rig.light('ledger')).toBe('green')
    rig.ports.network.on('http://orders-2.test/', healthy())
    await rig.ports.clock.advance(seconds(25))
    expect(rig.light('orders')).toBe('green')
    expect(rig.lights('orders')).not.toContain('red')
  })

  it('tells red when all of a service is down, by their own words', async () => {
    const rig = wellRig()
    for (const pod of ['ledger-1', 'ledger-2']) rig.ports.network.on(`http://${pod}.test/`, down())
    await rig.ports.clock.advance(seconds(15))
    expect(rig.light('ledger')).toBe('red')
    expect(rig.page().strip).toMatchObject({ light: 'red', blind: null })
  })

  it('grows grey when answers stop coming in, without any answer', async () => {
    const rig = wellRig()
    await rig.ports.clock.advance(seconds(10))
    rig.ports.clock.setBack(seconds(30))
    await rig.ports.clock.advance(TICK)
    expect([...rig.page().rows.values()].map(({ light }) => light)).not.toContain('green')
    await rig.ports.clock.advance(seconds(10))
    expect(rig.page().strip?.light).toBe('green')
  })

  it('adds up to what a page is told that comes later, whatever happens', async () => {
    const reply = fc.constantFrom(healthy(), healthy(900), down(), REFUSES, HANGS)
    const events = fc.array(
      fc.record({ pod: fc.constantFrom(...PODS), reply, wait: fc.integer({ min: 0, max: 9000 }) }),
      {
        maxLength: 12,
      },
    )
    await fc.assert(
      fc.asyncProperty(events, async (happens) => {
        const rig = wellRig()
        await rig.ports.clock.advance(TICK)
        for (const { pod, reply, wait } of happens) {
          rig.ports.network.on(`http://${pod}.test/`, reply)
          await rig.ports.clock.advance(wait)
        }
        const later = rig.watcher.snapshot().reduce(heard, EMPTY_VIEW)
        expect(rig.page().rows).toEqual(later.rows)
        expect(rig.page().strip).toEqual(later.strip)
        expect(rig.page().file).toEqual(later.file)
      }),
      { numRuns: 40 },
    )
  })

  it('ends with stop: no request, no message, whatever was waiting', async () => {
    const pods = podUrls(150, 'one origin')
    const rig = watchRig({ services: [{ name: 'orders', pods }], endpoints: HEALTH_ONLY })
    rig.ports.network.on('http://gateway.test/', healthy(300))
    await rig.ports.clock.advance(seconds(10))
    rig.watcher.stop()
    const before = [rig.said.length, rig.ports.network.asked.length]
    await rig.ports.clock.advance(minutes(1))
    expect([rig.said.length, rig.ports.network.asked.length]).toEqual(before)
  })
})

/** The answer to a question of a service, once it is there. */
function asked(rig: WatchRig): { found: unknown }[] {
  const answers: { found: unknown }[] = []
  void Promise.resolve(rig.watcher.answer({ about: 'service', service: 'orders' })).then((answer) =>
    answers.push(answer),
  )
  return answers
}

describe('what is asked before the fleet is known', () => {
  it('waits for it', async () => {
    const rig = wellRig()
    const answers = asked(rig)
    await rig.ports.clock.advance(seconds(1))
    expect(answers).toMatchObject([{ found: { name: 'orders' } }])
  })

  it('is answered with nothing after ten seconds, and at once from then on', async () => {
    const rig = watchRig(HANGS)
    const answers = asked(rig)
    await rig.ports.clock.advance(seconds(9))
    expect(answers).toEqual([])
    await rig.ports.clock.advance(seconds(2))
    expect(answers).toEqual([{ about: 'service', found: null }])
    const later = asked(rig)
    await rig.ports.clock.advance(1)
    expect(later).toEqual([{ about: 'service', found: null }])
  })
})
