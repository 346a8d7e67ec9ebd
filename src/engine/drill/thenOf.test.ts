import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { down, journalingRig } from './testing/journalingRig.ts'
import { thenOf } from './thenOf.ts'

describe('thenOf', () => {
  it('tells how a service stood, and what changed around it, in what it needs too', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2))
    const good = it.now()
    await it.run(minutes(2), { 'billing-1': down })
    const bad = it.now()
    await it.run(minutes(2))
    const then = thenOf(it.watch(), it.journal, 'orders', good)
    expect(then).toMatchObject({ at: good, moment: { light: 'green' } })
    const needed = then?.around.filter(({ service }) => service === 'billing')
    expect(needed?.map((one) => (one.kind === 'light' ? one.moment.light : one.kind))).toEqual([
      'red',
      'green',
    ])
    expect(then?.around.map(({ at }) => at)).toEqual(
      then?.around.map(({ at }) => at).toSorted((a, b) => a - b),
    )
    expect(then?.past?.[0]?.light).toBe('green')
    expect(thenOf(it.watch(), it.journal, 'billing', bad)?.moment?.light).toBe('red')
    expect(thenOf(it.watch(), it.journal, 'billing', bad)?.turns?.length).toBeGreaterThan(1)
  })

  it('tells no light of a sleep that is no gap to the lights', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2))
    const asleep = it.now()
    await it.ports.clock.advance(minutes(5))
    const awake = it.now()
    await it.run(minutes(2))
    const past = thenOf(it.watch(), it.journal, 'orders', asleep + minutes(2))?.past ?? []
    expect(past.length).toBeGreaterThan(1)
    expect(past.filter(({ from, to }) => from < awake && to > asleep)).toEqual([])
  })

  it('tells of starts and values, and nothing of what nobody watched', async () => {
    const it = journalingRig(null)
    await it.run(minutes(1))
    const at = it.now()
    it.watch().memory.histories.remember('orders\norders-1\nmemory', at, 7)
    it.watch().memory.histories.backfill('orders\norders-1\nmemory', at - hours(5), 5, minutes(1))
    it.watch().memory.marks.noteStarts('orders', 'orders-1', [
      { at: at - hours(2), version: '1' },
      { at: at - minutes(10), version: '2' },
    ])
    const then = thenOf(it.watch(), it.journal, 'orders', at)
    expect(then?.values).toEqual([{ pod: 'orders-1', signal: 'memory', value: 7 }])
    expect(then?.around).toContainEqual({
      kind: 'deploy',
      at: at - minutes(10),
      service: 'orders',
      pod: 'orders-1',
      version: '2',
    })
    expect(thenOf(it.watch(), it.journal, 'orders', at - hours(5))).toMatchObject({
      moment: null,
      around: [],
      values: [{ pod: 'orders-1', signal: 'memory', value: 5 }],
    })
    expect(thenOf(it.watch(), it.journal, 'nobody', at)).toBeNull()
  })
})
