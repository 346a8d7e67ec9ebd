import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { askerRig, origin, resultOf } from '#src/engine/testing/askerRig.ts'
import { breaksOff, HANGS, healthy, REFUSES, says, saysJson } from '#src/engine/testing/reply.ts'

const NO_CORS = says('ok', { readable: false })
const UNREADABLE = { kind: 'unreadable' }
const UNREACHABLE = { kind: 'unreachable', by: 'browser', detail: null }

describe('a failure that the page is not told the cause of', () => {
  const given = { endpoints: { health: '/health' } }

  it('is looked into once a minute where it is a habit, not each time', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, NO_CORS)
    for (let i = 0; i < 14; i += 1) {
      expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREADABLE)
    }
    expect(one.modes().filter((mode) => mode === 'opaque')).toHaveLength(2)
    expect(one.modes().filter((mode) => mode === 'read')).toHaveLength(14)
  })

  it('is looked into each time where answers could be read until lately, so that no death is hidden', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, healthy())
    await one.ask(one.target(1))
    one.ports.network.on(`${origin(1)}/`, says('bad gateway', { status: 502, readable: false }))
    expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREADABLE)
    one.ports.network.on(`${origin(1)}/`, REFUSES)
    expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREACHABLE)
  })

  it('is looked into once a minute again when nothing could be read for five', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, healthy())
    await one.ask(one.target(1))
    one.ports.network.on(`${origin(1)}/`, NO_CORS)
    await one.ports.clock.advance(minutes(5))
    for (let i = 0; i < 14; i += 1) await one.ask(one.target(1))
    expect(one.modes().filter((mode) => mode === 'opaque')).toHaveLength(2)
  })

  it('is never believed to be a pod that is gone: one refusal of a pod without CORS headers is one', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, NO_CORS)
    await one.ask(one.target(1), minutes(1.1))
    one.ports.network.on(`${origin(1)}/`, REFUSES)
    expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREACHABLE)
    one.ports.network.on(`${origin(1)}/`, NO_CORS)
    expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREADABLE)
  })

  it('is looked into anew when another pod ceases to answer: it may be the network', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, NO_CORS)
    one.ports.network.on(`${origin(2)}/`, healthy())
    for (const pod of [1, 2]) await one.ask(one.target(pod))
    for (const pod of [1, 2]) one.ports.network.on(`${origin(pod)}/`, REFUSES)
    expect(resultOf(await one.ask(one.target(2)))).toEqual(UNREACHABLE)
    expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREACHABLE)
  })

  it('costs no second request each time because another pod stays gone', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, NO_CORS)
    one.ports.network.on(`${origin(2)}/`, REFUSES)
    for (let i = 0; i < 5; i += 1) for (const pod of [1, 2]) await one.ask(one.target(pod))
    const toFirst = one.ports.network.to(`${origin(1)}/`).map(({ mode }) => mode)
    expect(toFirst.filter((mode) => mode === 'opaque')).toHaveLength(1)
  })

  it('is looked into anew after an answer', async () => {
    const one = askerRig(given)
    const healthUrl = `${origin(1)}/health`
    one.ports.network.on(healthUrl, NO_CORS)
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
      const one = askerRig(given)
      one.ports.network.on(`${origin(1)}/health`, reply)
      expect(resultOf(await one.ask(one.target(1)))).not.toBe('ok')
      one.ports.network.on(`${origin(1)}/health`, REFUSES)
      expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREACHABLE)
    })
  }

  it('is not looked into where it is a time-out', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, HANGS)
    expect(resultOf(await one.ask(one.target(1)))).toEqual({ kind: 'timeout', after: seconds(4) })
    expect(one.modes()).toEqual(['read'])
  })

  it('is not looked into where the answer broke off: its head was there', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, breaksOff('{"status":'))
    expect(resultOf(await one.ask(one.target(1)))).toEqual(UNREACHABLE)
    expect(one.modes()).toEqual(['read'])
  })

  it('times the request and not the search for its cause', async () => {
    const one = askerRig(given)
    one.ports.network.on(`${origin(1)}/`, ({ nth }) => ({ kind: 'fails', delay: nth === 0 ? 20 : 700 }))
    expect((await one.ask(one.target(1)))?.took).toBe(20)
  })
})
