import { expect, it } from 'vitest'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { minutes } from '#src/domain/time/units.ts'
import { SAMPLES, type SoakSample, soakVerdicts } from './soakVerdict.ts'

const random = seededRandom(1, 'soak')

/** A soak of an hour and a half whose page heap and dropped polls are so many at each sample, from 0 to 1 of the way. */
const soaked = (
  heap: (way: number) => number,
  dropped: (way: number) => number = () => 0,
): readonly SoakSample[] =>
  Array.from({ length: SAMPLES }, (_, i) => ({
    at: i * minutes(1),
    reading: {
      'page heap': heap(i / SAMPLES) + 0.01 * random.normal(),
      'worker heap': 20,
      'DOM nodes': 900,
      listeners: 80,
      IndexedDB: 5,
      dropped: dropped(i / SAMPLES),
    },
  }))

const rows = [
  { name: 'as much all the time', heap: () => 1, isFlat: true },
  { name: 'up and down with the faults', heap: (way: number) => 1 + 0.05 * Math.sin(way * 20), isFlat: true },
  { name: 'a third more, bit by bit', heap: (way: number) => 1 + 0.33 * way, isFlat: false },
  { name: 'a fifth more, at once', heap: (way: number) => (way < 0.5 ? 1 : 1.2), isFlat: false },
  { name: 'twice as much, bit by bit', heap: (way: number) => 1 + way, isFlat: false },
]

it.each(rows)('$name', ({ heap, isFlat }) => {
  const verdicts = soakVerdicts(soaked(heap))
  const grows = verdicts.filter((one) => !one.isFlat).map(({ figure }) => figure)
  expect(grows).toEqual(isFlat ? [] : ['page heap'])
})

it('tells a slope by the day of the wall', () => {
  const [page] = soakVerdicts(soaked((way) => 1 + way))
  const inDay = (24 * 60) / SAMPLES
  expect(page?.verdict).toBe('drift')
  expect(page?.perDay).toBeGreaterThan(0.9 * inDay)
  expect(page?.perDay).toBeLessThan(1.1 * inDay)
})

it('allows nothing to be dropped', () => {
  const samples = soaked(
    () => 1,
    (way) => (way > 0.6 ? 1 : 0),
  )
  expect(soakVerdicts(samples).find(({ figure }) => figure === 'dropped')?.isFlat).toBe(false)
})
