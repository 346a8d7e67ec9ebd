import { afterEach, describe, expect, it } from 'vitest'
import { hashTo } from './hashTo.ts'

afterEach(() => history.replaceState(null, '', '#/'))

describe('hashTo', () => {
  it.each([
    { from: '#/?open=orders&show=red', path: '/rules', params: {}, to: '#/rules' },
    { from: '#/', path: '/rules', params: { rule: 'drift' }, to: '#/rules?rule=drift' },
    { from: '#/rules?rule=drift', path: '/', params: {}, to: '#/' },
    {
      from: '#/?fleet=other.json&open=orders',
      path: '/rules',
      params: { rule: 'drift' },
      to: '#/rules?fleet=other.json&rule=drift',
    },
  ])('$to from $from', ({ from, path, params, to }) => {
    history.replaceState(null, '', from)
    expect(hashTo(path, params)).toBe(to)
  })
})
