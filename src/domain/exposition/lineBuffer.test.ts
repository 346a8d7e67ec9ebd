import { describe, expect, it } from 'vitest'
import { LONGEST_LINE } from './lineBuffer.ts'
import { bytesOf, readCut } from './testing/pages.ts'

// Chunk lengths around a slice's and a line's end.
const CUTS = [[], [1], [65_535], [65_536, 1], [65_537], [LONGEST_LINE], [LONGEST_LINE + 1, 5]]

const lineOf = (length: number): string => `a{b="${'x'.repeat(length - 9)}"} 1`

const outcome = (text: string, cuts: readonly number[]) => {
  const page = readCut(bytesOf(text), cuts)
  if (!page.ok) throw new Error(page.error.reason)
  const { samples, seriesCount, bytes, issues } = page.value
  return { lengths: samples.map(({ labels }) => labels['b']?.length), seriesCount, bytes, issues }
}

describe('a long line', () => {
  const TOO_LONG = { column: 1, reason: 'the line is longer than 1 MB' }
  const ROWS = [
    { name: 'of a slice', length: 65_536, lengths: [65_527], issues: [] },
    { name: 'of the longest length', length: LONGEST_LINE, lengths: [LONGEST_LINE - 9], issues: [] },
    { name: 'of one byte more', length: LONGEST_LINE + 1, lengths: [], issues: [{ line: 2, ...TOO_LONG }] },
    {
      name: 'of three times as much',
      length: LONGEST_LINE * 3,
      lengths: [],
      issues: [{ line: 2, ...TOO_LONG }],
    },
  ]
  for (const { name, length, lengths, issues } of ROWS) {
    for (const cuts of CUTS) {
      it(`${name}, cut at ${cuts.join(' and ') || 'nothing'}`, () => {
        const text = `first 1\n${lineOf(length)}\nlast{b="z"} 2\n`
        expect(outcome(text, cuts)).toEqual({
          lengths: [undefined, ...lengths, 1],
          seriesCount: 3,
          bytes: text.length,
          issues,
        })
      })
    }
  }

  it('at the page’s end is noted too', () => {
    const text = `first 1\n${lineOf(LONGEST_LINE + 1)}`
    for (const cuts of CUTS) expect(outcome(text, cuts).issues).toEqual([{ line: 2, ...TOO_LONG }])
  })

  it('that is a comment counts as no series', () => {
    const text = `# ${'x'.repeat(LONGEST_LINE)}\nfirst 1\n`
    for (const cuts of CUTS) {
      expect(outcome(text, cuts)).toMatchObject({ seriesCount: 1, issues: [{ line: 1, ...TOO_LONG }] })
    }
  })
})

describe('many lines', () => {
  it('are read alike in one chunk and in chunks of any size', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `a{b="${index}"} ${index}\n`).join('')
    const whole = readCut(bytesOf(text))
    expect(whole.ok && whole.value.samples.length).toBe(20_000)
    for (const size of [17, 1000, 65_536, 100_003]) {
      const cuts = Array.from({ length: Math.ceil(text.length / size) }, () => size)
      expect(readCut(bytesOf(text), cuts)).toEqual(whole)
    }
  })
})
