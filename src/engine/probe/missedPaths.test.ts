import { describe, expect, it } from 'vitest'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { type AskerRig, askerRig, origin, resultOf } from '#src/engine/testing/askerRig.ts'
import { healthy, says, saysJson } from '#src/engine/testing/reply.ts'
import { CANDIDATES } from './candidates.ts'

const OLD = '/health'
const NEW = '/actuator/health'

/** Pods whose health is where they say. */
const put = ({ ports }: AskerRig, pods: readonly number[], path: string | null): void => {
  for (const pod of pods) {
    for (const known of [OLD, NEW]) ports.network.on(origin(pod) + known, known === path ? healthy() : null)
  }
}

/** Asks all pods round by round, an interval each, for some time; answers what each said last. */
async function watchFor(rig: AskerRig, pods: readonly number[], time: DurationMs): Promise<unknown[]> {
  const last = new Map<number, unknown>()
  for (let passed = 0; passed < time; passed += seconds(5)) {
    for (const pod of pods) last.set(pod, resultOf(await rig.ask(rig.target(pod), seconds(5) / pods.length)))
  }
  return pods.map((pod) => last.get(pod))
}

async function found(count: number): Promise<{ rig: AskerRig; pods: number[] }> {
  const rig = askerRig({}, count)
  const pods = Array.from({ length: count }, (_, i) => i + 1)
  put(rig, pods, OLD)
  expect(new Set(await watchFor(rig, pods, seconds(10)))).toEqual(new Set(['ok']))
  return { rig, pods }
}

describe('an endpoint that moved', () => {
  for (const count of [1, 2, 3, 4]) {
    it(`in all of ${count} pods is found at its new path within two rounds`, async () => {
      const { rig, pods } = await found(count)
      put(rig, pods, NEW)
      await watchFor(rig, pods, seconds(10))
      expect(pods.map((pod) => rig.asks.pathOf(rig.target(pod)))).toEqual(pods.map(() => NEW))
      expect(await watchFor(rig, pods, seconds(5))).toEqual(pods.map(() => 'ok'))
    })
  }

  it('pod by pod, as in a rolling deploy: each is read where it is, from the first to the last', async () => {
    const { rig, pods } = await found(3)
    for (const deployed of pods) {
      put(rig, [deployed], NEW)
      expect(await watchFor(rig, pods, minutes(6))).toEqual(['ok', 'ok', 'ok'])
    }
    expect(rig.asks.pathOf(rig.target(3))).toBe(NEW)
  })

  it('and moves again is found again', async () => {
    const { rig, pods } = await found(3)
    for (const path of [NEW, OLD, NEW]) {
      put(rig, pods, path)
      await watchFor(rig, pods, minutes(6))
      expect(await watchFor(rig, pods, seconds(5))).toEqual(['ok', 'ok', 'ok'])
    }
  })
})

describe('an endpoint that is missing', () => {
  it('for once is an ordinary answer, not five minutes of silence', async () => {
    const { rig } = await found(3)
    rig.ports.network.on(origin(1) + OLD, ({ nth }) => (nth === 2 ? says('', { status: 404 }) : healthy()))
    const missing = await rig.ask(rig.target(1))
    expect(missing?.absent).toBe(false)
    expect(missing?.answer.result).toMatchObject({ ok: true, value: { state: 'unknown' } })
    expect(resultOf(await rig.ask(rig.target(1)))).toBe('ok')
    expect(new Set(rig.paths(1))).toEqual(new Set([OLD]))
  })

  it('is looked for once in five minutes and asked for in each interval, so that its return is seen at once', async () => {
    const { rig, pods } = await found(1)
    put(rig, pods, null)
    const before = rig.paths(1).length
    await watchFor(rig, pods, minutes(30))
    const asked = rig.paths(1).slice(before)
    expect(asked.filter((path) => path === OLD)).toHaveLength(360)
    expect(asked.length - 360).toBeLessThanOrEqual(7 * (CANDIDATES.health.length - 1))
    put(rig, pods, OLD)
    expect(resultOf(await rig.ask(rig.target(1)))).toBe('ok')
  })

  it('for more than five minutes counts as not there, as it would at a fresh start', async () => {
    const { rig, pods } = await found(3)
    put(rig, pods, null)
    await watchFor(rig, pods, minutes(11))
    expect(await watchFor(rig, pods, seconds(5))).toEqual(
      pods.map(() => ({ kind: 'not-found', tried: CANDIDATES.health })),
    )
    expect((await rig.ask(rig.target(1)))?.absent).toBe(false)
  })

  it('at the path that the fleet file gives is not looked for', async () => {
    const rig = askerRig({ endpoints: { health: '/up' } }, 1)
    rig.ports.network.on(`${origin(1)}/up`, saysJson({ status: 'UP' }))
    await watchFor(rig, [1], seconds(10))
    rig.ports.network.on(`${origin(1)}/up`, null)
    await watchFor(rig, [1], minutes(11))
    expect(new Set(rig.paths(1))).toEqual(new Set(['/up']))
  })
})
