import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import {
  DEFAULT_WALL,
  parseWall,
  printWall,
  STRIP_PARTS,
  WALL_SOUNDS,
  WALL_THEMES,
  type WallOptions,
} from './wallOptions.ts'

const read = (query: string) => parseWall(new URLSearchParams(query))

const understood: readonly { query: string; means: Partial<WallOptions> }[] = [
  { query: '', means: {} },
  { query: 'fleet=other.json', means: {} },
  { query: 'theme=contrast&sound=off', means: { theme: 'contrast', sound: 'off' } },
  { query: 'theme=light&theme=dark', means: { theme: 'dark' } },
  { query: 'columns=6', means: { columns: 6 } },
  { query: 'team=payments,%20storage&team=web', means: { teams: ['payments', 'storage', 'web'] } },
  { query: 'tier=1,2', means: { tiers: [1, 2] } },
  {
    query: 'label=region:eu,url:http://a',
    means: {
      labels: [
        { name: 'region', value: 'eu' },
        { name: 'url', value: 'http://a' },
      ],
    },
  },
  { query: 'rotate=45', means: { rotate: seconds(45) } },
  { query: 'rotate=0', means: { rotate: 0 } },
  { query: 'zoom=150', means: { zoom: 1.5 } },
  { query: 'inch=42.5', means: { inch: 42.5 } },
  { query: 'strip=p1,clock', means: { parts: ['clock', 'p1'] } },
  { query: 'strip=none', means: { parts: [] } },
]

for (const { query, means } of understood) {
  it(`reads ${query === '' ? 'nothing' : query}`, () => {
    expect(read(query)).toEqual({ options: { ...DEFAULT_WALL, ...means }, refused: [] })
  })
}

describe('what is not understood', () => {
  const refused = [
    { query: 'colour=red', param: 'colour', value: 'red', kind: 'nothing' },
    { query: 'toString=1', param: 'toString', value: '1', kind: 'nothing' },
    { query: '__proto__=1', param: '__proto__', value: '1', kind: 'nothing' },
    { query: 'theme=pink', param: 'theme', value: 'pink', kind: 'one-of' },
    { query: 'columns=0', param: 'columns', value: '0', kind: 'between' },
    { query: 'columns=2.5', param: 'columns', value: '2.5', kind: 'between' },
    { query: 'columns=1e1', param: 'columns', value: '1e1', kind: 'between' },
    { query: 'zoom=-100', param: 'zoom', value: '-100', kind: 'between' },
    { query: 'rotate=NaN', param: 'rotate', value: 'NaN', kind: 'between' },
    { query: 'label=eu', param: 'label', value: 'eu', kind: 'label' },
    { query: 'strip=weather', param: 'strip', value: 'weather', kind: 'one-of' },
  ] as const
  for (const { query, param, value, kind } of refused) {
    it(`says that ${query} is not, and does as by default`, () => {
      const { options, refused: said } = read(query)
      expect(options).toEqual(DEFAULT_WALL)
      expect(said).toEqual([{ param, value, wanted: expect.objectContaining({ kind }) }])
    })
  }

  it('leaves the rest as it was asked for', () => {
    const { options, refused: said } = read('tier=1,x&theme=dark')
    expect(options).toEqual({ ...DEFAULT_WALL, tiers: [1], theme: 'dark' })
    expect(said).toHaveLength(1)
  })

  it('repeats no more of it than a line holds', () => {
    const [first] = read(`theme=${'x'.repeat(5000)}`).refused
    expect(first?.value).toHaveLength(40)
  })

  it('takes no endless list', () => {
    const { options } = read(`team=${Array.from({ length: 1000 }, (_, i) => `t${i}`).join(',')}`)
    expect(options.teams).toHaveLength(50)
  })
})

const word = fc.stringMatching(/^[a-z][a-z0-9._ -]{0,8}[a-z0-9]$/)

const wall: fc.Arbitrary<WallOptions> = fc.record({
  theme: fc.constantFrom(...WALL_THEMES),
  columns: fc.option(fc.integer({ min: 1, max: 40 })),
  teams: fc.array(word, { maxLength: 4 }),
  tiers: fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 3 }),
  labels: fc.array(fc.record({ name: word, value: word }), { maxLength: 3 }),
  sound: fc.constantFrom(null, ...WALL_SOUNDS),
  rotate: fc.integer({ min: 0, max: 3600 }).map(seconds),
  zoom: fc.integer({ min: 50, max: 300 }).map((percent) => percent / 100),
  inch: fc.option(fc.integer({ min: 4, max: 200 })),
  parts: fc.subarray([...STRIP_PARTS]),
})

it('reads back what it prints', () => {
  fc.assert(
    fc.property(wall, (options) => {
      const printed = new URLSearchParams(printWall(options).map(([param, value]) => [param, value]))
      expect(parseWall(printed)).toEqual({ options, refused: [] })
    }),
    { numRuns: 100 },
  )
})

it('reads whatever stands in an address', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 6 }), (params) => {
      const { options } = parseWall(params)
      expect(options.zoom).toBeGreaterThanOrEqual(0.5)
      expect(options.parts.length).toBeLessThanOrEqual(STRIP_PARTS.length)
    }),
    { numRuns: 100 },
  )
})
