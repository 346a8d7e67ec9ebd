import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'wallTheme.module.css'), 'utf8')

type Colour = readonly [lightness: number, chroma: number, hue: number]
type Pair = { readonly light: Colour; readonly dark: Colour }

const cut = (value: number): number => Math.min(1, Math.max(0, value))

/** OKLCH to relative luminance: B. Ottosson, "A perceptual color space for image processing", and WCAG 2.2. */
function luminance([lightness, chroma, hue]: Colour): number {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: Colour, b: Colour): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
const TOKEN = new RegExp(String.raw`--wall-([\w-]+): light-dark\(\s*${OKLCH},\s*${OKLCH}\s*\)`, 'g')

function tokensOf(text: string): ReadonlyMap<string, Pair> {
  return new Map(
    [...text.matchAll(TOKEN)].map(([, name = '', ...numbers]) => {
      const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = numbers.map(Number)
      return [name, { light: [l1, c1, h1], dark: [l2, c2, h2] }]
    }),
  )
}

const [plainCss = '', askedCss = '', systemCss = ''] = css.split(
  /(?=\.theme\[data-theme='contrast'\])|(?=@media \(prefers-contrast)/,
)
const sets = [
  { set: 'plain', tokens: tokensOf(plainCss), least: 7 },
  { set: 'high contrast, asked for', tokens: tokensOf(askedCss), least: 9 },
  { set: 'high contrast, of the system', tokens: tokensOf(systemCss), least: 9 },
] as const

/** What is read on what. */
const READ: readonly (readonly [front: string, back: string])[] = [
  ['text', 'ground'],
  ['quiet', 'ground'],
  ['text', 'well'],
  ['say-green', 'well'],
  ['say-green', 'ground'],
  ['on-red', 'red'],
  ['text', 'under'],
  ['say-red', 'under'],
  ['text', 'orange'],
  ['text', 'orange-stripe'],
  ['say-orange', 'orange'],
  ['say-orange', 'orange-stripe'],
  ['text', 'unseen'],
  ['text', 'unseen-dot'],
]

for (const { set, tokens, least } of sets) {
  describe(`${set}: what is read has ${least}:1 and more`, () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const [front, back] of READ) {
        it(`${theme}: ${front} on ${back}`, () => {
          const [a, b] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]]
          if (a === undefined || b === undefined) throw new Error(`no token ${front} or ${back}`)
          expect(contrast(a, b)).toBeGreaterThanOrEqual(least)
        })
      }
    }
  })
}

it('both ways to high contrast are the same', () => {
  expect(tokensOf(systemCss)).toEqual(tokensOf(askedCss))
})
