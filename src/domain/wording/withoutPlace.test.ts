import { expect, it } from 'vitest'
import { withoutPlace } from './withoutPlace.ts'

const podsOf = (...names: readonly string[]) => names.map((pod) => ({ pod }))

const rows = [
  {
    name: 'leaves out the only pod',
    text: 'health says DOWN on orders-1: database: refused',
    pods: podsOf('orders-1'),
    expected: 'health says DOWN: database: refused',
  },
  {
    name: 'leaves out how many',
    text: 'memory at 91 % of 1 GiB on 2 of 3 pods (orders-1, orders-2)',
    pods: podsOf('orders-1', 'orders-2'),
    expected: 'memory at 91 % of 1 GiB (orders-1, orders-2)',
  },
  {
    name: 'leaves a text as it is that begins with its pod',
    text: 'orders-1 does not answer: timed out after 2 s',
    pods: podsOf('orders-1'),
    expected: 'orders-1 does not answer: timed out after 2 s',
  },
  {
    name: 'takes no name for a pattern',
    text: 'slow on a$&b: took 2 s',
    pods: podsOf('a$&b'),
    expected: 'slow: took 2 s',
  },
]

for (const { name, text, pods, expected } of rows)
  it(name, () => expect(withoutPlace(text, { pods, ofPods: 3 })).toBe(expected))
