import { expect, it } from 'vitest'
import { signalOfText } from './signalOfText.ts'

it.each([
  ['memory +31 MiB/h on 3 of 12 pods since Tue 14:20', 'memory'],
  ['memory at 96 % of 4 GiB on orders-1', 'memory'],
  ['open files up to +6/h on 2 of 3 pods', 'fds'],
  ['pool waiting orders +2/h on orders-1', 'poolWaiting'],
  ['latency p99 +12 ms/h on orders-1', 'latencyP99'],
  ['time to read metrics +0.4 s/h on orders-1', 'scrapeDuration'],
  ['memory', null],
  ['Speicher +31 MiB/h', null],
  ['', null],
])('%s: %s', (text, signal) => {
  expect(signalOfText(text)).toBe(signal)
})
