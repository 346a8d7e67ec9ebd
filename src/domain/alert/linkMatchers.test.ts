import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterLabels, karmaLabel } from './linkMatchers.ts'

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

describe('a filter of Alertmanager’s page', () => {
  it.each([
    { filter: '{service="orders"}', labels: [['service', 'orders']] },
    { filter: 'service="orders"', labels: [['service', 'orders']] },
    {
      filter: ' { a = "1" , b="2", } ',
      labels: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    {
      filter: '{a="1",b=~"x|y",c!="3",d!~"4",e="5"}',
      labels: [
        ['a', '1'],
        ['e', '5'],
      ],
    },
    {
      filter: '{a=1,b=two words}',
      labels: [
        ['a', '1'],
        ['b', 'two words'],
      ],
    },
    { filter: '{a="x, \\"y\\" = {z}\\n\\\\"}', labels: [['a', 'x, "y" = {z}\n\\']] },
    {
      filter: '{"my.label"="1","ünï"="2",ключ="3"}',
      labels: [
        ['my.label', '1'],
        ['ünï', '2'],
        ['ключ', '3'],
      ],
    },
    { filter: '{a=""}', labels: [['a', '']] },
    {
      filter: '{a="1",b,="3",c="4"}',
      labels: [
        ['a', '1'],
        ['c', '4'],
      ],
    },
    { filter: '{a="never closed', labels: [['a', '']] },
    { filter: '{__proto__="x"}', labels: [['__proto__', 'x']] },
    { filter: '{}', labels: [] },
    { filter: '', labels: [] },
    { filter: '{{{"""===', labels: [] },
  ])('$filter', ({ filter, labels }) => expect(filterLabels(filter)).toEqual(labels))

  it('is read as far as it is one, and no further than fifty matchers', () => {
    const many = Array.from({ length: 200 }, (_, i) => `l${i}="x"`).join(',')
    expect(filterLabels(`{${many}}`)).toHaveLength(50)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => filterLabels(text).length <= 50),
    )
  })

  it('names what was written, whatever that is', () => {
    const name = fc.string({ minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 30 })), { maxLength: 10 }), (labels) => {
        const filter = labels.map(([label, value]) => `${quoted(label)}=${quoted(value)}`)
        expect(filterLabels(`{${filter.join(',')}}`)).toEqual(labels)
      }),
    )
  })
})

describe('a filter of karma’s page', () => {
  it.each([
    { filter: 'service=orders', label: ['service', 'orders'] },
    { filter: ' service=two words ', label: ['service', 'two words'] },
    { filter: 'url=http://a.test/?b=c', label: ['url', 'http://a.test/?b=c'] },
    { filter: 'service!=orders', label: null },
    { filter: 'service=~ord.*', label: null },
    { filter: 'service!~ord.*', label: null },
    { filter: '@state=active', label: null },
    { filter: '@receiver=team', label: null },
    { filter: 'age>10', label: null },
    { filter: 'orders', label: null },
    { filter: '=orders', label: null },
    { filter: '', label: null },
  ])('$filter', ({ filter, label }) => expect(karmaLabel(filter)).toEqual(label))
})
