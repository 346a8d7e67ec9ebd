import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import {
  at,
  deployedItem,
  recoveredItem,
  sampleCheck,
  sampleCheckTicket,
  sampleItem,
  sampleNight,
} from '#src/features/check/testing/sampleCheck.ts'
import { foldedNight, withoutSpans } from './foldedNight.ts'
import { momentAt, nightRows } from './nightRows.ts'

describe('nightRows', () => {
  it('has a row for what had anything, and none for what was only watched', () => {
    const watched = sampleItem('watched', {
      change: 'watch',
      light: 'green',
      night: sampleNight('watched'),
      isToWalk: false,
    })
    const rows = nightRows(sampleCheck([sampleItem('orders'), recoveredItem('billing'), watched]))
    expect(rows.map(({ item }) => item.title)).toEqual(['orders', 'billing'])
  })

  it('puts deploys, restarts, tickets and breaches where they lie, oldest first', () => {
    const breached = sampleCheckTicket('a', 'users')
    const row = {
      ...breached.row,
      breaches: [{ clock: 'tta' as const, at: at(10), byRequalification: false }],
    }
    const item = { ...deployedItem('users'), tickets: [{ ...breached, row }] }
    const [drawn] = nightRows(sampleCheck([item]))
    expect(drawn?.marks.map(({ kind, of }) => [kind, of])).toEqual([
      ['deploy', '1.4.2'],
      ['ticket', row.code],
      ['breach', row.code],
    ])
  })

  it('leads to where the gravest trouble began', () => {
    const [row] = nightRows(sampleCheck([recoveredItem('billing')]))
    expect(row?.trouble).toBe(at(9.5))
  })
})

describe('momentAt', () => {
  const rows = [
    { name: 'the beginning', share: 0, expected: at(0) },
    { name: 'half of the night, to the minute', share: 0.5, expected: at(0) + hours(7) + 40 * 60_000 },
    { name: 'beyond the end', share: 2, expected: at(0) + hours(15) + 20 * 60_000 },
  ]
  it.each(rows)('$name', ({ share, expected }) => {
    expect(momentAt(share, sampleCheck([]).night)).toBe(expected)
  })
})

describe('foldedNight', () => {
  it('leaves blank where nobody watched, and where a part of the services was not seen', () => {
    const partly = sampleNight('stock', { unseen: [{ from: at(2), to: at(3) }] })
    const check = sampleCheck([], { partlySeen: [{ service: 'stock', unseenFor: hours(1) }] })
    const folded = foldedNight({ ...check, night: { ...check.night, services: [partly] } })
    expect(folded.well).toEqual({ count: 2, seen: check.night.watched })
    expect(folded.partly.seen.map(({ from, to }) => [from, to])).toEqual([
      [at(0), at(2)],
      [at(3), at(7.33)],
      [at(8), check.to],
    ])
  })

  it('takes spans out of spans', () => {
    const cut = withoutSpans(
      [{ from: 0, to: 10 }],
      [
        { from: 8, to: 20 },
        { from: 2, to: 4 },
      ],
    )
    expect(cut).toEqual([
      { from: 0, to: 2 },
      { from: 4, to: 8 },
    ])
  })
})
