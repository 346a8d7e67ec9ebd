import { describe, expect, it } from 'vitest'
import { days, hours, mebibytes } from '#src/domain/time/units.ts'
import { patternsOf } from './patterns.ts'
import { binsOver, drift, neighbour, NOW, podsOf, seenOf, SINCE } from './testing/seenOf.ts'

const kinds = (seen: Parameters<typeof seenOf>[0]) => patternsOf(seenOf(seen)).map(({ kind }) => kind)

const MEMORY = drift('memory', { perHour: mebibytes(30) })
const TAIL = {
  values: [
    ['latencyP99', 0.9],
    ['latencyP50', 0.02],
  ] as const,
  usual: { latencyP99: 0.1, latencyP50: 0.02 },
}

const friday = (hour: number): number => (hour % 168 === 0 ? 0.9 : 0.1)

describe('patterns', () => {
  it('are none of a service that does nothing odd', () => {
    expect(
      kinds({
        pods: podsOf([
          {
            values: [
              ['memory', 1e8],
              ['heap', 9e7],
              ['requestRate', 40],
            ],
          },
          {},
        ]),
      }),
    ).toEqual([])
    expect(kinds({})).toEqual([])
  })

  it('tell the most telling first', () => {
    const pods = podsOf([{ drifts: [MEMORY, drift('goroutines')], values: [['utilisation', 0.9, 1]] }])
    expect(kinds({ pods })).toEqual(['stack-pile-up', 'capacity-creep'])
  })

  it('do not tell of a slow tail what a rhythm tells better', () => {
    const from = NOW - days(21) - (NOW % hours(1))
    const bins = { 'orders-1 latencyP99': binsOver(from, NOW, friday, hours(1)) }
    expect(kinds({ pods: podsOf([TAIL]), bins })).toEqual(['periodic'])
    expect(kinds({ pods: podsOf([TAIL]) })).toEqual(['slow-tail'])
  })

  it('tell of one pod alone both that it is alone and that its heap is not it', () => {
    const flat = { values: [['memory', mebibytes(600)]] as const }
    const pods = podsOf([{ drifts: [MEMORY] }, flat, flat])
    const bins = { 'orders-1 heap': binsOver(SINCE, NOW, () => mebibytes(90)) }
    expect(kinds({ pods, bins })).toEqual(['off-heap', 'lone-growth'])
  })

  it('of a rhythm name the services that keep it too, and what all of them need', () => {
    const from = NOW - days(21) - (NOW % hours(1))
    const bins = { 'orders-1 latencyP99': binsOver(from, NOW, friday, hours(1)) }
    const siblings = [
      { ...neighbour('bookings', { light: 'orange', kinds: ['latency'] }), shared: ['postgres'] },
      { ...neighbour('mail', { light: 'red', kinds: ['failing'] }), shared: ['postgres', 'kafka'] },
    ]
    expect(patternsOf(seenOf({ pods: podsOf([TAIL]), bins, siblings }))).toMatchObject([
      { kind: 'periodic', alongside: { services: ['bookings'], shared: ['postgres'] } },
    ])
  })
})
