import { expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { isLongSilence } from './isLongSilence.ts'

it.each([
  { name: 'nothing of nothing', times: [], until: 99, expected: false },
  { name: 'nothing of one line', times: [0], until: 99, expected: false },
  { name: 'three usual gaps', times: [0, 1, 2, 3], until: 6, expected: false },
  { name: 'more than three', times: [0, 1, 2, 3], until: 6.1, expected: true },
  { name: 'in whatever order', times: [3, 0, 2, 1], until: 6.1, expected: true },
  { name: 'as long as once before', times: [0, 1, 2, 40, 41, 42, 43, 44, 45], until: 83, expected: false },
  { name: 'longer than ever before', times: [0, 1, 2, 40, 41, 42, 43, 44, 45], until: 83.1, expected: true },
  {
    name: 'of bursts, the time between them counts',
    times: [0, 0, 0, 10, 10, 10, 20],
    until: 29,
    expected: false,
  },
])('is told of a silence: $name', ({ times, until, expected }) => {
  expect(
    isLongSilence(
      times.map((minute) => Number(minutes(minute))),
      minutes(until) + (expected ? seconds(1) : 0),
    ),
  ).toBe(expected)
})
