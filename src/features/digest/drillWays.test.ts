import { beforeEach, expect, it } from 'vitest'
import { sampleRow, samplePods, silentPod } from '#src/state/testing/sampleRow.ts'
import { digWay, podWay } from './drillWays.ts'

beforeEach(() => history.replaceState(null, '', '/'))

it.each([
  {
    name: 'the pod that the worst reason names',
    row: sampleRow('orders', 'red', { reasons: [silentPod('orders-2')] }),
    expected: '#/s/orders/p/orders-2',
  },
  {
    name: 'the pod with the worst light, where the reason names none that is there',
    row: sampleRow('orders', 'red', {
      reasons: [silentPod('orders-9')],
      pods: samplePods('orders', ['green', 'orange', 'red']),
    }),
    expected: '#/s/orders/p/orders-3',
  },
  { name: 'the service without pods', row: sampleRow('orders', 'red', { pods: [] }), expected: '#/s/orders' },
])('digs for $name', ({ row, expected }) => {
  expect(digWay(row)).toBe(expected)
})

it('writes names so that they cannot be taken for anything else', () => {
  expect(podWay('a/b?c', '#d')).toBe('#/s/a%2Fb%3Fc/p/%23d')
})
