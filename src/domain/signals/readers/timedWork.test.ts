import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { timedWork, work, workEnding } from './timedWork.ts'

const KINDS = [
  work('http_request_duration_seconds', 1, ['http_requests_total']),
  work('http_request_duration_ms', 0.001),
  workEnding('job_duration_seconds'),
  workEnding('processing_ms', 0.001),
]

const timed = (family: string, count: number, sum: number): string =>
  `${family}_count ${count}\n${family}_sum ${sum}\n`

/** A summary without a sum. */
const median = (family: string, value: number, count: number | null): string =>
  `${family}{quantile="0.5"} ${value}\n${count === null ? '' : `${family}_count ${count}\n`}`

const rows = [
  {
    name: 'requests: the mean over the window',
    before: timed('http_request_duration_seconds', 100, 900),
    now: timed('http_request_duration_seconds', 140, 902),
    expected: [['http_request_duration_seconds', 4, 0.05, 'mean']],
  },
  {
    name: 'in milliseconds',
    before: timed('http_request_duration_ms', 0, 0),
    now: timed('http_request_duration_ms', 40, 2000),
    expected: [['http_request_duration_ms', 4, 0.05, 'mean']],
  },
  {
    name: 'jobs under a name of their own',
    before: timed('mail_job_duration_seconds', 0, 0),
    now: timed('mail_job_duration_seconds', 7200, 158.4),
    expected: [['mail_job_duration_seconds', 720, 0.022, 'mean']],
  },
  {
    name: 'all of several',
    before: timed('http_request_duration_seconds', 0, 0) + timed('print_processing_ms', 0, 0),
    now: timed('http_request_duration_seconds', 5000, 5) + timed('print_processing_ms', 20, 30_000),
    expected: [
      ['http_request_duration_seconds', 500, 0.001, 'mean'],
      ['print_processing_ms', 2, 1.5, 'mean'],
    ],
  },
  {
    name: 'the median, where no sum is kept',
    before: median('mail_job_duration_seconds', 0.02, 100),
    now: median('mail_job_duration_seconds', 0.02, 300),
    expected: [['mail_job_duration_seconds', 20, 0.02, 'median']],
  },
  {
    name: 'half a word is another',
    before: timed('dejob_duration_seconds', 0, 0),
    now: timed('dejob_duration_seconds', 10, 1),
    expected: [],
  },
  {
    name: 'nothing was done',
    before: timed('mail_job_duration_seconds', 9, 9),
    now: timed('mail_job_duration_seconds', 9, 9),
    expected: [],
  },
  { name: 'one page', before: null, now: timed('mail_job_duration_seconds', 9, 9), expected: [] },
  {
    name: 'nothing is timed',
    before: 'jobs_processed_total 1',
    now: 'jobs_processed_total 9',
    expected: [],
  },
]

/** A histogram without sum and count, and counters of two kinds of work. */
const bucketsOnly = (slow: number, done: number): string =>
  `mail_job_duration_seconds_bucket{le="0.1"} 0
mail_job_duration_seconds_bucket{le="0.3"} ${slow}
mail_job_duration_seconds_bucket{le="+Inf"} ${slow}
mail_jobs_processed_total ${done}
print_jobs_processed_total ${done * 100}`

describe('timedWork', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => {
      const found = timedWork(windowOf(before, now), KINDS)
      expect(
        found.map(({ family, arrivalsPerSecond, seconds, statistic }) => [
          family,
          Number(arrivalsPerSecond.value.toPrecision(6)),
          Number(seconds.value.toPrecision(6)),
          statistic,
        ]),
      ).toEqual(expected)
    })
  }

  it('takes how often it is done from a counter beside a family that has only buckets', () => {
    const [found] = timedWork(windowOf(bucketsOnly(0, 0), bucketsOnly(10, 100)), KINDS)
    expect(found).toMatchObject({
      statistic: 'median',
      arrivalsPerSecond: { value: 10, from: 'rate of mail_jobs_processed_total' },
      seconds: { value: expect.closeTo(0.2, 6) as number, from: 'p50 of mail_job_duration_seconds' },
    })
  })
})
