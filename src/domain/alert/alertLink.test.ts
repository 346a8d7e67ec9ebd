import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import { type AlertLink, alertParams, parseAlertLink } from './alertLink.ts'

const NOTHING: AlertLink = {
  service: null,
  pod: null,
  priority: null,
  message: null,
  at: null,
  signal: null,
  fingerprint: null,
  runbook: null,
  labels: labelSet([]),
  faults: [],
}

/** What a browser makes of the text behind `#/alert?`. */
const read = (query: string): AlertLink => parseAlertLink(new URLSearchParams(query))

const AT = Date.UTC(2026, 10, 22, 3, 12)

describe('what a link says', () => {
  it.each<{ query: string; says: Partial<AlertLink> }>([
    { query: '', says: {} },
    {
      query:
        'service=orders&pod=orders-2&priority=P2&message=%5Borders%5D+x&at=2026-11-22T03:12:00Z&signal=memory&fingerprint=0A1b&runbook=https://wiki.test/r',
      says: {
        service: 'orders',
        pod: 'orders-2',
        priority: 2,
        message: '[orders] x',
        at: AT,
        signal: 'memory',
        fingerprint: '0a1b',
        runbook: 'https://wiki.test/r',
      },
    },
    { query: 'service=&service=+&service=b&service=c', says: { service: 'b' } },
    { query: 'priority=critical', says: { priority: 1 } },
    { query: 'priority=3', says: { priority: 3 } },
    { query: 'priority=P9', says: { faults: [{ field: 'priority', given: 'P9' }] } },
    { query: 'signal=pulse', says: { faults: [{ field: 'signal', given: 'pulse' }] } },
    { query: 'fingerprint=<b>', says: { faults: [{ field: 'fingerprint', given: '<b>' }] } },
    {
      query: 'filter={service="a",x=~"y"}&filter=pod="p"',
      says: {
        labels: labelSet([
          ['service', 'a'],
          ['pod', 'p'],
        ]),
      },
    },
    { query: 'q=service=a&q=@state=active&q=x!=y', says: { labels: labelSet([['service', 'a']]) } },
    { query: 'unknown=1&__proto__=2&constructor=3', says: {} },
    {
      query: 'filter={__proto__="x",constructor="y"}',
      says: {
        labels: labelSet([
          ['__proto__', 'x'],
          ['constructor', 'y'],
        ]),
      },
    },
    { query: 'service=%E0%A4%A', says: { service: '\ufffd%A' } },
    { query: 'service=%', says: { service: '%' } },
  ])('$query', ({ query, says }) => expect(read(query)).toEqual({ ...NOTHING, ...says }))

  it.each([
    '2026-11-22T04:12:00+01:00',
    '2026-11-22T04:12:00%2B01:00',
    '2026-11-22T03:12:00Z',
    '2026-11-22+03:12:00.0+%2B0000+UTC',
    '2026-11-22 04:12:00.000000001 +0100 CET',
    `${AT}`,
    `${AT / 1000}`,
  ])('the moment %s', (at) => expect(read(`at=${at.replace(/ \+/, ' %2B')}`).at).toBe(AT))

  it.each([
    'yesterday',
    '-1',
    '9e99',
    '2026-13-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-01-01',
    '12',
    'NaN',
  ])('no moment: %s', (at) =>
    expect(read(`at=${at}`)).toMatchObject({ at: null, faults: [{ field: 'at', given: at }] }),
  )

  it.each([
    ['java', 'script:alert(1)'].join(''),
    'data:text/html,x',
    'vbscript:x',
    '//evil.test/x',
    '/runbook',
    'https://anna:secret@wiki.test/',
    'https://wiki.test/"onclick="x',
    'https://wiki.test/ x',
    'http:',
    `https://wiki.test/${'x'.repeat(2000)}`,
  ])('no runbook: %.40s', (runbook) => {
    const link = read(new URLSearchParams({ runbook }).toString())
    expect(link.runbook).toBeNull()
    expect(link.faults.map(({ field }) => field)).toEqual(['runbook'])
    expect(runbook.startsWith(link.faults[0]?.given.replace(/…$/, '') ?? '?')).toBe(true)
  })
})

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

describe('any link', () => {
  it('is bounded, whatever it says', () => {
    const long = 'x'.repeat(100_000)
    const many = Array.from({ length: 5000 }, (_, i) => `q=l${i}=${i}`).join('&')
    const link = read(
      `service=${long}&pod=${long}&message=${long}&runbook=${long}&at=${long}&filter={a="${long}"}&${many}`,
    )
    expect(JSON.stringify(link).length).toBeLessThan(20_000)
    expect(Object.keys(link.labels).length).toBeLessThanOrEqual(50)
  })

  it('is read without a fault of the program', () => {
    const names = fc.constantFrom(
      ...Object.keys(NOTHING),
      'filter',
      'q',
      '__proto__',
      'constructor',
      'toString',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 8 }),
        (pairs) => {
          const link = parseAlertLink(pairs)
          expect(Object.keys(link)).toEqual(Object.keys(NOTHING))
        },
      ),
    )
  })

  it('is printed so that it reads the same again', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 }).map((each) => each.trim() || 'x')
    const links = fc.record({
      service: maybe(text),
      pod: maybe(text),
      priority: maybe(fc.constantFrom(...PRIORITIES)),
      message: maybe(text),
      at: maybe(fc.integer({ min: 1e6, max: 4e6 }).map((n) => n * 1e6)),
      signal: maybe(fc.constantFrom(...SIGNALS)),
      fingerprint: maybe(fc.stringMatching(/^[0-9a-f]{16}$/)),
      runbook: maybe(fc.webUrl({ withQueryParameters: true }).filter((url) => !/[\s"<>\\`]/.test(url))),
      labels: fc.array(fc.tuple(text, text), { maxLength: 5 }).map((labels) => labelSet(labels)),
    })
    fc.assert(
      fc.property(links, (link) => {
        const query = new URLSearchParams(alertParams(link)).toString()
        expect(read(query)).toEqual({ ...link, faults: [] })
      }),
    )
  })
})
