import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import {
  HANGS,
  healthy,
  REFUSES,
  type Reply,
  type Script,
  says,
  saysJson,
} from '#src/engine/testing/reply.ts'
import { watchRig } from '#src/engine/testing/watchRig.ts'
import { CONFIRM_AFTER } from './confirmSoon.ts'

const POD = 'http://pod.test/'
const FILE = { services: [{ name: 'orders', url: 'http://pod.test' }], endpoints: HEALTH_ONLY }
const TICK = 500

const inTurn =
  (...replies: readonly [Reply, ...Reply[]]): Script =>
  ({ nth }) =>
    replies[Math.min(nth, replies.length - 1)] ?? replies[0]

async function gapsOf(script: Script): Promise<number[]> {
  const rig = watchRig(FILE)
  rig.ports.network.on(POD, script)
  await rig.ports.clock.advance(minutes(1))
  const asked = rig.ports.network.to(POD).filter(({ mode }) => mode !== 'opaque')
  const at = asked.map((one) => one.at)
  return at.slice(1).map((time, i) => time - (at[i] ?? 0))
}

const DOWN = saysJson({ status: 'DOWN' }, { status: 503 })

describe('the answer after a very first one', () => {
  const rows: readonly { name: string; script: Script; soon: boolean }[] = [
    { name: 'that is well comes in its turn', script: healthy(), soon: false },
    { name: 'that refuses comes soon', script: REFUSES, soon: true },
    { name: 'that says down comes soon', script: DOWN, soon: true },
    { name: 'that hangs comes in its turn', script: HANGS, soon: false },
    {
      name: 'that asks for a sign-in comes in its turn: it is shown as it is',
      script: says('<html><form><input type="password"></form></html>', {
        headers: { 'content-type': 'text/html' },
      }),
      soon: false,
    },
  ]
  for (const { name, script, soon } of rows) {
    it(name, async () => {
      const [first = 0] = await gapsOf(script)
      expect(first).toBeGreaterThan(soon ? 0 : seconds(4.7))
      expect(first).toBeLessThan(soon ? CONFIRM_AFTER + 2 * TICK + 1 : seconds(11))
    })
  }

  it('is the only one that comes soon', async () => {
    const [, ...gaps] = await gapsOf(REFUSES)
    expect(Math.min(...gaps)).toBeGreaterThan(seconds(4.7))
  })

  it('is not hurried by a bad one later', async () => {
    const gaps = await gapsOf(inTurn(healthy(), REFUSES, REFUSES, healthy()))
    expect(Math.min(...gaps)).toBeGreaterThan(seconds(4.7))
  })
})

describe('a pod that is down when the page is opened', () => {
  it('is red within three seconds, and says that it was so already', async () => {
    const rig = watchRig(FILE)
    rig.ports.network.on(POD, REFUSES)
    await rig.ports.clock.advance(seconds(3))
    expect(rig.light('orders')).toBe('red')
    expect(rig.page().rows.get('orders')?.reasons).toMatchObject([{ kind: 'failing', already: true }])
  })
})
