import { expect, it } from 'vitest'
import { startTrail } from './startTrail.ts'

it.each([
  { name: 'nothing told', told: [null, null], took: 0, starts: [] },
  { name: 'one process', told: [5000, 5000, null, 5000], took: 0, starts: [5000] },
  { name: 'a start that wanders', told: [5000, 6900, 4000], took: 0, starts: [5000] },
  { name: 'two restarts', told: [5000, 60_000, 60_000, 90_000], took: 0, starts: [5000, 60_000, 90_000] },
  { name: 'a slow page with an uptime', told: [5000, 9000], took: 3000, starts: [5000] },
  {
    name: 'an older process behind the same address',
    told: [60_000, 5000, 60_000],
    took: 0,
    starts: [60_000],
  },
])('$name', ({ told, took, starts }) => {
  const trail = startTrail()
  for (const startedAt of told) trail.note({ startedAt }, took, () => null)
  expect(trail.starts().map(({ at }) => at)).toEqual(starts)
})

it('keeps the version that each start came with, and asks for no other', () => {
  const trail = startTrail()
  const asked: number[] = []
  for (const [i, startedAt] of [5000, 5000, 60_000, 60_000].entries()) {
    trail.note({ startedAt }, 0, () => {
      asked.push(i)
      return `1.${i}`
    })
  }
  expect(trail.starts()).toEqual([
    { at: 5000, version: '1.0' },
    { at: 60_000, version: '1.2' },
  ])
  expect(asked).toEqual([0, 2])
})
