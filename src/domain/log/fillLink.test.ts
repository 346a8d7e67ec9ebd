import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillLink, hasPlaces, type LogQuery } from './fillLink.ts'

const AT = Date.parse('2026-11-22T03:12:00.250Z')
const QUERY: LogQuery = {
  service: 'user sync',
  pod: 'user-sync-1',
  namespace: 'shop',
  level: 'error',
  from: AT - 1_800_000,
  to: AT + 1_800_000,
  at: AT,
}

it.each([
  ['https://logs.test/', 'https://logs.test/'],
  ['https://logs.test/?q={service}', 'https://logs.test/?q=user%20sync'],
  ['https://logs.test/?q={namespace}/{pod}&l={level}', 'https://logs.test/?q=shop/user-sync-1&l=error'],
  [
    'https://logs.test/#{from}..{to}/{at}',
    'https://logs.test/#2026-11-22T02%3A42%3A00Z..2026-11-22T03%3A42%3A00Z/2026-11-22T03%3A12%3A00Z',
  ],
  ['https://logs.test/{at:ms}/{at:s}', 'https://logs.test/1795317120250/1795317120'],
  ['https://logs.test/{from:ns}', 'https://logs.test/1795315320250000000'],
  ['https://logs.test/?q={app="{service}"}', 'https://logs.test/?q={app="user%20sync"}'],
  ['https://logs.test/{pod:ms}{other}', 'https://logs.test/{pod:ms}{other}'],
  ['javascript:alert({service})', null],
  ['//logs.test/{service}', null],
  ['', null],
])('%s', (template, expected) => expect(fillLink(template, QUERY)).toBe(expected))

it('leaves empty what is not known', () => {
  const query = { ...QUERY, pod: null, namespace: null, level: null }
  expect(fillLink('https://l.test/?p={pod}&n={namespace}&l={level}', query)).toBe('https://l.test/?p=&n=&l=')
})

it('puts names nowhere but in their place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (service) => {
      const link = fillLink('https://logs.test/{service}/end', { ...QUERY, service })
      const url = new URL(link ?? '')
      expect([url.origin, url.search, url.hash, url.username]).toEqual(['https://logs.test', '', '', ''])
    }),
  )
})

it.each([
  ['https://logs.test/{pod}', true],
  ['https://logs.test/{at:ms}', true],
  ['https://logs.test/{pods}', false],
])('tells whether there is something to fill: %s', (template, expected) => {
  expect(hasPlaces(template)).toBe(expected)
})
