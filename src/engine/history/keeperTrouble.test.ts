import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { keptRig, LEAKS } from '#src/engine/testing/keptRig.ts'

const EIGHT = Date.UTC(2026, 10, 20, 8)

describe('a store that is in trouble', () => {
  it('is told of where there is none', async () => {
    const rig = await keptRig(null, EIGHT)
    await rig.watch(EIGHT, EIGHT + minutes(3))
    expect(rig.notices).toMatchObject([{ kind: 'memory-only', why: 'refused' }])
    expect(rig.keeper.state(rig.kept)).toMatchObject({ series: 2, stored: null })
  })

  it.each(['refused', 'newer-version', 'fails'] as const)(
    'is tried again later where it cannot be opened: %s',
    async (kind) => {
      const store = handStore()
      await (await keptRig(store, EIGHT)).watch(EIGHT, EIGHT + minutes(5))
      store.fail('open', { kind, detail: 'why' })
      const start = EIGHT + minutes(10)
      const rig = await keptRig(store, start)
      await rig.watch(start, start + minutes(10))
      expect(rig.notices).toMatchObject([{ kind: 'memory-only', why: kind, detail: 'why', at: start }])
      // After one, two, four, … minutes, not every minute.
      expect(store.opened.length).toBeLessThan(8)
      store.fail('open', null)
      await rig.watch(start + minutes(10), start + minutes(50))
      expect(rig.notices.map((notice) => notice.kind)).toEqual(['memory-only', 'stored-again'])
      // What was stored before is there, and what was seen meanwhile is not lost.
      const told = rig.told(LEAKS).map(([t]) => t)
      expect(told.slice(0, 3)).toEqual([EIGHT, EIGHT + minutes(2), EIGHT + minutes(4)])
      expect((await keptRig(store, start + minutes(50))).settled(LEAKS)).toEqual(rig.settled(LEAKS))
    },
  )

  it('gets back what is in memory when it was deleted meanwhile', async () => {
    const store = handStore()
    const rig = await keptRig(store, EIGHT)
    await rig.watch(EIGHT, EIGHT + hours(3))
    store.records.clear()
    store.fail('write', { kind: 'lost', detail: 'closed' })
    await rig.watch(EIGHT + hours(3), EIGHT + hours(3) + minutes(1))
    store.fail('write', null)
    await rig.watch(EIGHT + hours(3) + minutes(1), EIGHT + hours(3) + minutes(20))
    expect(rig.notices.map((notice) => notice.kind)).toEqual(['memory-only', 'stored-again'])
    const after = await keptRig(store, EIGHT + hours(3) + minutes(20))
    expect(after.settled(LEAKS)).toEqual(rig.settled(LEAKS))
  })

  it('is not half loaded when it is lost on the way', async () => {
    const store = handStore()
    await (await keptRig(store, EIGHT)).watch(EIGHT, EIGHT + minutes(5))
    store.fail('read', { kind: 'lost', detail: 'closed' })
    const rig = await keptRig(store, EIGHT + minutes(5))
    expect(rig.told(LEAKS)).toEqual([])
    store.fail('read', null)
    await rig.watch(EIGHT + minutes(5), EIGHT + minutes(8))
    expect(rig.told(LEAKS)[0]?.[0]).toBe(EIGHT)
  })

  it('loses damaged records and those of another version, and says so', async () => {
    const store = handStore()
    await (await keptRig(store, EIGHT)).watch(EIGHT, EIGHT + minutes(10))
    const [first = '', second = '', third = '', fourth = ''] = [...store.records.keys()]
      .toSorted()
      .toReversed()
    store.records.set(first, new Uint8Array([0x4d, 0x43, 0x53, 99, 0, 0, 0, 0]))
    store.records.set(second, new Uint8Array(0))
    store.records.set(third, 'no bytes')
    store.records.set('marks/000000000000000/0000', { layout: 'another' })
    store.records.set('something/else', 1)
    const rig = await keptRig(store, EIGHT + minutes(10))
    expect(rig.notices).toMatchObject([
      { kind: 'records-unusable', why: 'damaged', records: 3 },
      { kind: 'records-unusable', why: 'other-version', records: 1 },
    ])
    expect([first, second, third, fourth].map((key) => store.records.has(key))).toEqual([
      false,
      false,
      false,
      true,
    ])
    expect(store.records.has('something/else')).toBe(true)
    expect(rig.told(LEAKS).length).toBeGreaterThan(2)
  })

  it('leaves alone what it could not read', async () => {
    const store = handStore()
    await (await keptRig(store, EIGHT)).watch(EIGHT, EIGHT + minutes(3))
    const rig = await keptRig(
      {
        ...store,
        open: async (name) => {
          const opened = await store.open(name)
          if (!opened.ok) return opened
          const unreadable = { ok: false, error: { kind: 'fails', detail: 'disk' } } as const
          return { ok: true, value: { ...opened.value, read: async () => unreadable } }
        },
      },
      EIGHT + minutes(3),
    )
    expect(rig.notices).toMatchObject([{ kind: 'records-unusable', why: 'unreadable', records: 3 }])
    expect(store.records.size).toBe(3)
  })

  it('takes nothing from a clock that was wrong, and deletes nothing for it', async () => {
    const store = handStore()
    await (await keptRig(store, EIGHT)).watch(EIGHT, EIGHT + minutes(5))
    const early = EIGHT - days(400)
    const rig = await keptRig(store, early)
    await rig.watch(early, early + minutes(5))
    expect(rig.told(LEAKS)[0]?.[0]).toBe(early)
    const after = await keptRig(store, EIGHT + minutes(5))
    expect(after.told(LEAKS).map(([t]) => t)).toContain(EIGHT + minutes(2))
  })
})

const filled = async () => {
  const store = handStore()
  const rig = await keptRig(store, EIGHT)
  await rig.watch(EIGHT, EIGHT + hours(40))
  return { store, rig, now: EIGHT + hours(40) }
}
const times = (keys: Iterable<string>, kind: string): string[] =>
  [...keys].filter((key) => key.startsWith(kind)).toSorted()

describe('a disk that is full', () => {
  it('costs the oldest hours in fine steps first', async () => {
    const { store, rig, now } = await filled()
    const before = times(store.records.keys(), 'hour')
    const gone = Math.ceil(before.length / 4)
    store.quota = [...store.records.values()].reduce<number>(
      (sum, value) => sum + (value instanceof Uint8Array ? value.length : 100),
      0,
    )
    await rig.watch(now, now + minutes(2))
    expect(rig.notices).toMatchObject([{ kind: 'storage-full', hours: gone, days: 0, paused: false }])
    expect(times(store.records.keys(), 'hour')[0]).toBe(before[gone])
    expect(times(store.records.keys(), 'day')).toHaveLength(2)
  })

  it('costs days where no hours are left, then stops the writing for a while', async () => {
    const { store, rig, now } = await filled()
    store.quota = 0
    const hoursGone: number[] = []
    for (let t = now; t < now + hours(30); t += minutes(1)) {
      await rig.watch(t, t + minutes(1))
      hoursGone.push(times(store.records.keys(), 'hour').length)
    }
    expect(hoursGone[0]).toBeGreaterThan(0)
    expect(hoursGone.at(-1)).toBe(0)
    expect(rig.notices.length).toBeLessThan(20)
    expect(rig.keeper.state(rig.kept).notices).toMatchObject([{ kind: 'storage-full', paused: true }])
    store.quota = Infinity
    await rig.watch(now + hours(30), now + hours(37))
    expect(rig.notices.at(-1)).toMatchObject({ kind: 'stored-again' })
    expect(rig.keeper.state(rig.kept).notices).toEqual([])
    expect((await keptRig(store, now + hours(37))).told(LEAKS).at(-1)?.[0]).toBe(now + hours(37) - minutes(2))
  })
})
