import { describe, expect, it } from 'vitest'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { link } from '#src/domain/watch/testing/answers.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { observe } from '#src/domain/watch/watch.ts'
import type { WeekSeen, WeekService } from '#src/domain/week/week.ts'
import { weekTotals } from '#src/domain/week/weekTotals.ts'
import { down, journalingRig } from './testing/journalingRig.ts'
import { weekOf } from './weekOf.ts'

type Rig = ReturnType<typeof journalingRig>

function weekBetween(it: Rig, week: SeenSpan): WeekSeen {
  const work = weekOf(it.watch(), it.journal, week, it.now())
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

const lastWeek = (it: Rig, back = 0) => {
  const to = it.now() - days(7 * back)
  return weekBetween(it, { from: to - days(7), to })
}

const service = (it: Rig, name: string): WeekService | undefined =>
  lastWeek(it).services.find((each) => each.name === name)

/** So far from each other that somebody still watches. */
const EVERY = seconds(20)

const inMinutes = (duration = 0): number => Math.round(duration / minutes(1))

describe('the week of a watch', () => {
  it('tells availability as far as it was seen, the worst first', async () => {
    const it = journalingRig(null)
    await it.run(minutes(48), {}, EVERY)
    await it.run(minutes(16), { 'billing-1': down }, EVERY)
    await it.run(minutes(16), {}, EVERY)
    const { services, watched, from, to } = lastWeek(it)
    expect(services.map(({ name, redSpells }) => [name, redSpells])).toEqual([
      ['billing', 1],
      ['orders', 0],
    ])
    const billing = service(it, 'billing')
    // A second bad answer makes it red, and the third good one well again.
    expect(inMinutes(billing?.redFor)).toBe(16)
    expect(inMinutes(billing?.seenFor)).toBe(79)
    expect(billing?.available).toBeCloseTo(0.79, 2)
    expect(watched).toHaveLength(1)
    expect(inMinutes(weekTotals(lastWeek(it)).watchedFor)).toBe(80)
    expect([from, to]).toEqual([it.now() - days(7), it.now()])
  })

  it('counts no gap, be it that nobody watched or that this browser was blind', async () => {
    const it = journalingRig(null)
    await it.run(hours(1), {}, EVERY)
    await it.ports.clock.advance(minutes(5))
    await it.run(minutes(10), {}, EVERY)
    observe(it.watch(), link('offline', it.now()), it.now())
    await it.run(minutes(30), {}, EVERY)
    observe(it.watch(), link('up', it.now()), it.now())
    await it.run(minutes(10), {}, EVERY)
    expect(lastWeek(it).watched).toHaveLength(3)
    expect(inMinutes(service(it, 'orders')?.seenFor)).toBeLessThanOrEqual(80)
    expect(inMinutes(service(it, 'orders')?.seenFor)).toBeGreaterThanOrEqual(78)
    expect(service(it, 'orders')?.available).toBe(1)
  })

  it('takes what only Prometheus knows where nobody watched, and nothing of it elsewhere', async () => {
    const it = journalingRig(null)
    const begun = it.now()
    await it.run(minutes(10), {}, EVERY)
    const red = { at: begun - hours(4), light: 'red', reasons: [], pods: [] } as const
    const spans = [{ from: begun - hours(4), to: begun + minutes(5) }]
    it.journal.fill('billing', [red, { ...red, at: begun - hours(3), light: 'green' }], spans)
    const billing = service(it, 'billing')
    expect(inMinutes(billing?.redFor)).toBe(60)
    expect(inMinutes(billing?.seenFor)).toBe(4 * 60 + 10)
    expect(billing?.redSpells).toBe(1)
    expect(inMinutes(service(it, 'orders')?.seenFor)).toBe(10)
    expect(inMinutes(weekTotals(lastWeek(it)).watchedFor)).toBe(4 * 60 + 10)
  })

  it('tells of services that are gone as far as they were seen, and of none that was not', async () => {
    const it = journalingRig(null)
    await it.run(minutes(90), {}, EVERY)
    it.adopt(fleetOf({ billing: 1, mail: 1 }))
    expect(lastWeek(it).services.map(({ name }) => name)).toEqual(['billing', 'orders', 'mail'])
    expect(lastWeek(it, 1).services.map(({ name, seenFor }) => [name, seenFor])).toEqual([
      ['billing', 0],
      ['mail', 0],
    ])
  })

  it('tells of no time to come, and of none that nothing is kept of', async () => {
    const it = journalingRig(null)
    await it.run(minutes(2), {}, EVERY)
    const now = it.now()
    const of = (from: number, to: number) => {
      const week = weekBetween(it, { from, to })
      return [week.from, week.to]
    }
    expect(of(now - days(7), now + days(1))).toEqual([now - days(7), now])
    expect(of(0, now)).toEqual([now - days(28), now])
    expect(of(now + days(1), now + days(2))).toEqual([now, now])
  })
})
