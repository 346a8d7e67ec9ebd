import { describe, expect, it } from 'vitest'
import { NOW, podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { scraped } from '#src/domain/watch/testing/podFacts.ts'
import { lastLevels } from './lastLevels.ts'
import { loadOf, ordersOf, reasonOf } from './testing/caseOf.ts'

/** Three pods; the first two are full, and were read so long ago. */
function podsReadBefore(age: number) {
  const full = [
    ['memory', 98, 100],
    ['cpu', 81, 100],
    ['fds', 80, 100],
  ] as const
  const metrics = scraped({}, 20, { at: NOW - age, lastReading: readAt(NOW - age) })
  const half = [['memory', 50, 100]] as const
  return podsOf(
    [full, full, half].map((values) => ({ values, tracks: { metrics } })),
    ordersOf(),
  )
}

const readAt = (at: number) => {
  const { lastReading } = scraped()
  return lastReading === null ? null : { ...lastReading, at, freshFor: seconds(45) }
}

const LOAD = loadOf({ out: ['orders-1'], by: ['orders-3'] })

describe('what pods told of their levels last', () => {
  it.each([
    { name: 'of one that is out', reasons: [LOAD], pods: ['orders-1'] },
    {
      name: 'of one that is full',
      reasons: [loadOf({ full: ['orders-2'], by: ['orders-3'] })],
      pods: ['orders-2'],
    },
    {
      name: 'of one that carries the load',
      reasons: [loadOf({ out: ['orders-3'], by: ['orders-2'] })],
      pods: ['orders-2'],
    },
    { name: 'of those that fail', reasons: [reasonOf('failing', [1, 2, 3])], pods: ['orders-1', 'orders-2'] },
    { name: 'not of others', reasons: [reasonOf('errors', [1, 2])], pods: [] },
  ])('$name', ({ reasons, pods }) => {
    const found = lastLevels({ reasons, pods: podsReadBefore(0), policy: DEFAULT_POLICY, now: NOW })
    expect(found).toEqual(
      pods.flatMap((pod) => [
        { pod, signal: 'memory', share: 0.98, readAt: null },
        { pod, signal: 'cpu', share: 0.81, readAt: null },
      ]),
    )
  })

  it.each([
    { name: 'just now', age: seconds(45), read: [null, null] },
    { name: 'a while ago', age: minutes(10), read: [NOW - minutes(10), NOW - minutes(10)] },
    { name: 'before the metrics were given up', age: days(1) + hours(1), read: [] },
  ])('says when: $name', ({ age, read }) => {
    const found = lastLevels({ reasons: [LOAD], pods: podsReadBefore(age), policy: DEFAULT_POLICY, now: NOW })
    expect(found.map((level) => level.readAt)).toEqual(read)
  })
})
