import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import { plainUrl } from '#src/engine/testing/plainAsker.ts'
import { type PollingRig, pollingRig } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy, type Reply, REFUSES, says } from '#src/engine/testing/reply.ts'
import { CONFIRM_AFTER } from './confirmSoon.ts'

/** What one endpoint does over time: each request takes the next reply, and the list begins anew at its end. */
const reply: fc.Arbitrary<Reply> = fc.oneof(
  fc.integer({ min: 0, max: 9000 }).map((delay) => healthy(delay)),
  fc.constant(HANGS),
  fc.constant(REFUSES),
  fc.integer({ min: 0, max: 3000 }).map((delay) => says('broken', { status: 500, delay })),
)
const behaviours = fc.array(fc.array(reply, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })

const fleet: fc.Arbitrary<FleetFile> = fc
  .record({
    origins: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    health: fc.integer({ min: 500, max: 10_000 }),
    metrics: fc.integer({ min: 500, max: 20_000 }),
    timeout: fc.integer({ min: 100, max: 8000 }),
    concurrency: fc.integer({ min: 1, max: 25 }),
  })
  .map(({ origins, health, metrics, timeout, concurrency }) => ({
    services: origins.map((pods, i) => ({
      name: `service-${i + 1}`,
      pods: Array.from({ length: pods }, (_, j) => `http://origin-${i + 1}.test/pod-${j + 1}`),
    })),
    intervals: { health: `${health}ms`, metrics: `${metrics}ms` },
    timeout: `${timeout}ms`,
    concurrency,
    endpoints: { version: false },
  }))

async function run(
  file: FleetFile,
  replies: readonly Reply[][],
  seed: number,
  time: DurationMs,
): Promise<PollingRig> {
  const rig = pollingRig(file, { seed })
  for (const [i, target] of rig.targets.entries()) {
    const mine = replies[i % replies.length] ?? []
    rig.ports.network.on(plainUrl(target), ({ nth }) => mine[nth % mine.length] ?? HANGS)
  }
  await rig.ports.clock.advance(time)
  return rig
}

describe('whatever the fleet does', { timeout: 30_000 }, () => {
  it('no endpoint is asked twice at once, or twice within an interval; every limit holds; nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fleet, behaviours, fc.nat(), async (file, replies, seed) => {
        const rig = await run(file, replies, seed, minutes(1))
        const { asked } = rig.ports.network
        for (const target of rig.targets) {
          const times = asked.filter(({ url }) => url === plainUrl(target))
          const pauses = times.slice(1).map(({ at }, i) => at - (times[i]?.endedAt ?? Number.NaN))
          const shortest = 0.95 * target.polling.intervals[target.endpoint]
          // But for the second look at a bad first answer.
          const soonest = (i: number): DurationMs => (i === 0 ? Math.min(shortest, CONFIRM_AFTER) : shortest)
          expect(pauses.filter((pause, i) => !(pause >= soonest(i)))).toEqual([])
        }
        for (const { origin } of rig.targets.map(({ base }) => new URL(base))) {
          expect(rig.ports.network.peak(`${origin}/`)).toBeLessThanOrEqual(6)
        }
        expect(rig.ports.network.peak('http')).toBeLessThanOrEqual(file.concurrency ?? 25)
        expect(rig.ended.length).toBe(asked.filter(({ endedAt }) => endedAt !== null).length)
      }),
      { numRuns: 40 },
    )
  })

  it('a pod that answers is asked again and again, however the others behave', async () => {
    await fc.assert(
      fc.asyncProperty(behaviours, fc.nat(), async (replies, seed) => {
        const pods = Array.from({ length: 8 }, (_, i) => `http://origin.test/pod-${i + 1}`)
        const file: FleetFile = { services: [{ name: 'orders', pods }], endpoints: { version: false } }
        const rig = await run(file, [[healthy()], ...replies], seed, minutes(3))
        const [well] = rig.targets
        if (well === undefined) return
        const own = rig.ports.network.asked.filter(({ url }) => url === plainUrl(well)).map(({ at }) => at)
        // 24 would be even; 15 s is how long a reading counts as fresh.
        expect(own.length).toBeGreaterThan(15)
        const gaps = own.slice(1).map((at, i) => at - (own[i] ?? 0))
        expect(Math.max(...gaps)).toBeLessThan(15_000)
      }),
      { numRuns: 40 },
    )
  })
})
