import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

type Colour = readonly [lightness: number, chroma: number, hue: number]
type Theme = 'light' | 'dark'

/** OKLCH to linear sRGB (B. Ottosson, "A perceptual color space for image processing"), cut at the gamut's edge. */
function linear([lightness, chroma, hue]: Colour): readonly number[] {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => Math.min(1, Math.max(0, value)))
}

/** Relative luminance and contrast ratio as in WCAG 2.2. */
function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = linear(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
const PAIR = new RegExp(String.raw`--([\w-]+): light-dark\(${OKLCH}, ${OKLCH}\)`, 'g')

function readTokens(css: string): ReadonlyMap<string, Readonly<Record<Theme, Colour>>> {
  return new Map(
    [...css.matchAll(PAIR)].map(([, name = '', ...numbers]) => {
      const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = numbers.map(Number)
      return [name, { light: [l1, c1, h1], dark: [l2, c2, h2] }]
    }),
  )
}

const [plainCss = '', chosenCss = '', systemCss = ''] = tokens.split(
  /(?=:root\[data-theme='contrast'\])|(?=@media \(prefers-contrast: more\))/,
)
const plain = readTokens(plainCss)
const ownStrong = readTokens(chosenCss)
const strong = new Map([...plain, ...ownStrong])

const TEXT = ['text', 'quiet', 'say-red', 'say-orange']
const SHAPES = [
  'light-red',
  'light-orange',
  'light-green',
  'light-unknown',
  'spark',
  'bound',
  'control',
  'focus',
]
const GROUNDS = ['ground', 'raised']

const sets = [
  { set: 'plain', colours: plain, text: 4.5, shapes: 3 },
  { set: 'high contrast', colours: strong, text: 7, shapes: 5 },
] as const

for (const { set, colours, text, shapes } of sets) {
  const ratio = (name: string, ground: string, theme: Theme): number => {
    const [front, back] = [colours.get(name), colours.get(ground)]
    if (front === undefined || back === undefined) throw new Error(`no token ${name} or ${ground}`)
    return contrast(front[theme], back[theme])
  }
  describe(`${set} tokens`, () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const ground of GROUNDS) {
        for (const name of TEXT) {
          it(`${theme}: ${name} can be read on ${ground}`, () => {
            expect(ratio(name, ground, theme)).toBeGreaterThanOrEqual(text)
          })
        }
        for (const name of SHAPES) {
          it(`${theme}: ${name} can be seen on ${ground}`, () => {
            expect(ratio(name, ground, theme)).toBeGreaterThanOrEqual(shapes)
          })
        }
      }
      it(`${theme}: the mark of ACT can be seen on its octagon`, () => {
        expect(ratio('on-red', 'light-red', theme)).toBeGreaterThanOrEqual(3)
      })
    }
  })
}

describe('high contrast', () => {
  it('is the same whether it is chosen here or asked of the system', () => {
    expect(readTokens(systemCss)).toEqual(ownStrong)
  })

  it('has a colour of its own for all that is read or seen', () => {
    expect([...TEXT, ...SHAPES, ...GROUNDS].filter((name) => !ownStrong.has(name))).toEqual([])
  })

  it('draws the lines between rows so that they are seen', () => {
    for (const theme of ['light', 'dark'] as const) {
      const [line, ground] = [strong.get('line'), strong.get('ground')]
      if (line === undefined || ground === undefined) throw new Error('no token line or ground')
      expect(contrast(line[theme], ground[theme])).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the arithmetic', () => {
  it('gives black on white 21:1', () => expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1))
})
