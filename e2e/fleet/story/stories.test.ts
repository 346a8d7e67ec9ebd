import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '#e2e/fleet/scenarios.ts'
import { STORIES } from './stories.ts'

const FOLDER = new URL('../../../src/domain/watch/scenario/stories/', import.meta.url)

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

describe('the stories that can be played', () => {
  it('are all that there are, by the names of their files', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    expect(Object.keys(STORIES).sort()).toEqual(files.map((name) => kebab(name.slice(0, -3))).sort())
  })

  it('are called as no state of the sample shop is', () => {
    expect(Object.keys(STORIES).filter((name) => Object.hasOwn(SCENARIOS, name))).toEqual([])
  })

  it.each(Object.entries(STORIES))('%s begins to be worth watching within its time', (_, story) => {
    expect(story.liveFrom).toBeGreaterThan(story.from)
    expect(story.liveFrom).toBeLessThan(story.until)
  })

  it.each(Object.entries(STORIES))('%s is told in one sentence', (_, { says }) => {
    expect(says).toMatch(/^[A-Z0-9].{10,120}\.$/)
  })
})
