import { expect, it } from 'vitest'
import { podAddress } from './podAddress.ts'

const FLEET = 'http://127.0.0.1:8080/dash/fleet.json'

for (const { pod, path, expected } of [
  { pod: 'http://10.0.0.1:8081', path: '/health', expected: 'http://10.0.0.1:8081/health' },
  { pod: 'http://10.0.0.1/api/', path: '/health', expected: 'http://10.0.0.1/api/health' },
  {
    pod: 'fleet/orders/orders-1/',
    path: '/q/health',
    expected: 'http://127.0.0.1:8080/dash/fleet/orders/orders-1/q/health',
  },
  { pod: 'http://h', path: 'varz?subs=1', expected: 'http://h/varz?subs=1' },
  { pod: 'http://10.0.0.7:99999', path: '/health', expected: '' },
]) {
  it(`${path} of ${pod}`, () => expect(podAddress(pod, path, FLEET)).toBe(expected))
}
