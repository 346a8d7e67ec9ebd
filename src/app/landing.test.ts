import { expect, it } from 'vitest'
import { parseHash, printHash } from '#src/state/hashRoute.ts'
import { landing } from './landing.ts'

for (const { from, to } of [
  { from: '#/s/orders', to: '#/?open=orders' },
  { from: '#/s/orders/', to: '#/?open=orders' },
  { from: '#/s/orders?layer=ready', to: '#/?open=orders' },
  { from: '#/s/orders/p/orders-1', to: '#/?open=orders&pod=orders-1' },
  { from: '#/s/a%2Fb/p/c%20d', to: '#/?open=a%2Fb&pod=c+d' },
  { from: '#/s/a,b', to: '#/?open=a%252Cb' },
  { from: '#/s/100%', to: '#/?open=100%2525' },
  { from: '#/alert?service=orders&pod=orders-1&message=x', to: '#/?open=orders&pod=orders-1' },
  { from: '#/alert?service=orders&fleet=other.json', to: '#/?fleet=other.json&open=orders' },
  { from: '#/alert?message=x', to: '#/' },
  { from: '#/s', to: null },
  { from: '#/s/', to: null },
  { from: '#/s/orders/q/x', to: null },
  { from: '#/nowhere', to: null },
  { from: '#/', to: null },
]) {
  it(from, () => {
    const route = landing(parseHash(from))
    expect(route && printHash(route)).toBe(to)
  })
}
