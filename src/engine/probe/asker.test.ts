import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { HOME, targetsIn } from '#src/engine/testing/fleetOf.ts'
import { type HandPorts, handPorts } from '#src/engine/testing/handPorts.ts'
import { HANGS, healthy, REFUSES, says, saysJson } from '#src/engine/testing/reply.ts'
import { type Asker, asker } from './asker.ts'
import { CANDIDATES } from './candidates.ts'
import type { ProbeOutcome } from './probeOutcome.ts'
import type { Target } from './target.ts'

type Rig = {
  readonly ports: HandPorts
  readonly asks: Asker
  readonly target: (pod: number, endpoint?: Target['endpoint']) => Target
  /** Asks, lets `time` pass, and answers the outcome, or null where there is none yet. */
  readonly ask: (target: Target, time?: DurationMs) => Promise<ProbeOutcome | null>
  readonly paths: (pod: number) => string[]
}

const origin = (pod: number): string => `http://orders-${pod}.test`

function rig(more: Partial<FleetFile> = {}): Rig {
  const ports = handPorts()
  const pods = [1, 2, 3].map(origin)
  const targets = targetsIn({ services: [{ name: 'orders', pods }], ...more })
  const asks = asker(HOME, ports)
  return {
    ports,
    asks,
    target: (pod, endpoint = 'health') => {
      const found = targets.find((one) => one.pod.name === `orders-${pod}` && one.endpoint === endpoint)
      if (found === undefined) throw new Error(`no ${endpoint} of pod ${pod}`)
      return found
    },
    ask: async (target, time = seconds(5)) => {
      const outcome = asks.ask(target)
      await ports.clock.advance(time)
      return Promise.race([outcome, Promise.resolve(null)])
    },
    paths: (pod) => ports.network.to(origin(pod)).map(({ url }) => new URL(url).pathname),
  }
}

/** `ok`, or the failure, of an outcome. */
const resultOf = (outcome: ProbeOutcome | null): unknown => {
  if (outcome === null) return 'nothing yet'
  return outcome.answer.result.ok ? 'ok' : outcome.answer.result.error
}

const modes = ({ ports }: Rig): string[] => ports.network.asked.map(({ mode }) => mode)

describe('the usual paths', () => {
  it('are tried in order until one answers; siblings use what was found', async () => {
    const { ports, asks, target, ask, paths } = rig()
    for (const pod of [1, 2]) ports.network.on(`${origin(pod)}/actuator/health`, healthy())
    expect(asks.pathOf(target(1))).toBeNull()
    expect(resultOf(await ask(target(1)))).toBe('ok')
    expect(paths(1)).toEqual(['/health', '/healthz', '/actuator/health'])
    expect(asks.pathOf(target(2))).toBe('/actuator/health')
    expect(resultOf(await ask(target(2)))).toBe('ok')
    expect(paths(2)).toEqual(['/actuator/health'])
  })

  it('go on past the page of a web app, but not past a sign-in', async () => {
    const { ports, target, ask, paths } = rig()
    const app = says('<!doctype html><title>Orders</title>', { headers: { 'content-type': 'text/html' } })
    ports.network.on(`${origin(1)}/health`, app)
    ports.network.on(`${origin(1)}/healthz`, says('', { status: 401 }))
    expect(resultOf(await ask(target(1)))).toEqual({ kind: 'sign-in-needed', how: 'status' })
    expect(paths(1)).toEqual(['/health', '/healthz'])
  })

  it('are not asked where the fleet file gives a path', async () => {
    const { target, ask, paths } = rig({ endpoints: { health: '/up' } })
    const outcome = await ask(target(1))
    expect(outcome?.absent).toBe(false)
    await ask(target(1))
    expect(paths(1)).toEqual(['/up', '/up'])
  })

  it('end with the names of all that were tried, and are left alone for five minutes, pod by pod', async () => {
    const { ports, target, ask, paths } = rig()
    ports.network.on(`${origin(2)}/readyz`, says('ok'))
    const nowhere = { kind: 'not-found', tried: CANDIDATES.health }
    const first = await ask(target(1))
    expect([resultOf(first), first?.absent]).toEqual([nowhere, true])
    expect(resultOf(await ask(target(1), minutes(4)))).toEqual(nowhere)
    expect(paths(1)).toHaveLength(CANDIDATES.health.length)
    await ports.clock.advance(minutes(1))
    expect(resultOf(await ask(target(1)))).toEqual(nowhere)
    expect(paths(1)).toHaveLength(2 * CANDIDATES.health.length)

    expect(resultOf(await ask(target(2)))).toBe('ok')
    expect(resultOf(await ask(target(1)))).toBe('ok')
  })

  it('are no matter of a pod that hangs: the next one looks for itself', async () => {
    const { ports, asks, target, ask, paths } = rig()
    ports.network.on(`${origin(1)}/`, HANGS)
    ports.network.on(`${origin(2)}/healthz`, says('ok'))
    expect(await ask(target(1), 900)).toBeNull()
    expect(asks.mustWait(target(2))).toBe(true)
    await ports.clock.advance(100)
    expect(asks.mustWait(target(2))).toBe(false)
    expect(resultOf(await ask(target(2), 100))).toBe('ok')
    await ports.clock.advance(seconds(5))
    expect(paths(1)).toEqual(['/health'])
    expect(asks.pathOf(target(1))).toBe('/healthz')
  })

  it('let siblings wait only for their own endpoint', async () => {
    const { ports, asks, target, ask } = rig()
    ports.network.on(`${origin(1)}/`, healthy(300))
    await ask(target(1), 100)
    expect([1, 2].map((pod) => asks.mustWait(target(pod)))).toEqual([true, true])
    expect(asks.mustWait(target(2, 'metrics'))).toBe(false)
    await ports.clock.advance(300)
    expect(asks.mustWait(target(2))).toBe(false)
  })
})

describe('a path that is known', () => {
  it('stays so when nothing is there for once: an ordinary answer, not five minutes of silence', async () => {
    const { ports, asks, target, ask, paths } = rig()
    ports.network.on(`${origin(1)}/healthz`, ({ nth }) =>
      nth === 1 ? says('', { status: 404 }) : says('ok'),
    )
    await ask(target(1))
    const missing = await ask(target(1))
    expect(missing?.absent).toBe(false)
    expect(missing?.answer.result).toMatchObject({ ok: true, value: { state: 'unknown' } })
    expect(resultOf(await ask(target(1)))).toBe('ok')
    expect(paths(1)).toEqual(['/health', '/healthz', '/healthz', '/healthz'])
    expect(asks.pathOf(target(1))).toBe('/healthz')
  })
})

describe('a failure that the page is not told the cause of', () => {
  const given = { endpoints: { health: '/health' } }

  it('is looked into once a minute, not each time', async () => {
    const one = rig(given)
    one.ports.network.on(`${origin(1)}/`, says('ok', { readable: false }))
    for (let i = 0; i < 14; i += 1) {
      expect(resultOf(await one.ask(one.target(1)))).toEqual({ kind: 'unreadable' })
    }
    expect(modes(one).filter((mode) => mode === 'opaque')).toHaveLength(2)
    expect(modes(one).filter((mode) => mode === 'read')).toHaveLength(14)
  })

  it('is looked into anew after an answer', async () => {
    const one = rig(given)
    const healthUrl = `${origin(1)}/health`
    one.ports.network.on(healthUrl, says('ok', { readable: false }))
    await one.ask(one.target(1))
    one.ports.network.on(healthUrl, healthy())
    await one.ask(one.target(1))
    one.ports.network.on(healthUrl, REFUSES)
    expect(resultOf(await one.ask(one.target(1)))).toMatchObject({ kind: 'unreachable', by: 'browser' })
  })

  const answered = [
    { name: 'a sign-in', reply: says('', { status: 403 }) },
    { name: 'the gateway', reply: saysJson({}, { status: 502, headers: { 'x-morning-check': 'refused' } }) },
    { name: 'a page that is too large', reply: says('x'.repeat(600 * 1024)) },
  ]
  for (const { name, reply } of answered) {
    it(`is not taken for what ${name} said before`, async () => {
      const one = rig(given)
      one.ports.network.on(`${origin(1)}/health`, reply)
      expect(resultOf(await one.ask(one.target(1)))).not.toBe('ok')
      one.ports.network.on(`${origin(1)}/health`, REFUSES)
      expect(resultOf(await one.ask(one.target(1)))).toEqual({
        kind: 'unreachable',
        by: 'browser',
        detail: null,
      })
    })
  }

  it('is not looked into where it is a time-out', async () => {
    const one = rig(given)
    one.ports.network.on(`${origin(1)}/`, HANGS)
    expect(resultOf(await one.ask(one.target(1)))).toEqual({ kind: 'timeout', after: seconds(4) })
    expect(modes(one)).toEqual(['read'])
  })

  it('times the request and not the search for its cause', async () => {
    const one = rig(given)
    one.ports.network.on(`${origin(1)}/`, ({ nth }) => ({ kind: 'fails', delay: nth === 0 ? 20 : 700 }))
    expect((await one.ask(one.target(1)))?.took).toBe(20)
  })
})
