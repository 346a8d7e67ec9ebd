import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { askerRig, origin, resultOf } from '#src/engine/testing/askerRig.ts'
import { HANGS, healthy, says } from '#src/engine/testing/reply.ts'
import { CANDIDATES } from './candidates.ts'

describe('the usual paths', () => {
  it('are tried in order until one answers; siblings use what was found', async () => {
    const { ports, asks, target, ask, paths } = askerRig()
    for (const pod of [1, 2]) ports.network.on(`${origin(pod)}/actuator/health`, healthy())
    expect(asks.pathOf(target(1))).toBeNull()
    expect(resultOf(await ask(target(1)))).toBe('ok')
    expect(paths(1)).toEqual(['/health', '/healthz', '/actuator/health'])
    expect(asks.pathOf(target(2))).toBe('/actuator/health')
    expect(resultOf(await ask(target(2)))).toBe('ok')
    expect(paths(2)).toEqual(['/actuator/health'])
  })

  it('go on past the page of a web app, and past what is locked: Spring Security locks all that is not named', async () => {
    const { ports, asks, target, ask, paths } = askerRig()
    const app = says('<!doctype html><title>Orders</title>', { headers: { 'content-type': 'text/html' } })
    ports.network.on(`${origin(1)}/`, says('', { status: 401 }))
    ports.network.on(`${origin(1)}/health`, app)
    ports.network.on(`${origin(1)}/actuator/health`, healthy())
    expect(resultOf(await ask(target(1)))).toBe('ok')
    expect(paths(1)).toEqual(['/health', '/healthz', '/actuator/health'])
    expect(asks.pathOf(target(1))).toBe('/actuator/health')
  })

  it('are not asked where the fleet file gives a path', async () => {
    const { target, ask, paths } = askerRig({ endpoints: { health: '/up' } })
    const outcome = await ask(target(1))
    expect(outcome?.absent).toBe(false)
    await ask(target(1))
    expect(paths(1)).toEqual(['/up', '/up'])
  })

  it('end with the names of all that were tried, and are left alone for five minutes, pod by pod', async () => {
    const { ports, target, ask, paths } = askerRig()
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
    const { ports, asks, target, ask, paths } = askerRig()
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
    const { ports, asks, target, ask } = askerRig()
    ports.network.on(`${origin(1)}/`, healthy(300))
    await ask(target(1), 100)
    expect([1, 2].map((pod) => asks.mustWait(target(pod)))).toEqual([true, true])
    expect(asks.mustWait(target(2, 'metrics'))).toBe(false)
    await ports.clock.advance(300)
    expect(asks.mustWait(target(2))).toBe(false)
  })
})

describe('a search that was halted', () => {
  const locked = says('', { status: 401 })
  const SIGN_IN = { kind: 'sign-in-needed', how: 'status' }
  const count = CANDIDATES.health.length

  const rows = [
    { name: 'a sign-in', reply: locked, expected: SIGN_IN, once: count },
    { name: 'a time-out', reply: HANGS, expected: { kind: 'timeout', after: seconds(4) }, once: 9 },
  ]
  for (const { name, reply, expected, once } of rows) {
    it(`by ${name} asks that path only at the next intervals, and all of them after five minutes`, async () => {
      const { ports, target, ask, paths } = askerRig()
      ports.network.on(`${origin(1)}/api/health`, reply)
      expect(resultOf(await ask(target(1)))).toEqual(expected)
      expect(paths(1)).toHaveLength(once)
      for (let i = 0; i < 24; i += 1) expect(resultOf(await ask(target(1)))).toEqual(expected)
      expect(paths(1).slice(once)).toEqual(Array.from({ length: 24 }, () => '/api/health'))
      await ports.clock.advance(minutes(3))
      expect(resultOf(await ask(target(1)))).toEqual(expected)
      expect(paths(1)).toHaveLength(once + 24 + once)
    })
  }

  it('is taken up there: what was left is tried, and what was not there is not tried again', async () => {
    const { ports, asks, target, ask, paths } = askerRig()
    ports.network.on(`${origin(1)}/q/health`, HANGS)
    ports.network.on(`${origin(1)}/readyz`, says('ok'))
    await ask(target(1))
    ports.network.on(`${origin(1)}/q/health`, null)
    const before = paths(1).length
    expect(resultOf(await ask(target(1)))).toBe('ok')
    expect(paths(1).slice(before)).toEqual(['/q/health', '/health/ready', '/readyz'])
    expect(asks.pathOf(target(1))).toBe('/readyz')
  })

  it('remembers what was locked, and names all that was tried when nothing is anywhere', async () => {
    const { ports, target, ask, lastPaths } = askerRig()
    ports.network.on(`${origin(1)}/health`, locked)
    ports.network.on(`${origin(1)}/healthz`, HANGS)
    expect(resultOf(await ask(target(1)))).toMatchObject({ kind: 'timeout' })
    ports.network.on(`${origin(1)}/healthz`, null)
    expect(resultOf(await ask(target(1)))).toEqual(SIGN_IN)
    expect(lastPaths(1, 1)).toEqual(['/health'])
    ports.network.on(`${origin(1)}/health`, null)
    const end = await ask(target(1))
    expect(end).toMatchObject({ absent: true, answer: { result: { error: { kind: 'not-found' } } } })
    expect(
      new Set(
        end?.answer.result.ok === false && 'tried' in end.answer.result.error
          ? end.answer.result.error.tried
          : [],
      ),
    ).toEqual(new Set(CANDIDATES.health))
  })
})

describe('what is under way', () => {
  it('is called off by its signal, in the middle of a search too', async () => {
    const { ports, asks, target, paths } = askerRig()
    ports.network.on(`${origin(1)}/healthz`, HANGS)
    const abort = new AbortController()
    const outcome = asks.ask(target(1), abort.signal)
    await ports.clock.advance(seconds(1))
    abort.abort()
    expect(resultOf(await outcome)).toEqual({ kind: 'aborted' })
    expect(paths(1)).toEqual(['/health', '/healthz'])
    expect(ports.network.asked.every(({ endedAt }) => endedAt !== null)).toBe(true)
  })
})

describe('keep', () => {
  it('forgets pods that are gone, and keeps what is known of the others', async () => {
    const { ports, asks, target, ask, paths } = askerRig()
    for (const pod of [1, 2]) ports.network.on(`${origin(pod)}/readyz`, says('ok'))
    await ask(target(1))
    await ask(target(3, 'metrics'))
    asks.keep([target(2)])
    expect(asks.pathOf(target(2))).toBe('/readyz')
    asks.keep([])
    expect(asks.pathOf(target(2))).toBeNull()
    const before = paths(3).length
    await ask(target(3, 'metrics'))
    expect(paths(3).length).toBeGreaterThan(before)
  })
})
