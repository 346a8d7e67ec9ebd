import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { HEALTH_ONLY, pollingRig } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy } from '#src/engine/testing/reply.ts'

const TWO = {
  services: [
    { name: 'orders', url: 'http://orders.test' },
    { name: 'stock', url: 'http://stock.test' },
  ],
  endpoints: HEALTH_ONLY,
}
const ORDERS = 'http://orders.test/health'
const STOCK = 'http://stock.test/health'

describe('a service that is watched closely', () => {
  const rows: readonly { name: string; health: string; longest: number; least: number }[] = [
    { name: 'every 5 s: every 2.5 s', health: '5s', least: 20, longest: 2.625 },
    { name: 'every 3 s: no more often than every 2 s', health: '3s', least: 24, longest: 2.1 },
    { name: 'every second: as often as before', health: '1s', least: 40, longest: 1.05 },
  ]
  for (const { name, health, least, longest } of rows) {
    it(`is asked ${name}, and the others as before`, async () => {
      const rig = pollingRig({ ...TWO, intervals: { health } })
      rig.ports.network.on(ORDERS, healthy())
      rig.ports.network.on(STOCK, healthy())
      await rig.ports.clock.advance(seconds(10))
      const [orders, stock] = [rig.ports.network.to(ORDERS).length, rig.ports.network.to(STOCK).length]
      rig.polls.watchClosely(new Set(['orders']))
      await rig.ports.clock.advance(minutes(1))
      const closely = rig.ports.network.to(ORDERS).slice(orders)
      expect(closely.length).toBeGreaterThanOrEqual(least)
      const gaps = closely.slice(1).map(({ at }, i) => at - (closely[i]?.at ?? 0))
      expect(Math.max(...gaps)).toBeLessThanOrEqual(seconds(longest) + 505)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(Math.min(seconds(2), seconds(1)) * 0.95)
      const usual = rig.ports.network.to(STOCK).length - stock
      expect(usual).toBeLessThanOrEqual(60 / (Number.parseInt(health, 10) * 0.95) + 1)
    })
  }

  it('is asked at its own pace again afterwards', async () => {
    const rig = pollingRig(TWO)
    rig.ports.network.on(ORDERS, healthy())
    rig.polls.watchClosely(new Set(['orders']))
    await rig.ports.clock.advance(minutes(1))
    rig.polls.watchClosely(new Set())
    await rig.ports.clock.advance(seconds(10))
    const before = rig.ports.network.to(ORDERS).length
    await rig.ports.clock.advance(minutes(1))
    expect(rig.ports.network.to(ORDERS).length - before).toBeLessThanOrEqual(13)
  })

  it('backs off as ever while it hangs', async () => {
    const rig = pollingRig(TWO)
    rig.ports.network.on(ORDERS, HANGS)
    rig.polls.watchClosely(new Set(['orders']))
    await rig.ports.clock.advance(minutes(10))
    const last = rig.ports.network.to(ORDERS).slice(-4)
    const gaps = last.slice(1).map(({ at }, i) => at - (last[i]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(seconds(55))
  })
})
