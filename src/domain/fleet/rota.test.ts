import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { parseFleet } from './parseFleet.ts'

const ZONE = 'Europe/Paris'

const at = (text: string): number => Date.parse(text)

describe('a rota', () => {
  it.each([
    { name: 'none', rota: undefined, expected: null },
    {
      name: 'a first day and people',
      rota: { from: '2026-11-16', people: ['Anna'] },
      expected: {
        timeZone: ZONE,
        from: '2026-11-16',
        handover: hours(9),
        turn: 7,
        people: ['Anna'],
        swaps: [],
      },
    },
    {
      name: 'all of it; days of a swap go from handover to handover',
      rota: {
        timeZone: 'UTC',
        from: '2026-11-16',
        handover: '08:30',
        turn: '2w',
        people: ['Anna', 'Ben'],
        swaps: [
          { from: '2026-11-18', to: '2026-11-19', who: 'Ben' },
          { from: '2026-11-18T12:00', to: '2026-11-18T13:00', who: 'Anna' },
        ],
      },
      expected: {
        timeZone: 'UTC',
        from: '2026-11-16',
        handover: hours(8.5),
        turn: 14,
        people: ['Anna', 'Ben'],
        swaps: [
          { from: at('2026-11-18T08:30Z'), to: at('2026-11-20T08:30Z'), who: 'Ben' },
          { from: at('2026-11-18T12:00Z'), to: at('2026-11-18T13:00Z'), who: 'Anna' },
        ],
      },
    },
  ])('is read: $name', ({ rota, expected }) => {
    const fleet = parseFleet({ rota, services: [] }, ZONE)
    expect(fleet.ok ? fleet.value.rota : fleet.error).toEqual(expected)
  })

  it.each([
    {
      name: 'a rota of nobody',
      json: { rota: { from: '2026-11-16', people: [] } },
      path: 'rota.people',
      says: 'at least one',
    },
    {
      name: 'a rota without a day',
      json: { rota: { people: ['Anna'] } },
      path: 'rota.from',
      says: 'Add it.',
    },
    {
      name: 'a turn of hours',
      json: { rota: { from: '2026-11-16', people: ['Anna'], turn: '12h' } },
      path: 'rota.turn',
      says: 'whole days',
    },
    {
      name: 'a rota in a zone that there is not',
      json: { rota: { from: '2026-11-16', people: ['Anna'], timeZone: 'Mars' } },
      path: 'rota.timeZone',
      says: 'IANA',
    },
    {
      name: 'somebody on duty who is not among the people',
      json: { rota: { from: '2026-11-16', people: ['Ana'] }, tickets: { people: ['Anna'] } },
      path: 'rota.people[0]',
      says: 'Did you mean "Anna"?',
    },
    {
      name: 'a swap with a stranger',
      json: {
        rota: {
          from: '2026-11-16',
          people: ['Anna'],
          swaps: [{ from: '2026-11-17', to: '2026-11-17', who: 'Zed' }],
        },
        tickets: { people: ['Anna'] },
      },
      path: 'rota.swaps[0].who',
      says: 'Add it to tickets.people',
    },
  ])('is refused: $name', ({ json, path, says }) => {
    const fleet = parseFleet({ services: [], ...json })
    const issues = fleet.ok ? [] : fleet.error
    expect(issues.map((issue) => issue.path)).toEqual([path])
    expect(`${issues[0]?.expected} ${issues[0]?.repair}`).toContain(says)
  })
})
