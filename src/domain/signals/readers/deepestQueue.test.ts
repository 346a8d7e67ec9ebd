import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { deepestQueue, queue, queueEnding, queueWants } from './deepestQueue.ts'
import { add } from './figure.ts'

const KINDS = [
  queue(['name'], [add('queued')], [add('queued'), add('remaining')]),
  queue([], [add('pending')]),
  queueEnding('_queue_depth', ['queue']),
]

const rows = [
  { name: 'unnamed', page: 'pending 4', expected: [4, null, null, 'pending'] },
  {
    name: 'with what is left of it',
    page: 'queued{name="mail"} 3\nremaining{name="mail"} 97',
    expected: [3, 100, 'mail', 'queued of queued + remaining'],
  },
  {
    name: 'without limit (a LinkedBlockingQueue has room for Integer.MAX_VALUE)',
    page: 'queued{name="mail"} 3\nremaining{name="mail"} 2147483644',
    expected: [3, null, 'mail', 'queued'],
  },
  {
    name: 'the deepest of all kinds',
    page: 'pending 4\nqueued{name="mail"} 3\njob_queue_depth{queue="reports"} 9',
    expected: [9, null, 'reports', 'job_queue_depth'],
  },
  {
    name: 'one that is nearly full comes before a deeper one',
    page: 'pending 4000\nqueued{name="mail"} 9\nremaining{name="mail"} 1',
    expected: [9, 10, 'mail', 'queued of queued + remaining'],
  },
  {
    name: 'one that is half full does not',
    page: 'pending 4000\nqueued{name="mail"} 5\nremaining{name="mail"} 5',
    expected: [4000, null, null, 'pending'],
  },
  {
    name: 'all empty: the one with a limit',
    page: 'pending 0\nqueued{name="mail"} 0\nremaining{name="mail"} 5',
    expected: [0, 5, 'mail', 'queued of queued + remaining'],
  },
  {
    name: 'all empty without limits: the first by name',
    page: 'b_queue_depth 0\na_queue_depth 0',
    expected: [0, null, null, 'a_queue_depth'],
  },
  { name: 'none', page: 'other 1', expected: null },
]

describe('deepestQueue', () => {
  for (const { name, page, expected } of rows) {
    it(name, () => {
      const found = deepestQueue(windowOf(null, page), KINDS)
      expect(found === null ? null : [found.value, found.bound, found.of, found.from]).toEqual(expected)
    })
  }
})

it('asks for names and endings', () => {
  expect(KINDS.map(queueWants)).toEqual([
    { exact: ['queued', 'queued', 'remaining'], endings: [] },
    { exact: ['pending'], endings: [] },
    { exact: [], endings: ['_queue_depth'] },
  ])
})
