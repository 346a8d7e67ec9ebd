import { expect, it } from 'vitest'
import { joinRaw } from './joinRaw.ts'

const raw = (...at: readonly number[]) => ({
  at: Float64Array.from(at),
  values: Float64Array.from(at, (t) => t * 10),
})

it.each([
  { name: 'none', series: [], at: [] },
  { name: 'one', series: [raw(1, 2)], at: [1, 2] },
  { name: 'two replicas', series: [raw(1.5, 2.5), raw(1, 2, 3)], at: [1, 2, 3] },
  {
    name: 'two replicas, of which one was away for a while',
    series: [raw(1.5, 2.5, 5.5, 6.5, 7.5), raw(1, 2, 3, 8, 9, 10, 11)],
    at: [1, 2, 3, 5.5, 6.5, 7.5, 8, 9, 10, 11],
  },
  {
    name: 'two replicas, of which one missed a scrape',
    series: [raw(1.5, 2.5, 3.5), raw(1, 2, 4, 5, 6)],
    at: [1, 2, 4, 5, 6],
  },
  {
    name: 'three replicas: where both others tell of a hole, one does',
    series: [raw(1, 2, 3, 9, 10, 11), raw(4.5, 5.5, 6.5), raw(5, 6)],
    at: [1, 2, 3, 4.5, 5.5, 6.5, 9, 10, 11],
  },
  {
    name: 'the address before, and the one after',
    series: [raw(7, 8), raw(3, 4, 5), raw(1, 2)],
    at: [1, 2, 3, 4, 5, 7, 8],
  },
])('$name', ({ series, at }) => {
  const joined = joinRaw(series)
  expect([...joined.at]).toEqual(at)
  expect([...joined.values]).toEqual(at.map((t) => t * 10))
})
