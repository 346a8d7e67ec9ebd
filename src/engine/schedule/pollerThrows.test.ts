import { describe, expect, it, onTestFinished } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { HandPorts } from '#src/engine/testing/handPorts.ts'
import { plainAsker } from '#src/engine/testing/plainAsker.ts'
import { HEALTH_ONLY, pollingRig } from '#src/engine/testing/pollingRig.ts'
import { healthy } from '#src/engine/testing/reply.ts'
import type { Asker } from '#src/engine/probe/asker.ts'
import { poller } from './poller.ts'

const BROKEN = 'http://broken.test/'
const WELL = 'http://well.test/'
const FILE = {
  services: [
    { name: 'broken', url: BROKEN },
    { name: 'well', url: WELL },
  ],
  endpoints: HEALTH_ONLY,
  // One place in all: who does not give it back stops everything.
  concurrency: 1,
}

/** What nobody caught from now on, instead of ending the test run with it. */
function uncaught(): string[] {
  const reasons: string[] = []
  const before = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => reasons.push(String(reason)))
  onTestFinished(() => {
    process.removeAllListeners('unhandledRejection')
    for (const listener of before) process.on('unhandledRejection', listener)
  })
  return reasons
}

/** Node tells of a rejection only after all that was ready to run. */
const told = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** Throws for one pod as often as `times` says, noting when, and asks plainly then. */
function throwingAsker(ports: HandPorts, times: number, thrownAt: number[]): Asker {
  const plain = plainAsker(ports)
  return {
    ...plain,
    ask: async (target, signal) => {
      if (target.base !== BROKEN || thrownAt.length >= times) return plain.ask(target, signal)
      thrownAt.push(ports.monotonic())
      throw new TypeError('no reader for this')
    },
  }
}

describe('an asker that throws', () => {
  it('costs one answer: its place is free, it is asked again an interval later, and the fault surfaces', async () => {
    const reasons = uncaught()
    const thrownAt: number[] = []
    const rig = pollingRig(FILE, { askerOf: (ports) => throwingAsker(ports, 3, thrownAt) })
    for (const url of [BROKEN, WELL]) rig.ports.network.on(url, healthy())
    await rig.ports.clock.advance(minutes(1))
    await told()
    expect(reasons).toEqual(Array.from({ length: 3 }, () => 'TypeError: no reader for this'))
    expect(thrownAt.slice(1).every((at, i) => at - (thrownAt[i] ?? 0) >= 4750)).toBe(true)
    expect(rig.ports.network.to(BROKEN).length).toBeGreaterThanOrEqual(7)
    expect(rig.ports.network.to(WELL).length).toBeGreaterThanOrEqual(10)
  })

  it('never holds a slot in flight', async () => {
    uncaught()
    const rig = pollingRig(FILE, { askerOf: (ports) => throwingAsker(ports, Number.POSITIVE_INFINITY, []) })
    rig.ports.network.on(WELL, healthy())
    await rig.ports.clock.advance(minutes(1))
    const dueIn = rig.polls.dueIn('broken', 'broken', 'health')
    expect(dueIn).toBeGreaterThan(0)
    expect(dueIn).toBeLessThanOrEqual(seconds(6))
    await told()
  })
})

describe('a listener that throws', () => {
  it('does not stop the polling either', async () => {
    const reasons = uncaught()
    const { ports, targets } = pollingRig(FILE)
    for (const url of [BROKEN, WELL]) ports.network.on(url, healthy())
    const polls = poller(plainAsker(ports), ports, () => {
      throw new RangeError('the fold broke')
    })
    polls.retarget(targets)
    ports.every(500, () => polls.tick())
    await ports.clock.advance(minutes(1))
    await told()
    expect(reasons.length).toBeGreaterThanOrEqual(20)
    expect(new Set(reasons)).toEqual(new Set(['RangeError: the fold broke']))
  })
})
