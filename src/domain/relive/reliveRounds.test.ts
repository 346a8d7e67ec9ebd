import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { endOfRound, roundsOf, stepFor } from './reliveRounds.ts'

const NOW: EpochMs = 1_800_000_000_000

/** Hours before now. */
const span = (from: number, to: number) => ({ from: NOW - hours(from), to: NOW - hours(to) })

describe('roundsOf', () => {
  it.each([
    { name: 'nothing', missing: [], rounds: [] },
    { name: 'a night', missing: [span(14, 1)], rounds: [[span(14.5, 1), span(14, 1)]] },
    {
      name: 'a weekend: its last day first',
      missing: [span(63, 0)],
      rounds: [
        [span(24.5, 0), span(24, 0)],
        [span(63.5, 24), span(63, 24)],
      ],
    },
    {
      name: 'what lies close together in one go',
      missing: [span(50, 49), span(48.75, 48), span(14, 12), span(3, 2)],
      rounds: [
        [span(3.5, 2), span(14, 12), span(3, 2)],
        [span(14.5, 12), span(14, 12), span(3, 2)],
        [span(50.5, 48), span(50, 49), span(48.75, 48)],
      ],
    },
  ])('$name', ({ missing, rounds }) => {
    const told = roundsOf(missing, NOW)
    expect(told.map((round) => [round.span].concat(round.missing))).toEqual(rounds)
  })
})

describe('endOfRound', () => {
  const rounds = roundsOf([span(63, 60), span(50, 30)], NOW)

  it.each([
    { name: 'all of it', from: 63.5, missing: [span(63, 60), span(50, 30)] },
    { name: 'a part: what comes before is missing on', from: 40, missing: [span(39.5, 30)] },
    { name: 'next to nothing', from: 30.25, missing: [] },
  ])('$name', ({ from, missing }) => {
    const [end] = rounds.map((round) => endOfRound(round, span(from, 30)))
    expect(end).toEqual({ span: span(from, 30), missing })
  })
})

describe('stepFor', () => {
  it.each([
    { pods: 10, within: span(24.5, 0), step: 2 },
    { pods: 150, within: span(24, 0), step: 6 },
    { pods: 1000, within: span(24, 0), step: 8 },
    { pods: 150, within: span(72, 24), step: 10 },
    { pods: 10, within: span(72, 24), step: 2 },
  ])('$step minutes of $pods pods', ({ pods, within, step }) => {
    expect(stepFor(pods, within, NOW)).toBe(minutes(step))
  })

  it('looks at no more than 80,000 pages of three days of 150 pods: some 16 s', () => {
    const pages = roundsOf([span(72, 0)], NOW).map(
      (round) => (150 * (round.span.to - round.span.from)) / stepFor(150, round.span, NOW),
    )
    expect(pages.reduce((sum, n) => sum + n, 0)).toBeLessThan(80_000)
  })
})
