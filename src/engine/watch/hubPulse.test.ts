import { describe, expect, it } from 'vitest'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Beat, ToPage, ToWorker } from '#src/engine/protocol.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { type HandPorts, handPorts } from '#src/engine/testing/handPorts.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy, REFUSES, saysJson } from '#src/engine/testing/reply.ts'
import { type Hub, hub, type Line } from './hub.ts'

const HELLO: ToWorker = { kind: 'hello', fleetUrl: HOME }
const POD = 'http://orders-1.test/'

type Rig = {
  readonly ports: HandPorts
  readonly shared: Hub
  readonly line: Line
  readonly got: ToPage[]
  /** Sets what happens in the watch's turns from now on. */
  readonly turns: (are: 'whole' | 'broken' | 'none') => void
  readonly beat: () => Beat | undefined
  /** How old the newest proof of polling is. */
  readonly silence: () => DurationMs
}

/** The newest digest among messages; tickets, which come in a chunk of their own, may be told behind it. */
const newestDigest = (got: readonly ToPage[]): ToPage | undefined =>
  got.findLast(({ kind }) => kind === 'digest')

/** A hub with one page that does, or does not, answer beats. */
function rig({ answers = true } = {}): Rig {
  const ports = handPorts()
  const services = [{ name: 'orders', url: 'http://orders-1.test' }]
  ports.network.on(HOME, saysJson({ services, endpoints: HEALTH_ONLY }))
  ports.network.on(POD, healthy())
  let turns: 'whole' | 'broken' | 'none' = 'whole'
  let inTurn = false
  const broken: Ports = {
    ...ports,
    every: (period, call) =>
      ports.every(period, () => {
        if (turns === 'none') return
        inTurn = true
        call()
        inTurn = false
      }),
    isOnline: () => {
      if (turns === 'broken' && inTurn) throw new Error('rows of undefined')
      return ports.isOnline()
    },
  }
  const shared = hub(broken)
  const got: ToPage[] = []
  const line: Line = {
    send: (message) => {
      got.push(message)
      if (answers && message.kind === 'beat') shared.receive(line, { kind: 'heard' })
    },
  }
  shared.receive(line, HELLO)
  const beat = (): Beat | undefined => got.findLast((one): one is Beat => one.kind === 'beat')
  return {
    ports,
    shared,
    line,
    got,
    turns: (are) => {
      turns = are
    },
    beat,
    silence: () => ports.now() - (beat()?.at ?? 0),
  }
}

describe('beats', () => {
  it('come every second from the turns of the watch', async () => {
    const { ports, got, silence } = rig()
    await ports.clock.advance(seconds(20))
    expect(silence()).toBeLessThanOrEqual(seconds(1))
    expect(got.filter(({ kind }) => kind === 'beat').length).toBeGreaterThanOrEqual(19)
  })

  it('stop with them: whatever else it answers is no proof of polling', async () => {
    const { ports, shared, line, turns, got, silence } = rig()
    await ports.clock.advance(seconds(20))
    turns('none')
    await ports.clock.advance(minutes(60))
    shared.receive(line, HELLO)
    expect(newestDigest(got)).toMatchObject({ full: true })
    expect(silence()).toBeGreaterThanOrEqual(minutes(60) - seconds(1))
  })

  it('say of a turn that throws what it was, and go on; whole turns end it', async () => {
    const { ports, turns, beat, silence } = rig()
    await ports.clock.advance(seconds(20))
    turns('broken')
    await ports.clock.advance(seconds(10))
    expect(beat()?.fault).toBe('rows of undefined')
    expect(silence()).toBeGreaterThanOrEqual(seconds(10))
    turns('whole')
    await ports.clock.advance(seconds(2))
    expect(silence()).toBeLessThanOrEqual(seconds(1))
    expect(beat()?.fault).toBe('rows of undefined')
    const asked = ports.network.to(POD).length
    await ports.clock.advance(minutes(1))
    expect(beat()?.fault).toBeNull()
    expect(ports.network.to(POD).length).toBeGreaterThan(asked + 9)
  })

  it('say what failed outside the turns', async () => {
    const { ports, shared, beat } = rig()
    shared.fail(new Error('no such key'))
    await ports.clock.advance(seconds(2))
    expect(beat()?.fault).toBe('no such key')
  })
})

describe('until when the word of the watch holds', () => {
  it('is nothing before a digest was told, then three intervals after each reading', async () => {
    const { ports, beat } = rig()
    expect(beat()?.holdsUntil).toBeNull()
    await ports.clock.advance(seconds(20))
    const left = (beat()?.holdsUntil ?? 0) - ports.now()
    expect(left).toBeGreaterThan(seconds(8))
    expect(left).toBeLessThanOrEqual(seconds(15))
  })

  it('does not move while no answer comes, and ends with the colour', async () => {
    const { ports, beat } = rig()
    await ports.clock.advance(seconds(20))
    ports.network.on(POD, HANGS)
    const before = beat()?.holdsUntil ?? 0
    await ports.clock.advance(seconds(5))
    expect(beat()?.holdsUntil).toBeLessThanOrEqual(before + seconds(5))
    ports.setOnline(false)
    await ports.clock.advance(seconds(30))
    expect(beat()?.holdsUntil).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('a page that gives no sign of life', () => {
  it('is sent nothing more after a minute, however much happens', async () => {
    const { ports, got } = rig({ answers: false })
    await ports.clock.advance(seconds(62))
    const before = got.length
    for (let i = 0; i < 10; i++) {
      ports.network.on(POD, i % 2 === 0 ? REFUSES : healthy())
      await ports.clock.advance(minutes(1))
    }
    expect(got.length).toBe(before)
  })

  it.each<ToWorker>([{ kind: 'heard' }, HELLO])('gets the whole at its next $kind', async (message) => {
    const { ports, shared, line, got } = rig({ answers: false })
    await ports.clock.advance(minutes(10))
    const before = got.length
    shared.receive(line, message)
    const told = got.slice(before).filter(({ kind }) => kind !== 'board')
    expect(told.map(({ kind }) => kind)).toEqual(['beat', 'fleet-file', 'digest', 'past'])
    expect(newestDigest(got)).toMatchObject({ full: true, rows: [{ light: 'green' }] })
    await ports.clock.advance(seconds(10))
    expect(got.length).toBeGreaterThan(before + 10)
  })

  it('is told once that it was dropped', async () => {
    const { ports, shared } = rig()
    let dropped = 0
    const silent: Line = { send: () => {}, dropped: () => void dropped++ }
    shared.receive(silent, HELLO)
    await ports.clock.advance(minutes(5))
    expect(dropped).toBe(1)
    shared.receive(silent, { kind: 'bye' })
    expect(dropped).toBe(1)
  })
})
