import { describe, expect, it } from 'vitest'
import { fastestPace, moments, paceAt } from './storyPace.ts'

const STORY = {
  from: 0,
  until: 100,
  every: 30,
  pace: [
    { from: 50, every: 10 },
    { from: 80, every: 20 },
  ],
}

describe('the pace of a story', () => {
  it.each([
    [0, 30],
    [49, 30],
    [50, 10],
    [79, 10],
    [80, 20],
    [500, 20],
  ])('at %d is %d', (t, every) => {
    expect(paceAt(STORY, t)).toBe(every)
  })

  it('changes at once', () => {
    expect([...moments(STORY)]).toEqual([0, 30, 50, 60, 70, 80])
  })

  it('is the same all along unless told', () => {
    const { from, until, every } = STORY
    expect([...moments({ from, until, every })]).toEqual([0, 30, 60, 90])
  })

  it('is at its quickest', () => {
    expect([fastestPace(STORY), fastestPace({ every: 30 })]).toEqual([10, 30])
  })
})
