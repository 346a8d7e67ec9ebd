import { expect, it } from 'vitest'
import { days, minutes } from '#src/domain/time/units.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { keptRig, LEAKS } from '#src/engine/testing/keptRig.ts'

const EIGHT = Date.UTC(2026, 10, 20, 8)

it.each([
  ['2 days ahead', days(2)],
  ['40 days ahead', days(40)],
])('a clock that was %s for two minutes costs no history', async (_, ahead) => {
  const store = handStore()
  const rig = await keptRig(store, EIGHT)
  const end = EIGHT + days(3)
  await rig.watch(EIGHT, end)
  const known = rig.told(LEAKS).length
  await rig.watch(end + ahead, end + ahead + minutes(2))
  await rig.watch(end + minutes(2), end + minutes(10))
  const after = await keptRig(store, end + minutes(10))
  expect(after.told(LEAKS).length).toBeGreaterThan(0.9 * known)
})
