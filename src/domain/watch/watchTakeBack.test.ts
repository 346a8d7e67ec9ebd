import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { fails, healthOk, link, refused } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { INTERVAL, tell } from './testing/story.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const START = 1_000_000
const NAMES = ['orders', 'billing', 'web', 'search', 'mail']
const PODS = NAMES.flatMap((name) => [`${name}-1`, `${name}-2`])
const GONE = { kind: 'unreachable', by: 'gateway', detail: 'ECONNREFUSED' } as const

/** Five services of two pods; the gateway says that `orders-1` refuses. Ten good rounds, then nothing gets through. */
function cutOff(rounds: number): { watch: Watch; at: number } {
  const watch = createWatch(fleetOf(Object.fromEntries(NAMES.map((name) => [name, 2]))))
  let at = START
  const round = (answer: (pod: string) => ReturnType<typeof refused>): void => {
    for (const pod of PODS) observe(watch, answer(pod), at)
    digestChanges(watch, at + 100)
    at += INTERVAL
  }
  for (let n = 0; n < 10; n += 1) {
    round((pod) => (pod === 'orders-1' ? fails(pod, at, GONE) : healthOk(pod, at)))
  }
  // The pod that is down is the first to be asked: its failure changes before anything else fails.
  observe(watch, refused('orders-1', at - seconds(2)), at - seconds(2))
  digestChanges(watch, at - seconds(2))
  for (let n = 0; n < rounds; n += 1) round((pod) => refused(pod, at))
  return { watch, at }
}

const orders = (watch: Watch) => allRows(watch).find((row) => row.name === 'orders')
const failureOf = (watch: Watch) => orders(watch)?.reasons[0]?.pods[0]

describe('a dashboard that grows blind', () => {
  it('shows what stood before its own failures, reasons included', () => {
    const { watch } = cutOff(1)
    expect(watch.blind?.cause).toBe('most-failed')
    expect(orders(watch)).toMatchObject({ light: 'unknown', lastKnown: { light: 'orange' } })
    expect(failureOf(watch)).toMatchObject({ pod: 'orders-1', failure: GONE })
  })

  it('tells what was counted before, for as long as it is blind', () => {
    for (const rounds of [1, 4]) {
      const { watch } = cutOff(rounds)
      expect(watch.blind?.before).toEqual({ red: 0, orange: 1, unknown: 0, green: 4 })
    }
  })

  it('tells nothing of before where nothing was seen', () => {
    const watch = createWatch(fleetOf({ orders: 1 }))
    observe(watch, link('offline', START), START)
    expect(digestChanges(watch, START).strip.blind).toMatchObject({ before: null })
  })

  it('finds a pod that was down before as it was, when it sees again', () => {
    const { watch, at } = cutOff(3)
    for (const pod of PODS.slice(1)) observe(watch, healthOk(pod, at), at)
    digestChanges(watch, at + 100)
    expect(watch.blind).toBeNull()
    expect(failureOf(watch)).toMatchObject({ pod: 'orders-1', failure: GONE })
  })

  it('keeps the newest bad answer that was no fault of its own', () => {
    const { watch } = cutOff(2)
    const lastBad = (service: string, pod: string) => watch.services.get(service)?.pods.get(pod)?.lastBad
    expect(lastBad('orders', 'orders-1')?.result).toMatchObject({ error: GONE })
    expect(lastBad('billing', 'billing-1')).toBeNull()
  })
})

const badAfter = (letters: string) => {
  const watch = createWatch(fleetOf({ orders: 1 }))
  tell(watch, { 'orders-1': letters }, START)
  return watch.services.get('orders')?.pods.get('orders-1')?.lastBad ?? null
}

describe('the newest bad answer of a pod', () => {
  it('is none where none was bad', () => {
    expect(badAfter('GGO')).toBeNull()
  })

  for (const { letters, expected } of [
    { letters: 'GDG', expected: { at: START + INTERVAL, result: { ok: true, value: { state: 'down' } } } },
    { letters: 'DGTG', expected: { at: START + 2 * INTERVAL, result: { ok: false } } },
    { letters: 'TGDGG', expected: { at: START + 2 * INTERVAL, result: { ok: true } } },
  ]) {
    it(`is kept while good ones follow: ${letters}`, () => {
      expect(badAfter(letters)).toMatchObject(expected)
    })
  }
})
