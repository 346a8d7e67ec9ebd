import { describe, expect, it } from 'vitest'
import { readPages, wordsOf } from './testing/wordsOf.ts'

const timed = (family: string, count: number, sum: number): string =>
  `${family}_count ${count}\n${family}_sum ${sum}\n`

const MAIL = 'mail_job_duration_seconds'
const HTTP = 'http_request_duration_seconds'
const BUSY = (busy: number): string =>
  `tomcat_threads_busy_threads{name="http-nio-8080"} ${busy}\ntomcat_threads_config_max_threads{name="http-nio-8080"} 200\n`

type Row = {
  readonly name: string
  readonly before: string | null
  readonly now: string
  readonly workers: number | null
  readonly utilisation: string | undefined
  /** A second. */
  readonly capacity: number | null
}

/** Ten seconds lie between the two pages. */
const rows: readonly Row[] = [
  {
    name: 'the queue that creeps: 720/s arrive, 16 workers at 22 ms can do 727/s',
    before: timed(MAIL, 0, 0),
    now: timed(MAIL, 7200, 158.4),
    workers: 16,
    utilisation: '0.99 of 1',
    capacity: 727.27,
  },
  {
    name: 'requests, with the workers of the fleet file',
    before: timed(HTTP, 0, 0),
    now: timed(HTTP, 400, 40),
    workers: 8,
    utilisation: '0.5 of 1',
    capacity: 80,
  },
  {
    name: 'workers that the page names for its jobs',
    before: timed(MAIL, 0, 0) + timed(HTTP, 0, 0),
    now: `${timed(MAIL, 30, 12)}${timed(HTTP, 5000, 500)}mail_workers 2`,
    workers: null,
    utilisation: '0.6 of 1',
    capacity: 5,
  },
  {
    name: 'the fleet file before the page',
    before: timed(MAIL, 0, 0),
    now: `${timed(MAIL, 30, 12)}mail_workers 2`,
    workers: 4,
    utilisation: '0.3 of 1',
    capacity: 10,
  },
  {
    name: 'of several kinds of work the one that keeps most of them busy',
    before: timed(MAIL, 0, 0) + timed(HTTP, 0, 0),
    now: timed(MAIL, 30, 60) + timed(HTTP, 5000, 5),
    workers: 8,
    utilisation: '0.75 of 1',
    capacity: 4,
  },
  {
    name: 'threads that hang are busy, though little is finished',
    before: timed('http_server_requests_seconds', 0, 0) + BUSY(0),
    now: timed('http_server_requests_seconds', 40, 4) + BUSY(198),
    workers: 200,
    utilisation: '0.99 of 1 (http-nio-8080)',
    capacity: null,
  },
  {
    name: 'a rush between two pages, though few are busy just now',
    before: timed('http_server_requests_seconds', 0, 0) + BUSY(0),
    now: timed('http_server_requests_seconds', 4000, 1900) + BUSY(3),
    workers: 200,
    utilisation: '0.95 of 1',
    capacity: 421.05,
  },
  {
    name: 'pieces as long as a quarter of the window',
    before: timed(MAIL, 0, 0),
    now: timed(MAIL, 8, 20),
    workers: 4,
    utilisation: '0.5 of 1',
    capacity: 1.6,
  },
  {
    name: 'longer pieces: most of that was done before, as of a connection that was held open',
    before: timed(MAIL, 0, 0),
    now: timed(MAIL, 2, 600),
    workers: 4,
    utilisation: undefined,
    capacity: null,
  },
  {
    name: 'no workers known',
    before: timed(HTTP, 0, 0),
    now: timed(HTTP, 400, 40),
    workers: null,
    utilisation: undefined,
    capacity: null,
  },
  {
    name: 'cores are no workers',
    before: `${timed(MAIL, 0, 0)}go_sched_gomaxprocs_threads 4`,
    now: `${timed(MAIL, 400, 40)}go_sched_gomaxprocs_threads 4`,
    workers: null,
    utilisation: undefined,
    capacity: null,
  },
  {
    name: 'workers of requests are not guessed',
    before: timed(HTTP, 0, 0),
    now: `${timed(HTTP, 400, 40)}workers 4`,
    workers: null,
    utilisation: undefined,
    capacity: null,
  },
  {
    name: 'nothing arrives',
    before: timed(MAIL, 9, 9),
    now: timed(MAIL, 9, 9),
    workers: 16,
    utilisation: undefined,
    capacity: null,
  },
  {
    name: 'one page',
    before: null,
    now: timed(MAIL, 9, 9),
    workers: 16,
    utilisation: undefined,
    capacity: null,
  },
]

describe('utilisation', () => {
  for (const { name, before, now, workers, utilisation, capacity } of rows) {
    it(name, () => {
      const readings = readPages(before, now, 10, workers)
      expect(wordsOf(readings)['utilisation']).toBe(utilisation)
      const found = readings.saturation?.capacityPerSecond ?? null
      expect(found === null ? null : Number(found.toFixed(2))).toBe(capacity)
    })
  }

  it('says from which metrics and numbers it comes', () => {
    const fromOf = (now: string, workers: number | null): string | undefined =>
      readPages(timed(MAIL, 0, 0), now, 10, workers).signals.get('utilisation')?.from
    expect(fromOf(timed(MAIL, 7200, 158.4), 16)).toBe(
      `720/s (rate of ${MAIL}_count) × 0.022 s (mean of ${MAIL}) ÷ 16 (fleet file)`,
    )
    expect(fromOf(`${timed(MAIL, 30, 12)}mail_workers 2`, null)).toBe(
      `3/s (rate of ${MAIL}_count) × 0.4 s (mean of ${MAIL}) ÷ 2 (mail_workers)`,
    )
  })

  it('says that it rests on a median where no sum is kept', () => {
    const page = (count: number): string => `${MAIL}{quantile="0.5"} 0.02\n${MAIL}_count ${count}\n`
    const { saturation, signals } = readPages(page(0), page(2000), 10, 8)
    expect(saturation?.processing).toBe('median')
    expect(signals.get('utilisation')?.from).toContain(`(p50 of ${MAIL}, over its own decaying window)`)
  })
})
