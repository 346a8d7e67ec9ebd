import { describe, expect, it } from 'vitest'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import { link } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { type Frame, simulate, tell } from './testing/story.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const SERVICES = Array.from({ length: 10 }, (_, i) => `svc${i}`)
const fleet = fleetOf(Object.fromEntries(SERVICES.map((name) => [name, 3])))

const START: EpochMs = 1_000_000
const DOWN_AT = START + seconds(60)
const UP_AT = DOWN_AT + seconds(60)
const END = UP_AT + seconds(60)

const count = (frame: Frame | undefined, letter: string): number =>
  Object.values(frame?.lights ?? {}).filter((light) => light === letter).length

const isDark = (at: number): boolean => at >= DOWN_AT && at < UP_AT

/** Simulates two minutes of network, one minute without it in between. */
function outage(letter: 'R' | 'T', deadBefore: (pod: string) => boolean) {
  const watch = createWatch(fleet)
  const answer = (pod: string, at: number): string => (deadBefore(pod) ? 'R' : isDark(at) ? letter : 'G')
  return simulate(watch, { from: START, to: END, answer })
}

describe('a browser that loses its network', () => {
  for (const { name, letter } of [
    { name: 'refused at once', letter: 'R' },
    { name: 'timing out', letter: 'T' },
  ] as const) {
    const frames = outage(letter, () => false)
    const between = (from: number, to: number) => frames.filter(({ at }) => at > from && at <= to)

    it(`says within two intervals that it is blind (${name})`, () => {
      const blind = between(DOWN_AT, UP_AT).find(({ strip }) => strip.blind !== null)
      expect(blind?.at).toBeLessThanOrEqual(DOWN_AT + seconds(10))
      expect(blind?.strip).toMatchObject({ light: 'unknown', blind: { cause: 'most-failed' } })
      expect(blind?.strip.blind?.failed).toBeGreaterThanOrEqual(24)
    })

    it(`never shows a red or orange service for it, then or afterwards (${name})`, () => {
      expect(frames.filter((frame) => count(frame, 'r') + count(frame, 'o') > 0)).toEqual([])
    })

    it(`keeps what was last known, marked as old (${name})`, () => {
      const rows = between(DOWN_AT, UP_AT).flatMap((frame) =>
        frame.rows.filter((row) => row.light === 'unknown'),
      )
      expect(new Set(rows.map((row) => row.name)).size).toBe(SERVICES.length)
      expect(rows.every((row) => row.lastKnown?.light === 'green')).toBe(true)
      expect(rows.every((row) => row.pods.every((pod) => pod.light === 'unknown'))).toBe(true)
    })

    it(`sees again within two intervals, and everything is green (${name})`, () => {
      const last = between(UP_AT + seconds(10), END)
      expect(last.every((frame) => frame.strip.blind === null && count(frame, 'g') === 10)).toBe(true)
      expect(last.every((frame) => frame.strip.light === 'green')).toBe(true)
    })
  }

  it('finds what was red before as it was, and nothing else', () => {
    const frames = outage('R', (pod) => pod.startsWith('svc0-'))
    const before = frames.find(({ at }) => at === DOWN_AT)
    const after = frames.at(-1)
    expect([before?.lights['svc0'], before?.strip.counts.green]).toEqual(['r', 9])
    expect([after?.lights['svc0'], after?.strip.counts.green]).toEqual(['r', 9])
    const dark = frames.filter(({ at }) => at > DOWN_AT + seconds(10) && at < UP_AT)
    expect(dark.every((frame) => frame.strip.blind !== null)).toBe(true)
  })

  it('takes a time-out that ends just after the recovery for no second bad answer', () => {
    const watch = createWatch(fleet)
    const every = (letter: string) =>
      Object.fromEntries(fleet.services.flatMap(({ pods }) => pods.map((pod) => [pod.name, letter])))
    tell(watch, every('GR'), START)
    expect(watch.blind).not.toBeNull()
    tell(watch, { ...every('G'), 'svc0-1': 'T', 'svc0-2': 'T', 'svc0-3': 'T' }, START + seconds(10))
    tell(watch, { 'svc0-1': 'T', 'svc0-2': 'T', 'svc0-3': 'T' }, START + seconds(11))
    expect([watch.blind, allRows(watch)[0]?.light]).toEqual([null, 'green'])
  })
})

describe('not blind', () => {
  for (const { name, dead } of [
    { name: 'when three pods of one service fail', dead: ['svc0-'] },
    { name: 'when two services fail', dead: ['svc0-', 'svc1-'] },
    { name: 'when seven of ten services fail', dead: SERVICES.slice(0, 7).map((service) => `${service}-`) },
  ]) {
    it(`${name}: they are red`, () => {
      const watch = createWatch(fleet)
      const isDead = (pod: string): boolean => dead.some((prefix) => pod.startsWith(prefix))
      const frames = simulate(watch, {
        from: START,
        to: END,
        answer: (pod, at) => (at >= DOWN_AT && isDead(pod) ? 'R' : 'G'),
      })
      expect(frames.every((frame) => frame.strip.blind === null)).toBe(true)
      expect(count(frames.at(-1), 'r')).toBe(dead.length)
      expect(frames.at(-1)?.strip.light).toBe('red')
    })
  }

  it('when everything answers that it is down: that is an answer', () => {
    const frames = simulate(createWatch(fleet), { from: START, to: END, answer: () => 'D' })
    expect(frames.every((frame) => frame.strip.blind === null)).toBe(true)
    expect(count(frames.at(-1), 'r')).toBe(10)
  })

  it('when the first of a fleet to answer are those that refuse', () => {
    const watch = createWatch(fleet)
    const dead = ['svc0-1', 'svc0-2', 'svc1-1', 'svc1-2', 'svc2-1', 'svc2-2']
    tell(watch, Object.fromEntries(dead.map((pod) => [pod, 'R'])), START)
    expect(watch.blind).toBeNull()
  })

  for (const { name, services } of [
    { name: 'of four pods', services: { a: 2, b: 1, c: 1 } },
    { name: 'of two services', services: { a: 3, b: 3 } },
  ]) {
    it(`in a small fleet (${name}), whatever fails`, () => {
      const small = fleetOf(services)
      const pods = small.services.flatMap((service) => service.pods)
      const story = Object.fromEntries(pods.map((pod) => [pod.name, 'GRR']))
      expect(tell(createWatch(small), story).at(-1)).toMatchObject({ strip: { blind: null, light: 'red' } })
    })
  }
})

/** Two services that were green, in a browser that is offline since. */
function offline(): Watch {
  const watch = createWatch(fleetOf({ orders: 1, billing: 1 }))
  tell(watch, { 'orders-1': 'GG', 'billing-1': 'GG' }, START)
  observe(watch, link('offline', START + 5500), START + 5500)
  digestChanges(watch, START + 6000)
  return watch
}

describe('the link of the browser', () => {
  for (const { state, blind } of [
    { state: 'offline', blind: { cause: 'offline', since: START + 6000 } },
    { state: 'home-unreachable', blind: { cause: 'home-unreachable', since: START + 6000 } },
    { state: 'up', blind: null },
  ] as const) {
    it(`${state}: ${blind === null ? 'sees' : 'blind at once'}`, () => {
      const watch = createWatch(fleetOf({ orders: 1 }))
      tell(watch, { 'orders-1': 'GG' }, START)
      observe(watch, link(state, START + 5500), START + 5500)
      const { strip } = digestChanges(watch, START + 6000)
      expect(strip).toMatchObject({ blind, light: blind === null ? 'green' : 'unknown' })
    })
  }

  it('that is down judges no failure, but still shows what answers', () => {
    const frames = tell(offline(), { 'orders-1': 'RRRR', 'billing-1': 'GGGG' }, START + 10_000)
    expect(frames.map(({ lights }) => `${lights['orders']}${lights['billing']}`)).toEqual([
      'ug',
      'ug',
      'ug',
      'ug',
    ])
  })

  it('that comes back needs no answer to end the blindness, and has judged nothing', () => {
    const watch = offline()
    tell(watch, { 'orders-1': 'RRRR', 'billing-1': 'RRRR' }, START + 10_000)
    observe(watch, link('up', START + 26_000), START + 26_000)
    const { strip, rows } = digestChanges(watch, START + 26_000)
    expect(strip.blind).toBeNull()
    expect(rows.map((row) => [row.light, row.reasons[0]?.kind])).toEqual([
      ['unknown', 'confirming'],
      ['unknown', 'confirming'],
    ])
    expect(
      tell(watch, { 'orders-1': 'GG', 'billing-1': 'RR' }, START + 30_000).map(({ lights }) => lights),
    ).toEqual([
      { orders: 'g', billing: 'u' },
      { orders: 'g', billing: 'r' },
    ])
  })
})
