import { expect, it } from 'vitest'
import { ok } from '#src/domain/result.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { StorePort } from '#src/engine/ports.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { ALL_WANTED, keptRig } from '#src/engine/testing/keptRig.ts'

const EIGHT = Date.UTC(2026, 10, 20, 8)

/** The same store, whose answers to writes are not heard before `awake`. */
const heardFrom = (store: StorePort, awake: Promise<void>): StorePort => ({
  ...store,
  open: async (name) => {
    const opened = await store.open(name)
    if (!opened.ok) return opened
    const db = opened.value
    const write: typeof db.write = async (changes) => {
      const written = await db.write(changes)
      await awake
      return written
    }
    return ok({ ...db, write })
  },
})

it('a leader that is frozen in the middle of a save leaves alone what the next one has written', async () => {
  const store = handStore()
  const wakes: (() => void)[] = []
  const awake = new Promise<void>((resolve) => {
    wakes.push(resolve)
  })
  let isAsleep = false
  const first = await keptRig(heardFrom(store, awake), EIGHT, ALL_WANTED, () => isAsleep)
  first.kept.marks.noteStarts('orders', 'orders-1', [{ at: EIGHT, version: null }])
  first.kept.lights.note('orders', 'green', EIGHT)
  const saved = first.keeper.save(first.kept, EIGHT)
  await Promise.resolve()
  isAsleep = true

  const second = await keptRig(store, EIGHT + minutes(1))
  for (let after = minutes(1); after < hours(1); after += minutes(1)) {
    second.kept.lights.noteSeen(EIGHT + after)
    second.kept.lights.note('orders', after < minutes(30) ? 'green' : 'red', EIGHT + after)
  }
  await second.keeper.save(second.kept, EIGHT + hours(1))
  for (const wake of wakes) wake()
  await saved

  const third = await keptRig(store, EIGHT + hours(1))
  expect(third.kept.lights.changes('orders').map(({ light }) => light)).toContain('red')
  // Should it still lead, it writes later what it has left.
  isAsleep = false
  await first.keeper.save(first.kept, EIGHT + hours(1))
  expect((await keptRig(store, EIGHT + hours(1))).kept.lights.changes('orders')).toHaveLength(1)
})
