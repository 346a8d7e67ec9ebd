import { expect, it } from 'vitest'
import { filledLinks } from './filledLinks.ts'

const links = { runbook: 'https://wiki.test/{service}', dashboard: null, channel: null }
const subject = { service: 'orders', pod: null, namespace: null, level: null, at: null }

it.each([
  ['https://logs.test/{service}?p={pod}', 'https://logs.test/orders?p='],
  ['javascript:{service}', null],
  [null, null],
])('fills the link to the log tool and no other: %s', (logs, expected) => {
  expect(filledLinks({ ...links, logs }, subject, 0)).toEqual({ ...links, logs: expected })
})
