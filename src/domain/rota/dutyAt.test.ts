import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rota } from '#src/domain/fleet/ticketSettings.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { dutyAt } from './dutyAt.ts'

const at = (text: string): number => Date.parse(text)

/** Weeks that change hands on Mondays at nine in Paris: Anna, Boris, Chen. */
const WEEKS: Rota = {
  timeZone: 'Europe/Paris',
  from: '2026-03-16',
  handover: hours(9),
  turn: 7,
  people: ['Anna', 'Boris', 'Chen'],
  swaps: [],
}

const swap = (from: string, to: string, who: string) => ({ from: at(from), to: at(to), who })

describe('who is on duty', () => {
  it.each<{
    name: string
    rota?: Partial<Rota>
    now: string
    expected: readonly [string, string, string | null] | null
  }>([
    { name: 'nobody before the first turn', now: '2026-03-16T08:59:59.999+01:00', expected: null },
    {
      name: 'the first from the handover on',
      now: '2026-03-16T09:00+01:00',
      expected: ['Anna', '2026-03-23T09:00+01:00', 'Boris'],
    },
    {
      name: 'until the last millisecond before the next handover',
      now: '2026-03-23T08:59:59.999+01:00',
      expected: ['Anna', '2026-03-23T09:00+01:00', 'Boris'],
    },
    {
      name: 'over the change to summer time, by the clock on the wall',
      now: '2026-03-29T12:00+02:00',
      expected: ['Boris', '2026-03-30T09:00+02:00', 'Chen'],
    },
    {
      name: 'the first again after the last',
      now: '2026-04-06T09:00+02:00',
      expected: ['Anna', '2026-04-13T09:00+02:00', 'Boris'],
    },
    {
      name: 'over the change back to winter time',
      now: '2026-10-26T08:30+01:00',
      expected: ['Boris', '2026-10-26T09:00+01:00', 'Chen'],
    },
    {
      name: 'and half a year of weeks later',
      now: '2026-10-26T09:00+01:00',
      expected: ['Chen', '2026-11-02T09:00+01:00', 'Anna'],
    },
    {
      name: 'a handover in the hour that is left out comes an hour later',
      rota: { from: '2026-03-22', handover: hours(2.5) },
      now: '2026-03-29T01:59:59+01:00',
      expected: ['Anna', '2026-03-29T03:30+02:00', 'Boris'],
    },
    {
      name: 'turns of a day',
      rota: { turn: 1 },
      now: '2026-03-18T10:00+01:00',
      expected: ['Chen', '2026-03-19T09:00+01:00', 'Anna'],
    },
    {
      name: 'in the zone of the rota, wherever one looks from',
      rota: { timeZone: 'Pacific/Auckland', handover: 0 },
      now: '2026-03-15T11:00Z',
      expected: ['Anna', '2026-03-22T11:00Z', 'Boris'],
    },
    {
      name: 'whom it was swapped with, to the end of the swap',
      rota: { swaps: [swap('2026-03-18T09:00+01:00', '2026-03-20T09:00+01:00', 'Chen')] },
      now: '2026-03-18T09:00+01:00',
      expected: ['Chen', '2026-03-20T09:00+01:00', 'Anna'],
    },
    {
      name: 'a swap to come is who is next',
      rota: { swaps: [swap('2026-03-18T09:00+01:00', '2026-03-20T09:00+01:00', 'Chen')] },
      now: '2026-03-17T09:00+01:00',
      expected: ['Anna', '2026-03-18T09:00+01:00', 'Chen'],
    },
    {
      name: 'of two swaps the last one',
      rota: {
        swaps: [
          swap('2026-03-18T09:00+01:00', '2026-03-20T09:00+01:00', 'Chen'),
          swap('2026-03-19T09:00+01:00', '2026-03-21T09:00+01:00', 'Boris'),
        ],
      },
      now: '2026-03-19T12:00+01:00',
      expected: ['Boris', '2026-03-21T09:00+01:00', 'Anna'],
    },
    {
      name: 'two turns in a row are one',
      rota: { swaps: [swap('2026-03-23T09:00+01:00', '2026-03-30T09:00+02:00', 'Anna')] },
      now: '2026-03-17T09:00+01:00',
      expected: ['Anna', '2026-03-30T09:00+02:00', 'Chen'],
    },
    {
      name: 'one person alone, to the end of the turn',
      rota: { people: ['Anna'] },
      now: '2026-03-24T09:00+01:00',
      expected: ['Anna', '2026-03-30T09:00+02:00', null],
    },
    {
      name: 'nobody where nobody is named',
      rota: { people: [] },
      now: '2026-03-24T09:00+01:00',
      expected: null,
    },
    { name: 'nobody without a date', rota: { from: 'soon' }, now: '2026-03-24T09:00+01:00', expected: null },
  ])('$name', ({ rota, now, expected }) => {
    const duty = dutyAt({ ...WEEKS, ...rota }, at(now))
    const [who, until, next] = expected ?? []
    const told = duty === null ? null : { who: duty.who, until: duty.until, next: duty.next }
    expect(told).toEqual(expected === null ? null : { who, until: at(until ?? ''), next })
  })

  it.each<{ name: string; rota?: Partial<Rota>; now: string; expected: string | null }>([
    { name: 'since the last handover', now: '2026-03-24T12:00+01:00', expected: '2026-03-23T09:00+01:00' },
    {
      name: 'since the swap',
      rota: { swaps: [swap('2026-03-18T09:00+01:00', '2026-03-20T09:00+01:00', 'Chen')] },
      now: '2026-03-19T09:00+01:00',
      expected: '2026-03-18T09:00+01:00',
    },
    {
      name: 'since the first of two turns in a row',
      rota: { swaps: [swap('2026-03-23T09:00+01:00', '2026-03-30T09:00+02:00', 'Anna')] },
      now: '2026-03-24T09:00+01:00',
      expected: '2026-03-16T09:00+01:00',
    },
    {
      name: 'not known where nobody else ever has it',
      rota: { people: ['Anna'] },
      now: '2026-06-24T09:00+02:00',
      expected: null,
    },
  ])('$name', ({ rota, now, expected }) => {
    const since = dutyAt({ ...WEEKS, ...rota }, at(now))?.since ?? null
    expect(since).toBe(expected === null ? null : at(expected))
  })

  it('somebody has it at any moment, the same until it is handed over, and then whoever was named', () => {
    const person = fc.constantFrom('Anna', 'Boris', 'Chen')
    const swaps = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 400 }),
        length: fc.integer({ min: 1, max: 200 }),
        who: person,
      }),
      { maxLength: 3 },
    )
    const begin = at('2026-03-16T09:00+01:00')
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Paris', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kolkata'),
        fc.integer({ min: 1, max: 9 }),
        fc.array(person, { minLength: 1, maxLength: 4 }),
        swaps,
        fc.integer({ min: 0, max: 365 * 24 }),
        (timeZone, turn, people, made, hour) => {
          const rota = {
            ...WEEKS,
            timeZone,
            turn,
            people,
            swaps: made.map(({ from, length, who }) => ({
              from: begin + hours(from),
              to: begin + hours(from + length),
              who,
            })),
          }
          const now = begin + days(1) + hours(hour)
          const duty = dutyAt(rota, now)
          if (duty === null) throw new Error('nobody')
          const { who, until, next } = duty
          expect(until).toBeGreaterThan(now)
          expect(dutyAt(rota, until - 1)?.who).toBe(who)
          expect(next ?? dutyAt(rota, until)?.who).toBe(dutyAt(rota, until)?.who)
          expect(next).not.toBe(who)
        },
      ),
      { numRuns: 60 },
    )
  })
})
