import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadShare } from './loadShare.ts'

const pods = (rates: readonly (number | null)[]) =>
  rates.map((perSecond, i) => ({ pod: `p${i + 1}`, perSecond }))

describe('who carries how much', () => {
  it('is a share of all, the most first', () => {
    expect(loadShare(pods([10, 30, 0]))).toEqual({
      total: 40,
      fair: 1 / 3,
      pods: [
        { pod: 'p2', value: 30, share: 0.75 },
        { pod: 'p1', value: 10, share: 0.25 },
        { pod: 'p3', value: 0, share: 0 },
      ],
      missing: [],
    })
  })

  it('names the pods that tell nothing, which ought to carry their part', () => {
    const load = loadShare(pods([null, 30, 10, Number.NaN]))
    expect(load?.missing).toEqual(['p1', 'p4'])
    expect(load?.fair).toBe(0.25)
  })

  it.each([{ rates: [] }, { rates: [null, null] }, { rates: [0, 0] }, { rates: [-1] }])(
    'is nothing of $rates',
    ({ rates }) => {
      expect(loadShare(pods(rates))).toBeNull()
    },
  )

  it('adds up', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.float({ min: 0, max: 1e6, noNaN: true }))), (rates) => {
        const load = loadShare(pods(rates))
        if (load === null) return
        expect(load.pods.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
        expect(load.pods.length + load.missing.length).toBe(rates.length)
      }),
    )
  })
})
