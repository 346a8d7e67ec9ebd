import { describe, expect, it } from 'vitest'
import type { Signal } from '#src/domain/signals/signal.ts'
import { days, hours, mebibytes, minutes, seconds } from '#src/domain/time/units.ts'
import { healthOk, notFound, scrape, timeout, version } from '#src/domain/watch/testing/answers.ts'
import { fleetOf, serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import type { Observation } from '#src/domain/watch/observation.ts'
import { allRows, createWatch, digestChanges, observe } from '#src/domain/watch/watch.ts'
import { BEGIN, follow, leaking } from './testing/follow.ts'

describe('another disk becomes the fullest', () => {
  const GB = 1e9
  const fillingBig = () =>
    follow(40, (hour) => ({ values: [['disk', (150 + 0.5 * hour) * GB, 200 * GB, '/data']] }))
  const from = BEGIN + hours(40.2)

  it('does not drift as the one before did', () => {
    const after = fillingBig()
    const { pod } = follow(1, () => ({ values: [['disk', 8.6 * GB, 10 * GB, '/boot']] }), { after, from })
    expect(after.pod.drifts).toMatchObject([{ of: '/data' }])
    expect(pod.drifts).toEqual([])
  })

  it.each([
    ['of a like size', [['disk', 170 * GB, 190 * GB, '/more']]],
    ['with the same limit', [['disk', 60 * GB, 200 * GB, '/more']]],
  ] as const)('goes on where the other is one %s', (_, values) => {
    const once = follow(0, () => ({ values }), { after: fillingBig(), from })
    expect(once.pod.drifts.length).toBe(1)
  })
})

describe('a rise that is at its limit', () => {
  const LIMIT = 1000
  const every = seconds(15)
  const riseOf = (signal: Signal) => {
    const rising = follow(46, (hour) => ({ values: [[signal, 300 + 15 * hour, LIMIT]] }), { every })
    const from = BEGIN + hours(46) + every
    return follow(1, () => ({ values: [[signal, 0.995 * LIMIT, LIMIT]] }), { every, from, after: rising })
  }

  it.each(['heap', 'poolWaiting', 'seriesCount'] as const)(
    'is still told of %s, which no level is judged of',
    (signal) => {
      const { pod } = riseOf(signal)
      const readAt = BEGIN + hours(47)
      expect(pod.drifts).toMatchObject([{ signal, bound: LIMIT }])
      expect(pod.drifts[0]?.reachedAt).toBeCloseTo(readAt, -5)
      expect(pod.drifts[0]?.perHour).toBeGreaterThan(10)
    },
  )

  it('is left to the rule on levels where there is one', () => {
    expect(riseOf('fds').pod.drifts).toEqual([])
  })
})

it('a limit of nought is none', () => {
  const service = serviceOf({ pods: 1, bounds: { memory: 0 } })
  const { pod } = follow(30, (hour) => ({ values: [['memory', leaking(hour)]] }), { service })
  expect(pod.drifts).toMatchObject([{ bound: null, reachedAt: null }])
})

const begun = () => {
  const watch = createWatch(fleetOf({ orders: 1 }))
  const tell = (observation: Observation) => observe(watch, observation, observation.at + 20)
  return { watch, tell, marks: () => watch.memory.marks.marksOf('orders', 'orders-1') }
}

describe('what a watch is told', () => {
  it('two names of one release are no deploy, whichever endpoint tells them', () => {
    const { tell, marks } = begun()
    const page = { version: 'v1.8.2-abc', memory: mebibytes(300), startedAt: BEGIN - days(3) }
    tell(scrape('orders-1', BEGIN, page))
    tell(version('orders-1', BEGIN + 100, '1.8.2'))
    for (let minute = 1; minute < 60; minute++) {
      tell(scrape('orders-1', BEGIN + minutes(minute), page))
      if (minute % 5 === 0) tell(timeout('orders-1', BEGIN + minutes(minute), 'version'))
    }
    expect(marks()).toEqual([])
    tell(scrape('orders-1', BEGIN + hours(1), { ...page, version: 'v1.8.3-def' }))
    expect(marks()).toMatchObject([{ kind: 'deploy', version: 'v1.8.3-def' }])
  })

  it('two releases that take turns behind one address do not hide a drift', () => {
    const { watch, tell, marks } = begun()
    for (let step = 0; step < 72 * 12; step++) {
      const at = BEGIN + minutes(5 * step)
      tell(healthOk('orders-1', at))
      tell(scrape('orders-1', at, { memory: leaking(step / 12), version: step % 2 === 0 ? '1.0' : '1.1' }))
    }
    digestChanges(watch, BEGIN + minutes(5 * 863) + seconds(10))
    expect(allRows(watch)).toMatchObject([{ light: 'orange', reasons: [{ kind: 'drift' }] }])
    expect(marks().length).toBeLessThanOrEqual(6)
  })

  it('a release that was rolled back and comes again is a deploy', () => {
    const { tell, marks } = begun()
    for (const [hour, is] of ['1.0', '1.1', '1.0', '1.1'].entries()) {
      const startedAt = BEGIN + hours(hour)
      tell(scrape('orders-1', startedAt + minutes(1), { memory: mebibytes(300), version: is, startedAt }))
    }
    expect(marks()).toMatchObject(['1.1', '1.0', '1.1'].map((is) => ({ kind: 'deploy', version: is })))
  })

  it('a drift ends with its process, also where that was the last metrics page', () => {
    const { watch, tell } = begun()
    tell(version('orders-1', BEGIN, '1.0.0'))
    for (let hour = 0; hour < 30; hour += 1 / 6) {
      const at = BEGIN + hours(hour)
      tell(healthOk('orders-1', at))
      tell(scrape('orders-1', at, { memory: leaking(hour), startedAt: BEGIN - days(1) }))
    }
    const deployed = BEGIN + hours(30)
    for (let minute = 1; minute < 600; minute += 5) {
      const at = deployed + minutes(minute)
      tell(healthOk('orders-1', at))
      tell(version('orders-1', at, '2.0.0'))
      tell(notFound('orders-1', at, 'metrics'))
    }
    digestChanges(watch, deployed + minutes(596.1))
    expect(allRows(watch)).toMatchObject([{ light: 'green', reasons: [] }])
  })
})
