import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { ALL_WANTED, keptRig, LEAKS, leakAt, STILL } from '#src/engine/testing/keptRig.ts'

const EIGHT = Date.UTC(2026, 10, 20, 8)

const kindsOf = (keys: Iterable<string>): Record<string, number> => {
  const kinds: Record<string, number> = {}
  for (const key of keys) {
    const [kind = ''] = key.split('/')
    kinds[kind] = (kinds[kind] ?? 0) + 1
  }
  return kinds
}

describe('a history that is kept', () => {
  it('loses at most the last minute in a reload, in the middle of an hour', async () => {
    const store = handStore()
    const before = await keptRig(store, EIGHT)
    const end = EIGHT + minutes(37)
    await before.watch(EIGHT, end)
    const after = await keptRig(store, end)
    const upTo = (rig: typeof before) => rig.told(LEAKS).filter(([t]) => t < end - minutes(2))
    expect(upTo(after)).toEqual(upTo(before))
    expect(after.told(LEAKS).at(-1)?.[0]).toBe(EIGHT + minutes(36))
    expect(after.told(STILL).map(([, mean]) => mean)).toEqual(Array.from({ length: 19 }, () => 7))
    expect(after.notices).toEqual([])
  })

  it('writes a record a minute, folds an hour into one and a day into one', async () => {
    const store = handStore()
    const rig = await keptRig(store, EIGHT)
    await rig.watch(EIGHT, EIGHT + minutes(30))
    expect(kindsOf(store.records.keys())).toEqual({ minute: 30, drifts: 1 })
    await rig.watch(EIGHT + minutes(30), EIGHT + minutes(62))
    expect(kindsOf(store.records.keys())).toEqual({ hour: 1, minute: 2, drifts: 1 })
    await rig.watch(EIGHT + minutes(62), EIGHT + hours(20))
    const midnight = Date.UTC(2026, 10, 21)
    expect([...store.records.keys()].filter((key) => key.startsWith('day'))).toEqual([
      `day/${String(midnight - days(1)).padStart(15, '0')}/0000`,
    ])
  })

  it('drops what is older than a day in fine steps, and keeps the month in coarse ones', async () => {
    const store = handStore()
    const rig = await keptRig(store, EIGHT)
    await rig.watch(EIGHT, EIGHT + days(3))
    const kinds = kindsOf(store.records.keys())
    expect(kinds['hour']).toBeLessThanOrEqual(26)
    expect(kinds['day']).toBe(3)
    const end = EIGHT + days(3)
    const after = await keptRig(store, end)
    const hourly = after.told(LEAKS).filter(([t]) => t < end - days(1) - hours(1))
    expect(hourly).toHaveLength(47)
    expect(after.told(LEAKS).filter(([t]) => t >= end - hours(23))).toHaveLength(23 * 30)
  })

  it('brings back a Friday on Monday, though no day was ever written', async () => {
    const store = handStore()
    const friday = await keptRig(store, EIGHT)
    await friday.watch(EIGHT, EIGHT + hours(9) + minutes(20))
    const monday = EIGHT + days(3)
    const rig = await keptRig(store, monday)
    await rig.watch(monday, monday + minutes(5))
    const hourly = rig.told(LEAKS).filter(([t]) => t < monday)
    expect(hourly.map(([t]) => t)).toEqual(Array.from({ length: 10 }, (_, i) => EIGHT + hours(i)))
    // And it is stored as a day before its hours go, once the clock has proved right for an hour.
    expect(kindsOf(store.records.keys())).toMatchObject({ day: 1, hour: 9 })
    expect((await keptRig(store, monday + minutes(6))).settled(LEAKS)).toEqual(rig.settled(LEAKS))
    await rig.watch(monday + minutes(5), monday + minutes(70))
    expect(kindsOf(store.records.keys())).toEqual({ day: 1, hour: 1, minute: 10, drifts: 1 })
  })

  it('adds what was seen before it was loaded, and takes nothing of it back', async () => {
    const store = handStore()
    const end = EIGHT + minutes(10) + seconds(30)
    await (await keptRig(store, EIGHT)).watch(EIGHT, end)
    const rig = await keptRig(null, end)
    rig.kept.histories.remember(LEAKS, end, 5000)
    rig.kept.histories.remember(LEAKS, end + minutes(5), 6000)
    const late = await keptRig(store, end)
    late.kept.histories.adopt(rig.kept.histories)
    const [, , , , , mixed, last] = late.told(LEAKS)
    expect(mixed?.[1]).toBeGreaterThan(leakAt(EIGHT + minutes(10)))
    expect(mixed?.[1]).toBeLessThan(5000)
    expect(last?.[1]).toBe(6000)
  })

  it('lets the drift test go on where it stood', async () => {
    const store = handStore()
    const before = await keptRig(store, EIGHT)
    await before.watch(EIGHT, EIGHT + hours(30) + minutes(20))
    const now = EIGHT + hours(30) + minutes(20)
    expect(before.kept.drifts.isDrifting(LEAKS)).toBe(true)
    const after = await keptRig(store, now)
    expect([LEAKS, STILL].map((name) => after.kept.drifts.isDrifting(name))).toEqual([true, false])
    expect(after.kept.drifts.lastAt(LEAKS)).toBe(now - minutes(1))
    const [was, is] = [before, after].map((rig) => rig.kept.drifts.assess(LEAKS, { kind: 'gauge' }))
    expect(is?.slopePerHour).toBeCloseTo(was?.slopePerHour ?? 0, 0)
    expect(is?.since).toBe(was?.since)
  })

  it('tells the drift test the whole history where its state is missing', async () => {
    const store = handStore()
    await (await keptRig(store, EIGHT)).watch(EIGHT, EIGHT + hours(30))
    for (const key of store.records.keys()) if (key.startsWith('drifts')) store.records.delete(key)
    const after = await keptRig(store, EIGHT + hours(30))
    expect([LEAKS, STILL].map((name) => after.kept.drifts.isDrifting(name))).toEqual([true, false])
  })

  it('finds a restart that nobody saw', async () => {
    const store = handStore()
    const before = await keptRig(store, EIGHT)
    before.kept.marks.note('orders', 'orders-1', { startedAt: EIGHT - days(1), version: '1', at: EIGHT })
    await before.watch(EIGHT, EIGHT + minutes(2))
    const after = await keptRig(store, EIGHT + hours(20))
    const startedAt = EIGHT + hours(10)
    after.kept.marks.note('orders', 'orders-1', { startedAt, version: '1', at: EIGHT + hours(20) })
    expect(after.kept.marks.marksOf('orders', 'orders-1')).toMatchObject([
      { at: startedAt, kind: 'restart', version: '1' },
    ])
  })

  it('knows which lights there were, and that nobody watched in between', async () => {
    const store = handStore()
    const before = await keptRig(store, EIGHT)
    before.kept.lights.note('orders', 'green', EIGHT)
    before.kept.lights.note('orders', 'red', EIGHT + minutes(1))
    await before.watch(EIGHT + minutes(1), EIGHT + minutes(3))
    for (let t = minutes(2); t <= minutes(20); t += minutes(1)) before.kept.lights.noteSeen(EIGHT + t)
    await before.watch(EIGHT + minutes(20), EIGHT + minutes(21))
    const after = await keptRig(store, EIGHT + hours(20))
    after.kept.lights.note('orders', 'green', EIGHT + hours(20))
    expect(after.kept.lights.spells('orders', 0, Infinity)).toEqual([
      { from: EIGHT + minutes(1), redUntil: EIGHT + minutes(20), to: EIGHT + hours(20) },
    ])
    const written = store.records.get('lights/000000000000000/0000')
    await after.watch(EIGHT + hours(20), EIGHT + hours(20) + minutes(1))
    expect(store.records.get('lights/000000000000000/0000')).not.toEqual(written)
  })

  it('reads over pods that are not in the fleet any more', async () => {
    const store = handStore()
    await (await keptRig(store, EIGHT)).watch(EIGHT, EIGHT + minutes(5))
    const rig = await keptRig(store, EIGHT + minutes(5), { ...ALL_WANTED, wants: (name) => name === STILL })
    expect([...rig.kept.histories.names(), ...rig.kept.drifts.names()]).toEqual([STILL, STILL])
  })

  it('stores what was told of the past by somebody else, a few hours at a time', async () => {
    const store = handStore()
    const rig = await keptRig(store, EIGHT)
    for (let t = EIGHT - days(5); t < EIGHT; t += hours(1)) rig.kept.histories.backfill(LEAKS, t, 1, hours(1))
    for (let t = EIGHT - days(1); t < EIGHT; t += minutes(2))
      rig.kept.histories.backfill(LEAKS, t, 1, minutes(2))
    await rig.watch(EIGHT, EIGHT + minutes(6))
    const after = await keptRig(store, EIGHT + minutes(6))
    expect(after.settled(LEAKS)).toEqual(rig.settled(LEAKS))
  })

  it('survives two that write at once', async () => {
    const store = handStore()
    const [one, other] = [await keptRig(store, EIGHT), await keptRig(store, EIGHT)]
    for (let t = EIGHT; t < EIGHT + hours(2); t += minutes(1)) {
      await one.watch(t, t + minutes(1))
      await other.watch(t, t + minutes(1))
    }
    const after = await keptRig(store, EIGHT + hours(2))
    expect(after.settled(LEAKS)).toEqual(one.settled(LEAKS))
    expect(after.notices).toEqual([])
  })

  it('never writes twice at once, and does not wait for a write that hangs', async () => {
    const store = handStore()
    const rig = await keptRig(store, EIGHT)
    const release = store.hold()
    rig.kept.histories.remember(LEAKS, EIGHT, 1)
    const hung = rig.keeper.save(rig.kept, EIGHT)
    await rig.keeper.save(rig.kept, EIGHT + minutes(1))
    expect(rig.notices).toEqual([])
    await rig.keeper.save(rig.kept, EIGHT + minutes(3))
    expect(rig.notices).toMatchObject([{ kind: 'memory-only', why: 'hangs' }])
    release()
    await hung
    await rig.keeper.save(rig.kept, EIGHT + minutes(4))
    expect(store.atOnce()).toBe(1)
    expect(rig.keeper.state(rig.kept).notices).toEqual([])
  })

  it('tells what a screen needs', async () => {
    const store = handStore()
    const rig = await keptRig(store, EIGHT)
    expect(rig.keeper.state(rig.kept)).toMatchObject({ from: null, series: 0, stored: 12_345, notices: [] })
    await rig.watch(EIGHT, EIGHT + minutes(4))
    expect(rig.keeper.state(rig.kept)).toMatchObject({ from: EIGHT, series: 2, refused: 0 })
    expect(store.opened).toEqual(['morning-check history of http://home.test/fleet.json'])
  })
})
