import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addProbe, newestRuns, type ProbeRun, withoutBad } from './probeRuns.ts'

/** `GGb` is a run of two good probes and one of a bad one, a probe a second. */
const runsOf = (text: string, window = 1000): readonly ProbeRun[] =>
  Array.from(text).reduce<readonly ProbeRun[]>(
    (runs, letter, i) => addProbe(runs, letter === 'G', i * 1000, window),
    [],
  )

const textOf = (runs: readonly ProbeRun[]): string =>
  runs.map(({ good, count }) => (good ? 'G' : 'b').repeat(count)).join('')

const texts = fc.string({ unit: fc.constantFrom('G', 'G', 'b'), maxLength: 60 })

describe('runs of probes', () => {
  for (const { name, text, window, expected } of [
    { name: 'none', text: '', window: 5, expected: [] },
    { name: 'one good probe', text: 'G', window: 5, expected: [[true, 0, 1]] },
    { name: 'equal ones are one run', text: 'bbb', window: 5, expected: [[false, 0, 3]] },
    {
      name: 'each change begins another',
      text: 'GbbG',
      window: 5,
      expected: [
        [true, 0, 1],
        [false, 1000, 2],
        [true, 3000, 1],
      ],
    },
    { name: 'no more than the window', text: 'GGGGGGG', window: 5, expected: [[true, 0, 5]] },
    {
      name: 'a run that leaves the window is forgotten',
      text: 'bGGGGG',
      window: 5,
      expected: [[true, 1000, 5]],
    },
    {
      name: 'one that reaches into it still began when it began',
      text: 'bbbGG',
      window: 3,
      expected: [
        [false, 0, 1],
        [true, 3000, 2],
      ],
    },
  ] as const) {
    it(name, () => {
      expect(runsOf(text, window).map(({ good, from, count }) => [good, from, count])).toEqual(expected)
    })
  }

  it('tell what the newest probes of a window told, however many came before', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, window) => {
        expect(textOf(runsOf(text, window))).toBe(text.slice(-window))
        expect(newestRuns(runsOf(text), window)).toEqual(runsOf(text, window))
      }),
    )
  })

  it('change with every probe, so that none of them has a neighbour of its kind', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const runs = runsOf(text)
        expect(runs.every((run, i) => run.good !== runs[i - 1]?.good && run.count > 0)).toBe(true)
      }),
    )
  })

  for (const { name, text, since, expected } of [
    { name: 'forgets bad ones that began in it', text: 'GGbbG', since: 2000, expected: 'GGG' },
    { name: 'keeps one that began before', text: 'GbbbG', since: 2000, expected: 'GbbbG' },
    { name: 'keeps good ones', text: 'GGG', since: 0, expected: 'GGG' },
  ]) {
    it(`a time that tells nothing ${name}`, () => {
      expect(textOf(withoutBad(runsOf(text), since))).toBe(expected)
    })
  }
})
