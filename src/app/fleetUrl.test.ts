import { describe, expect, it } from 'vitest'
import { fleetUrl, type PageAddress } from './fleetUrl.ts'

const page: PageAddress = { search: '', hash: '', base: 'https://noc.example.org/morning/', trusted: '' }

describe('fleetUrl', () => {
  const rows: readonly { name: string; page: Partial<PageAddress>; expected: string }[] = [
    { name: 'beside the page', page: {}, expected: 'https://noc.example.org/morning/fleet.json' },
    {
      name: 'named in the address',
      page: { search: '?fleet=teams/money.json' },
      expected: 'https://noc.example.org/morning/teams/money.json',
    },
    { name: 'from the root', page: { search: '?fleet=/x.json' }, expected: 'https://noc.example.org/x.json' },
    {
      name: 'named behind the #',
      page: { hash: '#/s/orders?layer=ready&fleet=money.json' },
      expected: 'https://noc.example.org/morning/money.json',
    },
    {
      name: 'the page before the #',
      page: { search: '?fleet=a.json', hash: '#/?fleet=b.json' },
      expected: 'https://noc.example.org/morning/a.json',
    },
    {
      name: 'of an origin that the page trusts',
      page: {
        search: '?fleet=https://cfg.example.org/f.json',
        trusted: 'https://a.example.org  https://cfg.example.org',
      },
      expected: 'https://cfg.example.org/f.json',
    },
  ]
  for (const { name, page: own, expected } of rows) {
    it(name, () => expect(fleetUrl({ ...page, ...own })).toEqual({ ok: true, value: expected }))
  }

  const refused = [
    {
      name: 'another origin',
      search: '?fleet=https://evil.example/f.json',
      says: /another origin \(https:\/\/evil\.example\)/,
    },
    {
      name: 'another origin without a scheme',
      search: '?fleet=//evil.example/f.json',
      says: /another origin/,
    },
    {
      name: 'another scheme of the same host',
      search: '?fleet=http://noc.example.org/f.json',
      says: /another origin/,
    },
    { name: 'a script', search: `?fleet=${['java', 'script:1'].join('')}`, says: /is not an address/ },
    { name: 'data', search: '?fleet=data:application/json,{}', says: /is not an address/ },
    { name: 'nonsense', search: '?fleet=http://', says: /is not an address/ },
  ]
  for (const { name, search, says } of refused) {
    it(`refuses ${name} and says why`, () => {
      const url = fleetUrl({ ...page, search })
      expect(url).toEqual({ ok: false, error: expect.stringMatching(says) })
    })
  }
})
