import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { podTable } from './podTarget.ts'
import { rewriteFleet } from './rewriteFleet.ts'

function rewritten(json: unknown): unknown {
  const parsed = parseFleet(json)
  return parsed.ok ? rewriteFleet(json, parsed.value, podTable(parsed.value, null)) : parsed.error
}

const rows = [
  {
    name: 'a service of one URL',
    json: { title: 'T', services: [{ name: 'a b', url: 'http://h:1/x', tier: 1 }] },
    expected: { title: 'T', services: [{ name: 'a b', url: 'fleet/a%20b/a%20b/', tier: 1 }] },
  },
  {
    name: 'pods with and without names',
    json: { services: [{ name: 'a', pods: ['http://h:1', { name: 'é', url: 'https://h' }] }] },
    expected: {
      services: [
        {
          name: 'a',
          pods: [
            { name: 'a-1', url: 'fleet/a/a-1/' },
            { name: 'é', url: 'fleet/a/%C3%A9/' },
          ],
        },
      ],
    },
  },
  {
    name: 'a relative pod stays as it is',
    json: { services: [{ name: 'a', pods: ['pods/1'] }] },
    expected: { services: [{ name: 'a', pods: [{ name: 'a-1', url: 'pods/1' }] }] },
  },
]

describe('rewriteFleet', () => {
  it.each(rows)('$name', ({ json, expected }) => {
    expect(rewritten(json)).toEqual(expected)
  })

  it('changes nothing but the addresses, whatever the names', () => {
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text && !/^\.{1,2}$|[/\\?#%\p{Cc}]/u.test(text))
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(names, names, (services, pods) => {
        const url = 'http://10.0.0.7:8080'
        const before = {
          services: services.map((service) => ({
            name: service,
            pods: pods.map((pod) => ({ name: pod, url })),
          })),
        }
        const [old, now] = [parseFleet(before), parseFleet(rewritten(before))]
        const plain = (fleet: typeof old) =>
          fleet.ok
            ? fleet.value.services.map((service) => [service.name, service.pods.map((pod) => pod.name)])
            : fleet.error
        expect(plain(now)).toEqual(plain(old))
        expect(JSON.stringify(now)).not.toContain('10.0.0.7')
      }),
    )
  })
})
