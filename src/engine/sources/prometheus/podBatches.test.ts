import { expect, it } from 'vitest'
import { podBatches } from './podBatches.ts'

const pods = (service: string, count: number, host = '10.0.0.', label = 'instance') =>
  Array.from({ length: count }, (_, i) => ({
    ref: { service, pod: `${service}-${i}` },
    target: { labels: { job: service, [label]: `${host}${i}:8080` }, identity: ['job', label] },
  }))

it.each([
  { name: 'no pods', pods: [], expected: [] },
  { name: 'one service', pods: pods('a', 3), expected: [3] },
  { name: 'two services', pods: [...pods('a', 2), ...pods('b', 1)], expected: [2, 1] },
  { name: 'a dozen at a time', pods: pods('a', 30), expected: [12, 12, 6] },
  { name: 'what fits into a URL', pods: pods('a', 10, 'long.'.repeat(60)), expected: [3, 3, 3, 1] },
  { name: 'two kinds of labels', pods: [...pods('a', 2), ...pods('a', 2, 'a-', 'pod')], expected: [2, 2] },
  { name: 'one that fits into no URL', pods: pods('a', 2, 'x'.repeat(4000)), expected: [1, 1] },
])('batches $name', ({ pods, expected }) => {
  const batches = podBatches(pods)
  expect(batches.map((batch) => batch.length)).toEqual(expected)
  expect(batches.flat()).toEqual(pods)
})
