import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { health, healthOk, refused, scrape, version } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import type { Observation } from '#src/domain/watch/observation.ts'
import { createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import { diagnosisOf } from './diagnosisOf.ts'

const BEGIN: EpochMs = 1_762_740_000_000

/** `orders` needs `stock`; each has two pods, which run since a day. */
function shop() {
  const fleet = fleetOf(
    { orders: { pods: 2, dependsOn: ['stock'] }, stock: 2 },
    { kubernetes: { namespace: 'shop' } },
  )
  const watch = createWatch(fleet)
  const tell = (...observations: readonly Observation[]): void => {
    for (const observation of observations) observe(watch, observation, observation.at + 20)
  }
  const well = (at: EpochMs): void => {
    for (const pod of ['orders-1', 'orders-2', 'stock-1', 'stock-2']) {
      tell(healthOk(pod, at), scrape(pod, at, { memory: 1e8, startedAt: BEGIN - hours(24) }))
    }
    digestChanges(watch, at + 100)
  }
  const of = (name: string, now: EpochMs) => {
    digestChanges(watch, now)
    return diagnosisOf(watch, name, now)
  }
  well(BEGIN)
  return { tell, well, of }
}

describe('the diagnosis of a watched service', () => {
  it('is none while it is well, and of one that there is not', () => {
    const { of } = shop()
    expect(of('orders', BEGIN + 200)).toEqual([])
    expect(of('nosuch', BEGIN + 200)).toEqual([])
  })

  it('knows the pods, the deploy, what it needs and where it runs', () => {
    const { tell, well, of } = shop()
    const at = BEGIN + hours(3)
    tell(version('orders-1', BEGIN + 1000, '1.0'), version('orders-2', BEGIN + 1000, '1.0'))
    tell(version('orders-1', at - minutes(20), '1.1'), version('orders-2', at - minutes(20), '1.1'))
    well(at)
    for (const late of [5, 10, 15]) {
      tell(refused('orders-1', at + seconds(late)), refused('orders-2', at + seconds(late)))
      tell(healthOk('stock-1', at + seconds(late)), healthOk('stock-2', at + seconds(late)))
    }
    expect(of('orders', at + seconds(16))).toMatchObject([
      { step: 'deploy', answer: 'yes', suspect: { version: '1.1' }, command: { kind: 'rollback' } },
      { step: 'resource', answer: 'no' },
      { step: 'scope', answer: 'yes', pods: ['orders-1', 'orders-2'] },
      { step: 'dependency', answer: 'no', needed: ['stock'] },
      { step: 'mitigate', remedy: { how: 'rollback', version: '1.1' } },
    ])
  })

  it('leads to the service that is the root', () => {
    const { tell, of } = shop()
    for (const late of [5, 10, 15]) {
      const at = BEGIN + seconds(late)
      for (const pod of ['stock-1', 'stock-2']) tell(refused(pod, at))
      for (const pod of ['orders-1', 'orders-2']) tell(health(pod, at, 'down'))
    }
    const found = of('orders', BEGIN + seconds(16))
    expect(found.find(({ step }) => step === 'dependency')).toMatchObject({
      answer: 'yes',
      root: { service: 'stock', via: [] },
    })
    expect(found.at(-1)).toMatchObject({ remedy: { how: 'elsewhere', service: 'stock' } })
  })
})
