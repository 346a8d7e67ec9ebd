import { describe, expect, it } from 'vitest'
import { seriesName } from '#src/domain/series/historyBook.ts'
import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { fails, healthOk, scrape } from '#src/domain/watch/testing/answers.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { podFacts, signals, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { boundOf, followPod, following, slopeOptions } from './following.ts'
import { BEGIN, follow, leaking } from './testing/follow.ts'

const MEMORY = seriesName('orders', 'orders-1', 'memory')
const LIMIT = mebibytes(4096)

const leak = (hour: number) => ({ values: [['memory', leaking(hour), LIMIT] as const] })
const before = () => follow(39.9, leak)
const fresh = (startedAt: number, version: string) => (hour: number) => ({
  ...leak(hour),
  startedAt,
  version,
})
const deepening = (hour: number) => ({ values: [['queueDepth', 5 + 2 * hour] as const] })

describe('boundOf', () => {
  it.each([
    ['neither names one', {}, null, null],
    ['the metrics name one', {}, 900, 900],
    ['the fleet file names one', { bounds: { fds: 1024 } }, null, 1024],
    ['both do: the fleet file', { bounds: { fds: 1024 } }, 900, 1024],
  ])('%s', (_, file, told, bound) => {
    const pod = podFacts({ service: serviceOf({ pods: 1, ...file }), signals: signals([['fds', 10, told]]) })
    expect(boundOf(pod, 'fds')).toBe(bound)
    expect(slopeOptions(pod, 'fds')).toEqual(
      bound === null ? { kind: 'gauge' } : { kind: 'gauge', limit: bound },
    )
  })

  it('is none where nothing was read yet', () => {
    expect(boundOf(podFacts(), 'memory')).toBeNull()
  })
})

describe('what is remembered of a page', () => {
  it('is each signal that a line is drawn of, and of those that are judged by it the slope', () => {
    const { memory } = follow(1, () => ({
      values: [
        ['memory', 1],
        ['requestRate', 2],
        ['uptime', 3],
        ['restarts', 4],
        ['certificateExpiry', 5],
      ],
    }))
    const rate = seriesName('orders', 'orders-1', 'requestRate')
    expect([...memory.histories.names()]).toEqual([MEMORY, rate])
    expect([...memory.drifts.names()]).toEqual([MEMORY])
  })

  it.each([
    ['health', healthOk('orders-1', BEGIN)],
    ['a page that failed', fails('orders-1', BEGIN, TIMEOUT, 'metrics')],
  ])('is nothing of %s', (_, ended) => {
    const memory = following()
    const pod = podFacts({ signals: signals([['memory', 1]]) })
    expect(followPod(memory, pod, pod, ended)).toBe(pod)
    expect(memory.histories.size().series).toBe(0)
  })
})

describe('a pod that leaks', () => {
  const { pod } = follow(30, leak)
  const [drift] = pod.drifts

  it('drifts, with all that is to be said of it', () => {
    expect(pod.drifts.length).toBe(1)
    expect(drift).toMatchObject({
      signal: 'memory',
      of: null,
      value: leaking(30),
      bound: LIMIT,
      deploy: null,
    })
    expect(drift?.perHour).toBeCloseTo(mebibytes(30), -5)
    expect(drift?.since).toBeGreaterThanOrEqual(BEGIN)
    expect(drift?.since).toBeLessThan(BEGIN + hours(3))
  })

  it('reaches its limit when the line does, and in any case between the two moments', () => {
    const truth = BEGIN + hours((4096 - 300) / 30)
    const [earliest, latest] = drift?.reachedBetween ?? [Number.NaN, Number.NaN]
    expect(Math.abs((drift?.reachedAt ?? 0) - truth)).toBeLessThan(hours(2))
    expect(earliest).toBeLessThan(truth)
    expect(latest).toBeGreaterThan(truth)
  })

  it('reaches none without a limit', () => {
    const { pod } = follow(30, (hour) => ({ values: [['memory', leaking(hour)]] }))
    expect(pod.drifts).toMatchObject([{ bound: null, reachedAt: null, reachedBetween: null }])
  })

  it('keeps what was said while health answers', () => {
    const { memory, pod } = follow(30, leak)
    expect(followPod(memory, pod, pod, healthOk('orders-1', BEGIN + hours(31))).drifts).toBe(pod.drifts)
  })

  it('says nothing of a signal that is gone from the page', () => {
    const after = follow(30, leak)
    const gone = follow(0.2, () => ({ values: [['fds', 5]] }), { after, from: BEGIN + hours(30.5) })
    expect(gone.pod.drifts).toEqual([])
  })

  it('says nothing of one that does not rise', () => {
    expect(follow(30, () => ({ values: [['memory', mebibytes(300), LIMIT]] })).pod.drifts).toEqual([])
  })
})

describe('a start of the process', () => {
  const started = BEGIN + hours(40)

  it('ends the drift and is a mark and a restart', () => {
    const { memory, pod } = follow(0.5, fresh(started, '1.0.0'), {
      after: before(),
      from: started + minutes(1),
    })
    expect(pod.drifts).toEqual([])
    expect(pod.restarts).toEqual([started])
    expect(memory.marks.marksOf('orders', 'orders-1')).toMatchObject([{ at: started, kind: 'restart' }])
  })

  it('with another version is a deploy, and no restart', () => {
    const { memory, pod } = follow(0.5, fresh(started, '1.1.0'), {
      after: before(),
      from: started + minutes(1),
    })
    expect(pod.restarts).toEqual([])
    expect(memory.marks.marksOf('orders', 'orders-1')).toMatchObject([
      { at: started, kind: 'deploy', version: '1.1.0' },
    ])
  })

  it('is suspected of the rise that follows it', () => {
    const calm = follow(30, () => ({ values: [['memory', leaking(0), LIMIT]] }))
    const deployed = BEGIN + hours(30.5)
    const { pod } = follow(30, fresh(deployed, '1.1.0'), { after: calm, from: deployed + minutes(1) })
    expect(pod.drifts).toMatchObject([{ deploy: { version: '1.1.0', at: deployed } }])
  })

  it('is not suspected of a rise that was known before', () => {
    const calm = follow(30, deepening)
    expect(calm.pod.drifts).toMatchObject([{ signal: 'queueDepth', deploy: null }])
    const found = calm.pod.drifts[0]?.since ?? 0
    // Where a rise begins is uncertain by hours, but it was found before this.
    const start = { startedAt: found + hours(5), version: '1.1.0', at: found + hours(5) }
    expect(calm.memory.marks.note('orders', 'orders-1', start)).not.toBeNull()
    const from = BEGIN + hours(30.2)
    const { pod } = follow(1, (hour) => deepening(30.2 + hour), { after: calm, from })
    expect(pod.drifts).toMatchObject([{ signal: 'queueDepth', since: found, deploy: null }])
  })

  it('that was already told is told once', () => {
    const { pod } = follow(2, fresh(started, '1.0.0'), { after: before(), from: started + minutes(1) })
    expect(pod.restarts).toEqual([started])
  })
})

it('a page that is told again changes nothing', () => {
  const { memory, pod } = follow(30, leak)
  const again = followPod(memory, pod, pod, scrape('orders-1', BEGIN + hours(30)))
  expect(again.drifts).toEqual(pod.drifts)
})
