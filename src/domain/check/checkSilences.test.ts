import { expect, it } from 'vitest'
import type { Silence } from '#src/domain/alert/silence.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { checkSilences } from './checkSilences.ts'

const parsed = parseFleet({
  sources: { alertmanager: { url: 'http://am' } },
  services: [{ name: 'order-api', url: 'http://orders' }],
})
if (!parsed.ok) throw new Error('the fleet of this test is faulty')
const fleet = parsed.value
const source = fleet.sources.alertmanager
if (source === null) throw new Error('it names an Alertmanager')

const equal = (name: string, value: string) => ({ name, value, isRegex: false, isEqual: true })

const silence = (own: Partial<Silence>): Silence => ({
  id: 's',
  comment: 'ACK!',
  createdBy: 'anna',
  startsAt: 0,
  endsAt: 100,
  matchers: [],
  ...own,
})

const told = (...silences: readonly Silence[]) => checkSilences(silences, source, fleet, 50)

it.each([
  { matchers: [equal('service', 'order-api')], text: 'service="order-api"', service: 'order-api' },
  { matchers: [equal('service', 'Order_API')], text: 'service="Order_API"', service: 'order-api' },
  { matchers: [equal('service', 'shop')], text: 'service="shop"', service: null },
  {
    matchers: [{ ...equal('service', 'order-api'), isEqual: false }],
    text: 'service!="order-api"',
    service: null,
  },
  {
    matchers: [{ ...equal('service', 'order.*'), isRegex: true }],
    text: 'service=~"order.*"',
    service: null,
  },
  {
    matchers: [{ name: 'pod', value: 'a"\n', isRegex: true, isEqual: false }],
    text: String.raw`pod!~"a\"\n"`,
    service: null,
  },
  { matchers: [equal('__proto__', 'x')], text: '__proto__="x"', service: null },
])('$text names $service', ({ matchers, text, service }) => {
  expect(told(silence({ matchers }))).toEqual([
    { id: 's', comment: 'ACK!', by: 'anna', from: 0, to: 100, matchers: [text], service },
  ])
})

it('leaves out what is over, and tells first what ends first', () => {
  const all = [
    silence({ id: 'b', endsAt: 90 }),
    silence({ id: 'over', endsAt: 50 }),
    silence({ id: 'a', endsAt: 80 }),
  ]
  expect(told(...all).map(({ id }) => id)).toEqual(['a', 'b'])
})

it('of more than three hundred those of the fleet are among the told', () => {
  const others = Array.from({ length: 400 }, (_, i) => silence({ id: `o${i}`, endsAt: 60 }))
  const own = silence({ id: 'own', endsAt: 99, matchers: [equal('service', 'order-api')] })
  const found = told(...others, own)
  expect(found).toHaveLength(300)
  expect(found.at(-1)?.id).toBe('own')
})
