import type { RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { createWatch, type Watch } from '#src/domain/watch/watch.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { answersJson, loopbackServer } from '#src/engine/testing/loopbackServer.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { type Backfilling, backfilling } from './backfilling.ts'

const NOTHING = { status: 'success', data: { resultType: 'vector', result: [] } }

/** A source that answers only who brings the right token. */
async function guarded(right: string) {
  const seen: (string | undefined)[] = []
  const listener: RequestListener = (request, response) => {
    const { authorization } = request.headers
    seen.push(authorization)
    const isRight = authorization === right
    answersJson(isRight ? NOTHING : { error: 'who are you?' }, isRight ? 200 : 401)(request, response)
  }
  const server = await loopbackServer(listener)
  onTestFinished(() => server.stop())
  return { seen, url: `${server.url}/` }
}

type Named = NonNullable<NonNullable<FleetFile['sources']>['prometheus']>

function watchOf(prometheus: Named | null, earlier: Watch | null = null): Watch {
  const sources = prometheus === null ? {} : { sources: { prometheus } }
  const fleet = parseFleet({ ...sources, services: [{ name: 'orders', url: 'http://orders-1.test' }] })
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error))
  return createWatch(fleet.value, earlier)
}

const ended = (past: Backfilling) =>
  vi.waitFor(
    () => {
      const state = past.state()
      if (state?.kind !== 'ended') throw new Error('still under way')
      return state.summary
    },
    { timeout: 10_000, interval: 5 },
  )

const SIGN_IN = { kind: 'not-reached', failure: { kind: 'sign-in-needed', how: 'status' } }

describe('a source that wants a sign-in', () => {
  it('is asked again at once with a token, which is sent with every question', async () => {
    const server = await guarded('Bearer secret')
    const watch = watchOf({ url: server.url })
    const past = backfilling(HOME, nodePorts)
    onTestFinished(() => past.stop())
    past.turn(watch)
    expect(await ended(past)).toMatchObject({ failure: SIGN_IN })
    expect(past.source()).toEqual({ url: server.url, shownUrl: null, hasToken: false, takesToken: true })
    past.turn(watch)
    expect(past.state()?.kind).toBe('ended')
    const before = server.seen.length

    expect(past.takeToken(' secret ', server.url)).toBe(true)
    past.turn(watch)
    expect(past.state()).toEqual({ kind: 'running', done: 0, of: 0 })
    expect(await ended(past)).toMatchObject({ failure: null, unmatched: [{ pod: 'orders' }] })
    expect(new Set(server.seen.slice(0, before))).toEqual(new Set([undefined]))
    expect(new Set(server.seen.slice(before))).toEqual(new Set(['Bearer secret']))
    expect(past.source()?.hasToken).toBe(true)

    expect(past.takeToken(null, server.url)).toBe(true)
    expect(past.source()?.hasToken).toBe(false)
  })

  it('says so again where the token is wrong', async () => {
    const server = await guarded('Bearer secret')
    const watch = watchOf({ url: server.url })
    const past = backfilling(HOME, nodePorts)
    onTestFinished(() => past.stop())
    past.turn(watch)
    await ended(past)
    past.takeToken('Basic dXNlcjpwYXNz', server.url)
    past.turn(watch)
    expect(await ended(past)).toMatchObject({ failure: SIGN_IN })
    expect(server.seen.at(-1)).toBe('Basic dXNlcjpwYXNz')
  })

  it('never shows its token to another', async () => {
    const [one, other] = [await guarded('Bearer secret'), await guarded('Bearer other')]
    const past = backfilling(HOME, nodePorts)
    onTestFinished(() => past.stop())
    const watch = watchOf({ url: one.url })
    past.turn(watch)
    past.takeToken('secret', one.url)
    const moved = watchOf({ url: other.url }, watch)
    past.turn(moved)
    await ended(past)
    expect(new Set(other.seen)).toEqual(new Set([undefined]))
    expect(past.source()).toMatchObject({ url: other.url, hasToken: false })
    // Typed in for the one that was shown, and too late.
    expect(past.takeToken('secret', one.url)).toBe(false)
    past.turn(watchOf({ url: one.url }, moved))
    expect(past.source()).toMatchObject({ url: one.url, hasToken: false })
  })

  it('keeps its token while only its labels are written anew', async () => {
    const server = await guarded('Bearer secret')
    const past = backfilling(HOME, nodePorts)
    onTestFinished(() => past.stop())
    const watch = watchOf({ url: server.url })
    past.turn(watch)
    past.takeToken('secret', server.url)
    past.turn(watchOf({ url: server.url, match: { cluster: 'a' } }, watch))
    expect(await ended(past)).toMatchObject({ failure: null })
  })
})

describe('the address of a source', () => {
  const through = { url: 'sources/prometheus/', shownUrl: 'http://prometheus.test:9090' }
  const told = { ...through, url: 'http://home.test/sources/prometheus/', hasToken: false }

  it.each([
    { name: 'none', named: null, expected: null },
    { name: 'a gateway that passes no token on', named: through, expected: { ...told, takesToken: false } },
    {
      name: 'a gateway that passes it on',
      named: { ...through, credentials: 'include' } as const,
      expected: { ...told, takesToken: true },
    },
  ])('is told: $name', ({ named, expected }) => {
    const past = backfilling(HOME, { ...nodePorts, get: () => new Promise(() => undefined) })
    past.turn(watchOf(named))
    past.stop()
    expect(past.source()).toEqual(expected)
  })

  it('is another where the gateway leads to another server', () => {
    const past = backfilling(HOME, { ...nodePorts, get: () => new Promise(() => undefined) })
    onTestFinished(() => past.stop())
    const named = { ...through, credentials: 'include' } as const
    const watch = watchOf(named)
    past.turn(watch)
    expect(past.takeToken('secret', through.shownUrl)).toBe(true)
    past.turn(watchOf({ ...named, shownUrl: 'http://elsewhere.test:9090' }, watch))
    expect(past.source()).toMatchObject({ hasToken: false })
  })

  it.each(['', 'schlüssel'])('takes no token that cannot be sent: %s', (token) => {
    const past = backfilling(HOME, { ...nodePorts, get: () => new Promise(() => undefined) })
    onTestFinished(() => past.stop())
    past.turn(watchOf({ url: 'http://prometheus.test/' }))
    expect(past.takeToken(token, 'http://prometheus.test/')).toBe(false)
    expect(past.source()?.hasToken).toBe(false)
  })
})
