import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Obstacle } from '#src/engine/ports.ts'
import { HOME, targetsIn } from '#src/engine/testing/fleetOf.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { HANGS, healthy, REFUSES, type Reply, says, streams } from '#src/engine/testing/reply.ts'
import { diagnose } from './diagnose.ts'

const UNREACHABLE: ProbeFailure = { kind: 'unreachable', by: 'browser', detail: null }
const OTHER = 'http://pod.test'
const SAME = 'http://home.test/fleet/orders/orders-1'

type Row = {
  readonly name: string
  readonly pod: string
  readonly reply: Reply
  readonly obstacle?: Obstacle
  readonly expected: ProbeFailure
  readonly asks: readonly string[]
}

const noCors = { readable: false }

const rows: readonly Row[] = [
  {
    name: 'another origin answers an opaque request: only the CORS headers are missing',
    pod: OTHER,
    reply: says('ok', noCors),
    expected: { kind: 'unreadable' },
    asks: ['opaque'],
  },
  {
    name: 'so does one whose answer is an error',
    pod: OTHER,
    reply: says('down', { ...noCors, status: 503 }),
    expected: { kind: 'unreadable' },
    asks: ['opaque'],
  },
  { name: 'both fail', pod: OTHER, reply: REFUSES, expected: UNREACHABLE, asks: ['opaque'] },
  { name: 'the second one hangs', pod: OTHER, reply: HANGS, expected: UNREACHABLE, asks: ['opaque'] },
  {
    name: 'on the own origin a redirect leads to a sign-in elsewhere',
    pod: SAME,
    reply: says('', { redirectedTo: 'https://sso.test/login' }),
    expected: { kind: 'sign-in-needed', how: 'redirect' },
    asks: ['no-redirect'],
  },
  { name: 'the own origin is gone', pod: SAME, reply: REFUSES, expected: UNREACHABLE, asks: ['no-redirect'] },
  {
    name: 'the own origin answers again: there are no CORS headers to miss',
    pod: SAME,
    reply: healthy(),
    expected: UNREACHABLE,
    asks: ['no-redirect'],
  },
  {
    name: 'mixed content is known without a request',
    pod: OTHER,
    reply: healthy(),
    obstacle: 'mixed-content',
    expected: { kind: 'mixed-content' },
    asks: [],
  },
  {
    name: 'so is a local network that the person did not allow',
    pod: OTHER,
    reply: healthy(),
    obstacle: 'local-network-permission',
    expected: { kind: 'local-network-permission' },
    asks: [],
  },
]

describe('diagnose', () => {
  for (const { name, pod, reply, obstacle, expected, asks } of rows) {
    it(name, async () => {
      const file: FleetFile = { services: [{ name: 'orders', url: pod, credentials: 'include' }] }
      const [target] = targetsIn(file)
      if (target === undefined) throw new Error('no target')
      const ports = handPorts()
      ports.network.on(`${pod}/`, reply)
      if (obstacle !== undefined) ports.block(pod, obstacle)
      const diagnosis = diagnose(target, `${pod}/health`, HOME, ports, null)
      await ports.clock.advance(10_000)
      expect(await diagnosis).toEqual(expected)
      expect(ports.network.asked.map(({ mode }) => mode)).toEqual(asks)
      expect(ports.network.asked.every(({ credentials }) => credentials === 'include')).toBe(true)
    })
  }

  it('takes nothing of the body: an endless one costs no more than its first chunk', async () => {
    const [target] = targetsIn({ services: [{ name: 'orders', url: OTHER }] })
    if (target === undefined) throw new Error('no target')
    const ports = handPorts()
    const chunks = Array.from({ length: 1000 }, () => new Uint8Array(65_536))
    ports.network.on(`${OTHER}/`, streams(chunks, noCors))
    const diagnosis = diagnose(target, `${OTHER}/health`, HOME, ports, null)
    await ports.clock.advance(1000)
    expect(await diagnosis).toEqual({ kind: 'unreadable' })
    expect(ports.network.asked[0]?.bytes).toBe(65_536)
  })
})
