import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { type Coming, lifeOfFormer, lifeOfNamed } from './pastPod.ts'
import { upTrail } from './upTrail.ts'

const UNTIL: EpochMs = 1_800_000_000_000

/** Scraped every 30 s from so long before the end on, for ten minutes. */
function scrapedFrom(ago: number) {
  const at = Float64Array.from({ length: 20 }, (_, i) => UNTIL - ago + i * seconds(30))
  return upTrail({ at, values: at.map(() => 1) }, 3)
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Infinity }
const NEVER = { from: Infinity, to: Infinity }
const NEW: Coming = { isKnownBefore: false, replaces: false, startedAt: null, until: UNTIL }

describe('a pod that was not scraped in a time', () => {
  it.each([
    { name: 'is missed where it was known before', coming: { ...NEW, isKnownBefore: true }, life: ALWAYS },
    { name: 'is missed where nothing tells that it came', coming: NEW, life: ALWAYS },
    {
      name: 'is missed where its process is older',
      coming: { ...NEW, replaces: true, startedAt: UNTIL - hours(30) },
      life: ALWAYS,
    },
    {
      name: 'had not come yet where its process is younger',
      coming: { ...NEW, startedAt: UNTIL + hours(3) },
      life: NEVER,
    },
    { name: 'had not come yet where others are gone', coming: { ...NEW, replaces: true }, life: NEVER },
  ])('$name', ({ coming, life }) => {
    expect(lifeOfNamed({ trail: null, pages: null }, coming)).toEqual(life)
  })
})

describe('a pod that was scraped from some moment on', () => {
  const kept = { trail: scrapedFrom(minutes(30)), pages: null }
  it.each([
    {
      name: 'is missed before where it was known',
      coming: { ...NEW, isKnownBefore: true, replaces: true },
      from: -Infinity,
    },
    { name: 'is missed before where it replaces none', coming: NEW, from: -Infinity },
    {
      name: 'came then where others are gone',
      coming: { ...NEW, replaces: true },
      from: UNTIL - minutes(30),
    },
  ])('$name', ({ coming, from }) => {
    expect(lifeOfNamed(kept, coming)).toEqual({ from, to: Infinity })
  })
})

it('a pod that is gone was there from its first scrape to its last', () => {
  const { from, to } = lifeOfFormer(scrapedFrom(minutes(30)))
  expect(from).toBe(UNTIL - minutes(30))
  expect(to).toBeGreaterThanOrEqual(UNTIL - minutes(20.5))
})
