import { describe, expect, it } from 'vitest'
import { mappedOf } from './testing/mappedOf.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { NOW } from './testing/wordsOf.ts'
import { unmatchedSignals } from './unmatchedSignals.ts'
import { wantedFamiliesOf } from './wantedFamiliesOf.ts'

const PAGE = [
  'shop_jobs_waiting{queue="mail"} 3',
  'shop_jobs_size NaN',
  'myapp_process_cpu_seconds_total 7',
  'myapp_process_open_fds 12',
  '# TYPE shop_call_seconds histogram',
  'shop_call_seconds_bucket{le="1"} 0',
  'shop_call_seconds_bucket{le="+Inf"} 0',
  'shop_call_seconds_sum 0',
  'shop_call_seconds_count 0',
  '',
].join('\n')

const unmatched = (signals: object, page = PAGE): readonly string[] => {
  const mapped = mappedOf(signals)
  return unmatchedSignals(mapped, scrapeOf(page, NOW, 5, wantedFamiliesOf(mapped)).exposition).map(
    ({ signal, metric }) => `${signal} ${metric}`,
  )
}

describe('unmatchedSignals', () => {
  it.each<{ name: string; signals: object; expected: readonly string[] }>([
    { name: 'nothing of what is there', signals: { queueDepth: 'shop_jobs_waiting' }, expected: [] },
    { name: 'a name that is not', signals: { memory: 'shop_heap' }, expected: ['memory shop_heap'] },
    {
      name: 'labels that no series has',
      signals: { queueDepth: { metric: 'shop_jobs_waiting', labels: { queue: ['fax', 'sms'] } } },
      expected: ['queueDepth shop_jobs_waiting{queue=~"fax|sms"}'],
    },
    {
      name: 'what it is a share of',
      signals: { errorRatio: { metric: 'shop_jobs_waiting', per: 'shop_jobs' } },
      expected: ['errorRatio shop_jobs'],
    },
    { name: 'not what is no number', signals: { queueDepth: 'shop_jobs_size' }, expected: [] },
    { name: 'not a histogram without a request', signals: { latencyP99: 'shop_call_seconds' }, expected: [] },
    { name: 'not what stands behind a prefix', signals: { fds: 'process_open_fds' }, expected: [] },
  ])('tells $name', ({ signals, expected }) => {
    expect(unmatched(signals)).toEqual(expected)
  })

  it('tells nothing of a page that was cut: it may be on the rest', () => {
    const mapped = mappedOf({ memory: 'shop_heap' })
    const { exposition } = scrapeOf(PAGE, NOW, 5, wantedFamiliesOf(mapped))
    expect(unmatchedSignals(mapped, { ...exposition, truncatedBy: 'series' })).toEqual([])
  })
})
