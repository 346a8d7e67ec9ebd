import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { podTable } from './podTarget.ts'
import { rewriteFleet } from './rewriteFleet.ts'
import { sourceTargets } from './sourceTarget.ts'

function rewritten(json: unknown, fleetUrl: URL | null = null): unknown {
  const parsed = parseFleet(json)
  if (!parsed.ok) return parsed.error
  const fleet = parsed.value
  return rewriteFleet(json, fleet, podTable(fleet, fleetUrl), sourceTargets(fleet, fleetUrl))
}

const rows: readonly { name: string; json: unknown; expected: unknown; fleetUrl?: URL }[] = [
  {
    name: 'a service of one URL',
    json: { title: 'T', services: [{ name: 'a b', url: 'http://h:1/x', tier: 1 }] },
    expected: {
      title: 'T',
      services: [
        {
          name: 'a b',
          tier: 1,
          pods: [{ name: 'a b', url: 'fleet/a%20b/a%20b/', shownUrl: 'http://h:1/x' }],
        },
      ],
    },
  },
  {
    name: 'pods with and without names',
    json: { services: [{ name: 'a', pods: ['http://h:1', { name: 'é', url: 'https://h' }] }] },
    expected: {
      services: [
        {
          name: 'a',
          pods: [
            { name: 'a-1', url: 'fleet/a/a-1/', shownUrl: 'http://h:1' },
            { name: 'é', url: 'fleet/a/%C3%A9/', shownUrl: 'https://h' },
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
  {
    name: 'a relative pod of a fleet file on the web',
    fleetUrl: new URL('http://h:1/x/fleet.json'),
    json: { services: [{ name: 'a', url: 'pods/1' }] },
    expected: {
      services: [{ name: 'a', pods: [{ name: 'a', url: 'fleet/a/a/', shownUrl: 'http://h:1/x/pods/1/' }] }],
    },
  },
  {
    name: 'a Prometheus source, with all that is said of it',
    json: { sources: { prometheus: { url: 'http://p:9090/x', match: { a: 'b' } } }, services: [] },
    expected: {
      sources: {
        prometheus: { url: 'sources/prometheus/', shownUrl: 'http://p:9090/x', match: { a: 'b' } },
      },
      services: [],
    },
  },
  {
    name: 'a Prometheus source that is relative stays as it is',
    json: { sources: { prometheus: { url: 'prometheus/' } }, services: [] },
    expected: { sources: { prometheus: { url: 'prometheus/' } }, services: [] },
  },
  {
    name: 'an Alertmanager beside it',
    json: {
      sources: { alertmanager: { url: 'http://a:9093', every: '30s' }, prometheus: { url: 'p/' } },
      services: [],
    },
    expected: {
      sources: {
        alertmanager: { url: 'sources/alertmanager/', shownUrl: 'http://a:9093', every: '30s' },
        prometheus: { url: 'p/' },
      },
      services: [],
    },
  },
  {
    name: 'an address to show that is written already, behind another gateway',
    json: { services: [{ name: 'a', pods: [{ url: 'http://gateway/a', shownUrl: 'http://10.0.0.7' }] }] },
    expected: {
      services: [{ name: 'a', pods: [{ name: 'a-1', url: 'fleet/a/a-1/', shownUrl: 'http://10.0.0.7' }] }],
    },
  },
]

const withoutPods = ({ services }: Fleet) => services.map((service) => ({ ...service, pods: [] }))
const podsOf = ({ services }: Fleet) => services.flatMap((service) => service.pods)

describe('rewriteFleet', () => {
  it.each(rows)('$name', ({ json, fleetUrl, expected }) => {
    expect(rewritten(json, fleetUrl)).toEqual(expected)
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
        if (!old.ok || !now.ok) throw new Error('a good fleet file was refused')
        expect(withoutPods(now.value)).toEqual(withoutPods(old.value))
        expect(podsOf(now.value).map((pod) => pod.name)).toEqual(podsOf(old.value).map((pod) => pod.name))
        expect(podsOf(now.value).every((pod) => pod.url.startsWith('fleet/') && pod.shownUrl === url)).toBe(
          true,
        )
      }),
    )
  })
})
