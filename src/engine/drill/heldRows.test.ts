import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { link } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { observe } from '#src/domain/watch/watch.ts'
import { down, journalingRig, type Says, told } from './testing/journalingRig.ts'

/** Runs while more of the past is about to be known. */
async function pending(
  it: ReturnType<typeof journalingRig>,
  duration: number,
  says: Readonly<Record<string, Says>> = {},
): Promise<void> {
  it.watch().pastPending = true
  await it.run(duration, says)
}

describe('a journal before the past is known', () => {
  it('is not written, and is from the beginning once it is', async () => {
    const it = journalingRig(null)
    const begun = it.now()
    await pending(it, seconds(40))
    expect([told(it), it.journal.seen()]).toEqual([[], []])
    it.watch().pastPending = false
    await it.run(seconds(10))
    expect(told(it)).toEqual(['green first'])
    expect(it.journal.at('orders', begun + seconds(10))?.light).toBe('green')
    expect(it.journal.seen()).toHaveLength(1)
  })

  it('takes nothing for well that turns out not to be', async () => {
    const it = journalingRig(null)
    const begun = it.now()
    await pending(it, seconds(40))
    it.watch().pastPending = false
    // What was found with the past stands with the first word after it.
    for (let i = 0; i < 3; i++) observe(it.watch(), down('billing-1', it.now() + i), it.now() + i)
    await it.run(seconds(5), { 'billing-1': down })
    expect(told(it, 'billing')).toEqual(['red first'])
    expect(it.journal.at('billing', begun + seconds(10))?.light).toBe('red')
    expect(told(it)).not.toContain('green recovered')
  })

  it('keeps what was bad meanwhile', async () => {
    const it = journalingRig(null)
    await pending(it, seconds(20), { 'billing-1': down })
    await pending(it, seconds(30))
    it.watch().pastPending = false
    await it.run(seconds(10))
    expect(told(it, 'billing')).toEqual(['red first', 'green recovered'])
  })

  it('is a gap for as long as nobody could see', async () => {
    const it = journalingRig(null)
    const begun = it.now()
    await pending(it, seconds(20))
    observe(it.watch(), link('offline', it.now()), it.now())
    it.turn()
    observe(it.watch(), link('up', it.now()), it.now())
    it.watch().pastPending = false
    await it.run(minutes(1))
    expect(it.journal.seen()[0]?.from).toBeGreaterThan(begun + seconds(20))
  })
})

describe('the lights of services before the past is known', () => {
  it('are not noted while they are green, and are once it is', async () => {
    const it = journalingRig(null, fleetOf({ orders: 1, billing: 1 }))
    const lights = (service: string) =>
      it
        .watch()
        .memory.lights.changes(service)
        .map(({ light }) => light)
    await pending(it, seconds(40), { 'billing-1': down })
    expect([lights('orders').includes('green'), lights('billing').at(-1)]).toEqual([false, 'red'])
    it.watch().pastPending = false
    it.turn()
    expect([lights('orders').at(-1), lights('billing').at(-1)]).toEqual(['green', 'red'])
  })
})
