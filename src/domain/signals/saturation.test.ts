import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Load, saturation } from './saturation.ts'

const load = (
  arrivalPerSecond: number | null,
  processingSeconds: number | null,
  workers: number | null,
): Parameters<typeof saturation>[0] => ({ arrivalPerSecond, processingSeconds, workers })

describe('saturation', () => {
  const rows = [
    { name: 'the queue that creeps, at first', load: load(540, 0.02, 16), utilisation: 0.675, capacity: 800 },
    { name: 'and six weeks later', load: load(720, 0.022, 16), utilisation: 0.99, capacity: 727.27 },
    { name: 'more arrives than can be done', load: load(100, 0.1, 4), utilisation: 2.5, capacity: 40 },
    { name: 'one worker, half of its time', load: load(0.5, 1, 1), utilisation: 0.5, capacity: 1 },
  ]
  for (const { name, load, utilisation, capacity } of rows) {
    it(name, () => {
      expect(saturation(load, 'mean')).toEqual({
        ...load,
        processing: 'mean',
        utilisation: expect.closeTo(utilisation, 10) as number,
        capacityPerSecond: expect.closeTo(capacity, 2) as number,
      })
    })
  }

  const none = [
    { name: 'arrivals not known', load: load(null, 0.02, 16) },
    { name: 'time not known', load: load(720, null, 16) },
    { name: 'workers not known', load: load(720, 0.02, null) },
    { name: 'nothing arrives', load: load(0, 0.02, 16) },
    { name: 'it takes no time', load: load(720, 0, 16) },
    { name: 'no worker', load: load(720, 0.02, 0) },
    { name: 'negative', load: load(-1, 0.02, 16) },
    { name: 'NaN', load: load(Number.NaN, 0.02, 16) },
    { name: 'too large for a number', load: load(1e300, 1e300, 1) },
  ]
  for (const { name, load } of none) it(`none: ${name}`, () => expect(saturation(load, 'mean')).toBeNull())

  it('says which figure the time is', () => {
    expect(saturation(load(1, 1, 2), 'median')?.processing).toBe('median')
  })

  it('is never NaN, infinite or negative, and its capacity is that at which all are busy', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.constant(null))
    fc.assert(
      fc.property(number, number, number, (arrivals, seconds, workers) => {
        const found = saturation(load(arrivals, seconds, workers), 'mean')
        if (found === null) return
        const figures = [found.utilisation, found.capacityPerSecond]
        expect(figures.every((figure) => Number.isFinite(figure) && figure > 0)).toBe(true)
        const full: Load = { ...found, arrivalPerSecond: found.capacityPerSecond }
        const atFull = saturation(full, 'mean')?.utilisation ?? 1
        expect(atFull).toBeCloseTo(1, 6)
      }),
    )
  })
})
