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
  for (const startedAt of told) trail.note({ startedAt }, took)
  expect(trail.starts()).toEqual(starts)
})
