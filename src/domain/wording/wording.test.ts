import { describe, expect, it } from 'vitest'
import { screenTexts } from './screenTexts.ts'
import { startTexts } from './startTexts.ts'
import { texts } from './texts.ts'

/** Every text of a tree; functions are called with plain arguments. */
function allTexts(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree]
  if (typeof tree === 'function') return [String(tree(1, 1, 'x'))]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(allTexts) : []
}

const everything = [texts, screenTexts, startTexts].flatMap(allTexts)

describe('the texts', () => {
  it('are there', () => {
    expect(everything.length).toBeGreaterThan(150)
    for (const text of everything) expect(text.trim()).not.toBe('')
  })

  it('never use words that say nothing', () => {
    for (const text of everything) {
      expect(text).not.toMatch(/anomal|\bissues?\b|went wrong|oops|please|error occurred|invalid/i)
    }
  })

  it('have a word for each light that stands without colour', () => {
    expect(screenTexts.light).toEqual({ green: 'OK', orange: 'WATCH', red: 'ACT', unknown: 'CANNOT SEE' })
  })
})
