import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { check, NOW, podFacts, read, REFUSED, signals, failed } from '#src/domain/watch/testing/podFacts.ts'
import { graveyard } from './graveyard.ts'
import type { Tombstone } from './tombstone.ts'
import { tombstoneOf } from './tombstoneOf.ts'

const stone = (pod: string, own: Partial<Tombstone> = {}): Tombstone => ({
  ...tombstoneOf(podFacts({ tracks: { health: read('ok') } }), 'silent', NOW + minutes(1)),
  pod,
  ...own,
})

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('tombstoneOf', () => {
  it('keeps what a pod said last, and when that was', () => {
    const reading = read('down', { at: NOW - 5 }, { checks: [check('db', 'down')] })
    const facts = podFacts({
      tracks: { health: failed(REFUSED, { lastReading: reading.lastReading }) },
      signals: signals([['memory', 9, 10]]),
      startedAt: NOW - 100,
    })
    expect(tombstoneOf(facts, 'silent', NOW)).toMatchObject({
      service: 'orders',
      pod: 'orders-1',
      url: 'http://orders-1:8080',
      why: 'silent',
      lastSeen: NOW - 5,
      missedAt: NOW,
      startedAt: NOW - 100,
      health: { state: 'down', checks: [{ name: 'db' }] },
      signals: [{ signal: 'memory', value: 9, bound: 10 }],
    })
  })

  it('tells that nothing was ever read', () => {
    expect(tombstoneOf(podFacts(), 'removed', NOW)).toMatchObject({
      lastSeen: null,
      health: null,
      version: null,
      signals: [],
    })
  })

  it.each([
    {
      name: 'wide',
      checks: Array.from({ length: 5000 }, (_, i) => check(`c${i}`, 'ok', { message: 'x'.repeat(900) })),
    },
    {
      name: 'deep',
      checks: [
        Array.from({ length: 400 }).reduce<ReturnType<typeof check>>(
          (inner, _, i) => check(`c${i}`, 'ok', { parts: [inner] }),
          check('core', 'down'),
        ),
      ],
    },
  ])('keeps little of much that was said: $name', ({ checks }) => {
    const logs = Array.from({ length: 900 }, (_, i) => ({
      at: i,
      level: null,
      message: 'y'.repeat(900),
      fields: [],
    }))
    const facts = podFacts({ tracks: { health: read('ok', {}, { checks, logs, why: 'z'.repeat(1e6) }) } })
    const made = tombstoneOf(facts, 'removed', NOW)
    expect(JSON.stringify(made).length).toBeLessThan(70_000)
    expect(made.health?.logs.at(-1)?.at).toBe(899)
    const yard = graveyard()
    yard.note(made)
    expect(graveyard().load('orders', copy(yard.save('orders')))).toBe(true)
  })
})

describe('graveyard', () => {
  it('keeps a stone until the pod is back', () => {
    const yard = graveyard()
    yard.note(stone('a'))
    expect(yard.of('orders', 'a')?.why).toBe('silent')
    expect([...yard.takeTouched()]).toEqual(['orders'])
    yard.raise('orders', 'b')
    expect([...yard.takeTouched()]).toEqual([])
    yard.raise('orders', 'a')
    expect(yard.of('orders', 'a')).toBeNull()
    expect(yard.save('orders')).toBeNull()
    expect([...yard.takeTouched()]).toEqual(['orders'])
  })

  it('keeps what was known of one that is taken out after it fell silent', () => {
    const yard = graveyard()
    yard.note(stone('a', { lastSeen: NOW, missedAt: NOW + 60 }))
    yard.note(stone('a', { why: 'removed', lastSeen: null, missedAt: NOW + 900, health: null }))
    expect(yard.of('orders', 'a')).toMatchObject({
      why: 'removed',
      lastSeen: NOW,
      missedAt: NOW + 60,
      health: { state: 'ok' },
    })
  })

  it('takes a later death for another one', () => {
    const yard = graveyard()
    yard.note(stone('a', { lastSeen: NOW, missedAt: NOW + 60 }))
    yard.note(stone('a', { lastSeen: NOW + 500, missedAt: NOW + 600 }))
    expect(yard.of('orders', 'a')).toMatchObject({ lastSeen: NOW + 500, missedAt: NOW + 600 })
  })

  it('keeps 20 of a service and 300 in all, those missed last', () => {
    const yard = graveyard()
    for (let s = 0; s < 20; s++) {
      for (let i = 0; i < 30; i++)
        yard.note(stone(`p-${i}`, { service: `s-${s}`, missedAt: NOW + 100 * s + i }))
    }
    const kept = Array.from({ length: 20 }, (_, s) => yard.ofService(`s-${s}`).length)
    expect(kept).toEqual([0, 0, 0, 0, 0, ...Array.from({ length: 15 }, () => 20)])
    expect(
      yard
        .ofService('s-19')
        .map(({ pod }) => pod)
        .slice(0, 2),
    ).toEqual(['p-29', 'p-28'])
  })

  it('forgets after 28 days', () => {
    const yard = graveyard()
    yard.note(stone('a', { missedAt: NOW }))
    yard.note(stone('b', { missedAt: NOW + days(2) }))
    yard.forgetOld(NOW + days(29))
    expect(yard.ofService('orders').map(({ pod }) => pod)).toEqual(['b'])
  })

  it('is the same when it is loaded', () => {
    const stones = fc.array(
      fc.record({
        pod: fc.constantFrom('a', 'b', 'c'),
        why: fc.constantFrom<Tombstone['why']>('removed', 'silent'),
        missedAt: fc.integer({ min: 0, max: 1e9 }),
        lastSeen: fc.option(fc.integer({ min: 0, max: 1e9 })),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(stones, (all) => {
        const [before, after] = [graveyard(), graveyard()]
        for (const { pod, ...own } of all) before.note(stone(pod, own))
        const saved = before.save('orders')
        expect(after.load('orders', copy(saved))).toBe(all.length > 0)
        expect(after.save('orders')).toEqual(saved)
        expect(after.of('orders', 'd')).toBeNull()
      }),
    )
  })

  const at: EpochMs = NOW
  it.each([
    { name: 'nothing', value: undefined, taken: null },
    { name: 'another layout', value: { layout: 9, stones: [] }, taken: null },
    {
      name: 'too many',
      value: { layout: 1, stones: Array.from({ length: 21 }, () => stone('a')) },
      taken: null,
    },
    {
      name: 'of another service',
      value: { layout: 1, stones: [stone('a', { service: 'billing' })] },
      taken: [],
    },
    {
      name: 'without a time',
      value: { layout: 1, stones: [{ ...stone('a'), missedAt: 'noon' }] },
      taken: [],
    },
    {
      name: 'with a health that cannot be read',
      value: { layout: 1, stones: [{ ...stone('a'), health: { state: 'fine' }, signals: 3, version: [] }] },
      taken: [{ pod: 'a', health: null, signals: [], version: null }],
    },
    {
      name: 'with a format that is not known',
      value: {
        layout: 1,
        stones: [{ ...stone('a'), health: { ...stone('a').health, format: 'of tomorrow' } }],
      },
      taken: [{ pod: 'a', missedAt: at + minutes(1), health: { format: 'http-status' } }],
    },
  ])('reads what was stored with care: $name', ({ value, taken }) => {
    const yard = graveyard()
    expect(yard.load('orders', value)).toBe(taken !== null)
    expect(yard.ofService('orders')).toMatchObject(taken ?? [])
    expect(yard.ofService('orders')).toHaveLength(taken?.length ?? 0)
  })
})
