import { describe, expect, it } from 'vitest'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { deploysOf } from '#src/domain/deploy/deploysOf.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { recallPast } from './recallPast.ts'
import { health, scrape } from './testing/answers.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const NOON: EpochMs = Date.UTC(2026, 10, 20, 12)
const EVERY = seconds(15)

/** A pod by the number at the end of its name. */
type Running = { readonly n: number; readonly version: string; readonly startedAt: EpochMs }

/** What a file tells that is generated from what runs: pods that are gone are not in it. */
function fleetOfPods(pods: readonly Running[]): Fleet {
  const named = pods.map(({ n }) => ({ name: `orders-${n}`, url: `http://10.0.0.${n}:8080` }))
  const parsed = parseFleet({ services: [{ name: 'orders', pods: named }] })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const run = (n: number, version: string, minute: number): Running => ({
  n,
  version,
  startedAt: NOON + minutes(minute),
})

const OLD = [run(1, '1.0', -3000), run(2, '1.0', -3000), run(3, '1.0', -3000)] as const
const NEW = [run(11, '1.1', 10), run(12, '1.1', 14), run(13, '1.1', 18)] as const

/** Asks the pods every 15 s, from one minute after noon to another; those that are ill say so. */
function poll(watch: Watch, pods: readonly Running[], from: number, to: number, isIll = false): Watch {
  for (let now = NOON + minutes(from); now < NOON + minutes(to); now += EVERY) {
    for (const { n, version, startedAt } of pods) {
      const pod = `orders-${n}`
      observe(watch, health(pod, now, isIll ? 'degraded' : 'ok'), now)
      observe(watch, scrape(pod, now, { version, startedAt, memory: 1e8 }), now)
    }
    digestChanges(watch, now)
  }
  return watch
}

const rowOf = (watch: Watch): ServiceRow => {
  const [row] = allRows(watch)
  if (row === undefined) throw new Error('it has a row')
  return row
}

const deploysIn = (watch: Watch) => {
  const [service] = watch.fleet.services
  if (service === undefined) throw new Error('it has a service')
  return deploysOf(watch.memory.marks, service)
}

const ONE_DEPLOY = {
  version: '1.1',
  at: NOON + minutes(10),
  lastAt: NOON + minutes(18),
  pods: ['orders-11', 'orders-12', 'orders-13'],
  isRollback: false,
}

describe('a deploy that brings pods of new names', () => {
  it('is one deploy, from the first pod to the last, and is suspected of what begins after it', () => {
    const first = poll(createWatch(fleetOfPods(OLD)), OLD, 0, 10)
    expect(deploysIn(first)).toEqual([])
    const stages = [
      [OLD[0], OLD[1], NEW[0]],
      [OLD[0], NEW[0], NEW[1]],
    ] as const
    let watch = first
    for (const [i, pods] of stages.entries()) {
      const from = 10 + 4 * i
      watch = poll(createWatch(fleetOfPods(pods), watch), pods, from, from + 4)
      expect(rowOf(watch).rollout).toEqual({ version: '1.1', updated: i + 1, of: 3 })
    }
    watch = poll(createWatch(fleetOfPods(NEW), watch), NEW, 18, 38)
    expect(rowOf(watch).rollout).toBeUndefined()
    expect(deploysIn(watch)).toEqual([ONE_DEPLOY])
    const until = NOON + minutes(78)
    expect(rowOf(watch).care).toEqual({ because: 'deploy', at: NOON + minutes(18), until })

    const [reason] = rowOf(poll(watch, NEW, 38, 40, true)).reasons
    expect(reason?.kind).toBe('health')
    expect(reason?.suspect).toEqual({ version: '1.1', at: NOON + minutes(10) })
    expect(rowOf(poll(watch, NEW, 40, 90)).care).toBeUndefined()
  })

  it('is found by its starts when it came while nobody looked, once the past is known', () => {
    const before = poll(createWatch(fleetOfPods(OLD)), OLD, 0, 5).memory.marks.save()
    const watch = poll(createWatch(fleetOfPods(NEW)), NEW, 50, 55)
    expect(deploysIn(watch)).toEqual([])
    expect(watch.memory.marks.load(JSON.parse(JSON.stringify(before)))).toBe(true)
    recallPast(watch)
    poll(watch, NEW, 55, 56)
    expect(deploysIn(watch)).toEqual([ONE_DEPLOY])
    expect(rowOf(watch).care?.until).toBe(NOON + minutes(78))
  })

  it('is none where one more pod of what runs is wanted, hours later', () => {
    const first = poll(createWatch(fleetOfPods(OLD)), OLD, 0, 5)
    const second = poll(createWatch(fleetOfPods(NEW), first), NEW, 20, 25)
    const more = [...NEW, run(14, '1.1', 200)]
    const watch = poll(createWatch(fleetOfPods(more), second), more, 200, 205)
    expect(deploysIn(watch)).toEqual([ONE_DEPLOY])
    expect(rowOf(watch).care).toBeUndefined()
    const { gone } = watch.memory.marks.livesOf('orders').get('orders-1') ?? {}
    expect(gone?.seenAt).toBeLessThan(NOON + hours(1))
  })
})
