import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { podAddress } from './podAddress.ts'
import { gatewayPath } from './podTarget.ts'

const found = [
  {
    name: 'names, path and query',
    target: '/fleet/orders/orders-1/api/v1/x?a=b&c',
    expected: { service: 'orders', pod: 'orders-1', rest: 'api/v1/x', query: '?a=b&c' },
  },
  {
    name: 'the base itself',
    target: '/fleet/orders/orders-1/',
    expected: { service: 'orders', pod: 'orders-1', rest: '', query: '' },
  },
  {
    name: 'no slash after the pod',
    target: '/fleet/orders/orders-1?x',
    expected: { service: 'orders', pod: 'orders-1', rest: '', query: '?x' },
  },
  {
    name: 'encoded names',
    target: '/fleet/caf%C3%A9%20x/%22a%22/y',
    expected: { service: 'café x', pod: '"a"', rest: 'y', query: '' },
  },
  {
    name: 'an encoded slash in a name is part of the name',
    target: '/fleet/orders%2Forders-1/x/y',
    expected: { service: 'orders/orders-1', pod: 'x', rest: 'y', query: '' },
  },
  {
    name: 'a path stays as it was sent',
    target: '/fleet/a/b/x%2Fy//%C3%A9%zz/./z',
    expected: { service: 'a', pod: 'b', rest: 'x%2Fy//%C3%A9%zz/./z', query: '' },
  },
  {
    name: 'dots in the query climb nowhere',
    target: '/fleet/a/b/x?path=../../etc',
    expected: { service: 'a', pod: 'b', rest: 'x', query: '?path=../../etc' },
  },
  {
    name: 'dots inside a name are no climbing',
    target: '/fleet/a/b/..x/x../...',
    expected: { service: 'a', pod: 'b', rest: '..x/x../...', query: '' },
  },
]

const refused = [
  { name: 'no pod', target: '/fleet/orders' },
  { name: 'empty pod', target: '/fleet/orders/' },
  { name: 'empty service', target: '/fleet//orders-1/x' },
  { name: 'another path', target: '/fleets/a/b/c' },
  { name: 'absolute form', target: 'http://evil.example/fleet/a/b/' },
  { name: 'nothing', target: '' },
  { name: 'a name that is no UTF-8', target: '/fleet/%ff/b/' },
  { name: 'a broken escape in a name', target: '/fleet/a/%z/' },
  { name: 'plain dots', target: '/fleet/a/b/../x' },
  { name: 'dots at the end', target: '/fleet/a/b/x/..' },
  { name: 'encoded dots', target: '/fleet/a/b/%2e%2E/x' },
  { name: 'half encoded dots', target: '/fleet/a/b/.%2e/x' },
  { name: 'encoded slash', target: '/fleet/a/b/x%2f..%2Fy' },
  { name: 'backslash', target: String.raw`/fleet/a/b/..\x` },
  { name: 'encoded backslash', target: '/fleet/a/b/..%5cx' },
  { name: 'path parameter after the dots', target: '/fleet/a/b/..;v=1/admin' },
  { name: 'encoded path parameter after the dots', target: '/fleet/a/b/..%3Bv/admin' },
]

describe('podAddress', () => {
  it.each(found)('$name', ({ target, expected }) => {
    expect(podAddress(target)).toEqual({ ok: true, value: expected })
  })

  it.each(refused)('refuses $name', ({ target }) => {
    expect(podAddress(target).ok).toBe(false)
  })

  it('finds every name again that the fleet file was rewritten with', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[/\\?#%\p{Cc}]/u.test(text))
    fc.assert(
      fc.property(name, name, (service, pod) => {
        expect(podAddress(`/${gatewayPath(service, pod)}health`)).toEqual({
          ok: true,
          value: { service, pod, rest: 'health', query: '' },
        })
      }),
    )
  })

  it('never lets a path out of the base, as a server that decodes once or twice reads it', () => {
    const piece = fc.constantFrom('.', '..', '%2e', '%2E%2e', '/', '%2f', '%5C', '\\', ';', '%3b', 'a', '?')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const address = podAddress(`/fleet/a/b/${pieces.join('')}`)
        if (!address.ok) return
        const seen = decodeURIComponent(address.value.rest)
          .replaceAll('\\', '/')
          .replaceAll(/;[^/]*/g, '')
        expect(new URL(`http://pod/base/${seen}`).pathname).toMatch(/^\/base\//)
      }),
      { numRuns: 2000 },
    )
  })
})
