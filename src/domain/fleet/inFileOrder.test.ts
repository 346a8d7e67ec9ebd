import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { inFileOrder } from './inFileOrder.ts'
import { parseFleet } from './parseFleet.ts'

const issueAt = (path: string) => ({ path, found: '', expected: '', repair: '' })

const pathsOf = (json: unknown, paths: readonly string[]): string[] =>
  inFileOrder(paths.map(issueAt), json).map(({ path }) => path)

const rows = [
  {
    name: 'services before later ones, whatever is wrong with them',
    json: { services: [{ name: 'a', nmae: 1 }, { name: 'b' }, { name: 'c', url: 5 }] },
    paths: ['services[2].url', 'services[0].nmae'],
    expected: ['services[0].nmae', 'services[2].url'],
  },
  {
    name: 'ten after two',
    json: { services: Array.from({ length: 11 }, () => ({ name: '' })) },
    paths: ['services[10].name', 'services[2].name'],
    expected: ['services[2].name', 'services[10].name'],
  },
  {
    name: 'keys as they are written, not by the alphabet',
    json: { timeout: 'x', services: 1, caps: 2 },
    paths: ['caps', 'services', 'timeout'],
    expected: ['timeout', 'services', 'caps'],
  },
  {
    name: 'what is missing at the end of what it is missing from',
    json: { services: [{ tier: 9, pods: [{ name: 'x', tpye: 1 }] }, { tier: 7 }] },
    paths: ['services[1].tier', 'services[0].name', 'services[0].pods[0].url', 'services[0].pods[0].tpye'],
    expected: ['services[0].pods[0].tpye', 'services[0].pods[0].url', 'services[0].name', 'services[1].tier'],
  },
  {
    name: 'a missing key of the whole file last',
    json: { a: 1 },
    paths: ['services', 'a'],
    expected: ['a', 'services'],
  },
  {
    name: 'odd keys',
    json: { 'a b': 1, 'c.d': 2, e: 3 },
    paths: ['e', '["c.d"]', '["a b"]'],
    expected: ['["a b"]', '["c.d"]', 'e'],
  },
  { name: 'the whole file', json: null, paths: [''], expected: [''] },
]

describe('inFileOrder', () => {
  it.each(rows)('$name', ({ json, paths, expected }) => {
    expect(pathsOf(json, paths)).toEqual(expected)
  })

  it('loses no fault and invents none', () => {
    const path = fc.oneof(fc.string(), fc.constantFrom('', 'services', 'services[0].name', 'a.b.c'))
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(path), (json, paths) => {
        expect(pathsOf(json, paths).toSorted()).toEqual(paths.toSorted())
      }),
    )
  })

  it('does not drown in a file that nests without end', () => {
    const depth = 100_000
    const nested = parseJson(`{"deep":${'['.repeat(depth)}${']'.repeat(depth)},"sevices":1}`)
    expect(nested.ok && pathsOf(nested.value, ['sevices', 'deep'])).toEqual(['deep', 'sevices'])
  })

  it('is the order in which parseFleet names its faults', () => {
    const parsed = parseFleet({
      titel: 'x',
      services: [
        { name: 'a', url: 'http://a' },
        { name: 'b', url: 'ftp://b' },
        { name: 'a', nmae: 'c', tier: 9 },
      ],
      timeout: 'x',
    })
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([
      'titel',
      'services[1].url',
      'services[2].name',
      'services[2].nmae',
      'services[2].tier',
      'services[2].url',
      'timeout',
    ])
  })
})
