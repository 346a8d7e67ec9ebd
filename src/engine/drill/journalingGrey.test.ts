import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { healthOk } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { observe } from '#src/domain/watch/watch.ts'
import { journalingRig, told } from './testing/journalingRig.ts'

type Rig = ReturnType<typeof journalingRig>

const TWO = fleetOf({ orders: 1, billing: 1 })

/** The same fleet with more pods of one service, of which nothing is known yet. */
const MORE = fleetOf({ orders: 3, billing: 1 })

/** Lets time pass in which only billing is heard of. */
async function silence(it: Rig, turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) {
    await it.ports.clock.advance(seconds(5))
    observe(it.watch(), healthOk('billing-1', it.now()), it.now())
    it.turn()
  }
}

describe('a service of which nothing is heard', () => {
  it('was well until its pods were replaced, and is grey from then on', async () => {
    const it = journalingRig(null, TWO)
    await it.run(minutes(3))
    it.adopt(MORE)
    await silence(it, 60)
    expect(it.watch().services.get('orders')?.row).toMatchObject({ light: 'unknown', observedAt: null })
    expect(new Set(told(it))).toEqual(new Set(['green first', 'unknown unseen']))
    await it.run(minutes(3))
    expect(told(it).at(-1)).toBe('green other')
  })

  it('… also while the past is about to be known', async () => {
    const it = journalingRig(null, TWO)
    it.watch().pastPending = true
    await it.run(minutes(1))
    it.adopt(MORE)
    it.watch().pastPending = true
    await silence(it, 30)
    it.watch().pastPending = false
    await silence(it, 1)
    expect(it.journal.at('orders', it.now())?.light).toBe('unknown')
  })

  it('has no word where none was known since anybody watches', async () => {
    const it = journalingRig(null, TWO)
    await silence(it, 30)
    expect(told(it)).toEqual([])
  })
})

it('says anew after a gap how things stand, also where the clock was ahead for a while', async () => {
  const it = journalingRig(null, TWO)
  await it.run(minutes(2))
  it.journal.noteSeen(it.now() + minutes(300))
  await it.run(minutes(2))
  await it.ports.clock.advance(minutes(10))
  const says = { 'orders-1': (pod: string, at: number) => ({ ...healthOk(pod, at), freshFor: minutes(60) }) }
  await it.run(minutes(1), says)
  expect(it.journal.at('orders', it.now())?.light).toBe('green')
})
