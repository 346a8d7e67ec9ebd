import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '#src/domain/json/parseJson.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { parseFleet } from './parseFleet.ts'

const faults = (json: unknown): readonly FleetIssue[] => {
  const parsed = parseFleet(json)
  return parsed.ok ? [] : parsed.error
}

const one = (service: object): object => ({
  services: [{ name: 'orders', url: 'http://orders:8080', ...service }],
})

describe('parseFleet refuses, naming path and repair', () => {
  for (const { name, json, path, says } of [
    { name: 'nothing', json: null, path: '', says: 'a JSON object' },
    { name: 'text', json: 'x', path: '', says: 'a JSON object' },
    { name: 'no services', json: {}, path: 'services', says: 'a list of services' },
    { name: 'services that are no list', json: { services: {} }, path: 'services', says: 'a list' },
    {
      name: 'a service without a name',
      json: { services: [{ url: 'http://a' }] },
      path: 'services[0].name',
      says: 'Add it',
    },
    {
      name: 'a service without a pod',
      json: { services: [{ name: 'a' }] },
      path: 'services[0].url',
      says: 'Add "url"',
    },
    {
      name: 'an empty list of pods',
      json: { services: [{ name: 'a', pods: [] }] },
      path: 'services[0].url',
      says: 'not empty',
    },
    {
      name: 'both url and pods',
      json: one({ pods: ['http://a'] }),
      path: 'services[0].pods',
      says: 'either url or pods',
    },
    { name: 'another scheme', json: one({ url: 'ftp://a' }), path: 'services[0].url', says: 'http(s) URL' },
    {
      name: 'a script',
      json: one({ url: 'javascript:alert(1)' }),
      path: 'services[0].url',
      says: 'http(s) URL',
    },
    {
      name: 'a secret in a URL',
      json: one({ url: 'http://u:secret@a' }),
      path: 'services[0].url',
      says: 'without user name',
    },
    {
      name: 'a query in a URL',
      json: one({ url: 'http://a/?token=1' }),
      path: 'services[0].url',
      says: 'query',
    },
    {
      name: 'a scheme-relative URL',
      json: one({ url: '//evil.example/' }),
      path: 'services[0].url',
      says: 'http(s) URL',
    },
    {
      name: 'a script as link',
      json: one({ links: { runbook: 'javascript:1' } }),
      path: 'services[0].links.runbook',
      says: 'link',
    },
    {
      name: 'a URL as endpoint',
      json: one({ endpoints: { health: 'http://a/health' } }),
      path: 'services[0].endpoints.health',
      says: 'a path',
    },
    {
      name: 'a time zone that there is not',
      json: { ...one({}), morning: { timeZone: 'Europe/Atlantis' } },
      path: 'morning.timeZone',
      says: 'Europe/Paris',
    },
    {
      name: 'a time of day that no clock shows',
      json: { ...one({}), morning: { at: '8:55' } },
      path: 'morning.at',
      says: '"08:55"',
    },
    {
      name: 'a day that there is not',
      json: { ...one({}), morning: { days: ['mon', 'caturday'] } },
      path: 'morning.days[1]',
      says: 'day of the week',
    },
    { name: 'a dot as a name', json: one({ name: '..' }), path: 'services[0].name', says: 'a name' },
    { name: 'a slash in a name', json: one({ name: 'a/b' }), path: 'services[0].name', says: 'a name' },
    {
      name: 'a duration without unit',
      json: { ...one({}), timeout: '15' },
      path: 'timeout',
      says: '"15s"',
    },
    {
      name: 'a share over 1',
      json: one({ thresholds: { levelRed: 95 } }),
      path: 'services[0].thresholds.levelRed',
      says: '0.8',
    },
    {
      name: 'a size without unit',
      json: one({ bounds: { memory: '4' } }),
      path: 'services[0].bounds.memory',
      says: '4GiB',
    },
    {
      name: 'a size in the units of Kubernetes',
      json: { ...one({}), caps: { health: '4Gi' } },
      path: 'caps.health',
      says: '4GiB (units of 1024), or 4GB (of 1000)',
    },
    {
      name: 'an address to show that is none',
      json: { services: [{ name: 'a', pods: [{ url: 'x', shownUrl: 'javascript:alert(1)' }] }] },
      path: 'services[0].pods[0].shownUrl',
      says: 'a whole http(s) URL',
    },
    {
      name: 'a secret in an address to show',
      json: { services: [{ name: 'a', pods: [{ url: 'x', shownUrl: 'http://u:secret@a' }] }] },
      path: 'services[0].pods[0].shownUrl',
      says: 'without user name',
    },
    {
      name: 'an unknown key',
      json: { ...one({}), sevices: [] },
      path: 'sevices',
      says: 'Did you mean "services"?',
    },
    {
      name: 'an unknown key inside',
      json: one({ dependOn: [] }),
      path: 'services[0].dependOn',
      says: 'Did you mean "dependsOn"?',
    },
    {
      name: 'an unknown signal',
      json: one({ bounds: { memmory: 1 } }),
      path: 'services[0].bounds.memmory',
      says: 'Did you mean "memory"?',
    },
    {
      name: 'a key nobody meant',
      json: one({ zzzzzz: 1 }),
      path: 'services[0].zzzzzz',
      says: 'Remove "zzzzzz"',
    },
    {
      name: 'a service twice',
      json: {
        services: [
          { name: 'a', url: 'http://a' },
          { name: 'a', url: 'http://b' },
        ],
      },
      path: 'services[1].name',
      says: 'also at services[0].name',
    },
    {
      name: 'a pod twice',
      json: {
        services: [
          {
            name: 'a',
            pods: [
              { name: 'p', url: 'http://a' },
              { name: 'p', url: 'http://b' },
            ],
          },
        ],
      },
      path: 'services[0].pods[1].name',
      says: 'also at services[0].pods[0].name',
    },
    {
      name: 'a pod that is a number',
      json: { services: [{ name: 'a', pods: [5] }] },
      path: 'services[0].pods[0]',
      says: 'a URL, or an object',
    },
    {
      name: 'a pod without a URL',
      json: { services: [{ name: 'a', pods: [{ name: 'x' }] }] },
      path: 'services[0].pods[0].url',
      says: 'http(s) URL',
    },
  ]) {
    it(name, () => {
      const found = faults(json).find((fault) => fault.path === path)
      expect(`${found?.expected} ${found?.repair}`).toContain(says)
    })
  }

  it('names every fault at once, one a place', () => {
    const all = faults({
      timeout: 'x',
      services: [{ name: 'a', url: 'ftp://a', tier: 9, tema: 'x' }, { name: 'a' }],
    })
    expect(all.map((fault) => fault.path).toSorted()).toEqual([
      'services[0].tema',
      'services[0].tier',
      'services[0].url',
      'services[1].name',
      'services[1].url',
      'timeout',
    ])
  })

  it('a file that nests without end', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const json = parseJson(`{"deep":${deep},"services":[{"name":"a","url":"x","tier":${deep}}]}`)
    expect(json.ok ? faults(json.value).map(({ path, found }) => [path, found]) : json).toEqual([
      ['deep', '[…]'],
      ['services[0].tier', '[…]'],
    ])
  })

  it('anything without throwing, and never without a fault to mend', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ services: fc.array(fc.jsonValue()) })), (json) => {
        const parsed = parseFleet(json)
        expect(parsed.ok || parsed.error.length > 0).toBe(true)
      }),
    )
  })
})
