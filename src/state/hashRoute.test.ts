import { act, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { getParam, parseHash, printHash, setParams, useHashPath, useParam } from './hashRoute.ts'

beforeEach(() => {
  history.replaceState(null, '', '/')
})

describe('parseHash', () => {
  const rows = [
    { hash: '', path: '/', params: '' },
    { hash: '#', path: '/', params: '' },
    { hash: '#/', path: '/', params: '' },
    { hash: '#/s/orders', path: '/s/orders', params: '' },
    { hash: '#s/orders', path: '/s/orders', params: '' },
    { hash: '#/?show=red,green', path: '/', params: 'show=red%2Cgreen' },
    { hash: '#/alert?message=a?b', path: '/alert', params: 'message=a%3Fb' },
  ]
  for (const { hash, path, params } of rows) {
    it(`“${hash}”`, () => {
      const route = parseHash(hash)
      expect([route.path, route.params.toString()]).toEqual([path, params])
    })
  }

  it('reads what printHash writes', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(fc.dictionary(text, text), (params) => {
        const route = { path: '/s/orders', params: new URLSearchParams(params) }
        const back = parseHash(printHash(route))
        expect(back.path).toBe(route.path)
        expect([...back.params]).toEqual([...route.params])
      }),
    )
  })
})

describe('parameters in the address', () => {
  it('are drawn again when they change', () => {
    const { result } = renderHook(() => useParam('find'))
    act(() => setParams({ find: 'pay' }))
    expect(result.current).toBe('pay')
    expect(location.hash).toBe('#/?find=pay')
  })

  it('are a step that Back undoes, unless they replace the present', () => {
    const before = history.length
    setParams({ find: 'p' })
    expect(history.length).toBe(before + 1)
    setParams({ find: 'pa' }, 'replace')
    setParams({ find: 'pa' })
    expect(history.length).toBe(before + 1)
    expect(location.hash).toBe('#/?find=pa')
  })

  it('go when they are empty, and leave the others', () => {
    setParams({ find: 'pay', show: 'red,orange' })
    setParams({ find: '' })
    expect(location.hash).toBe('#/?show=red,orange')
    expect(getParam('find')).toBe('')
  })

  it('do not change the path', () => {
    const { result } = renderHook(() => useHashPath())
    act(() => result.current[1]('/s/orders'))
    act(() => setParams({ layer: 'ready' }))
    expect(parseHash(location.hash).path).toBe('/s/orders')
  })
})
