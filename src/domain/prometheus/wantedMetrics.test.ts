import { describe, expect, it } from 'vitest'
import { isScrapeNote, SCRAPE_NOTES, standingMetrics, wantedMetrics } from './wantedMetrics.ts'

const counts = (found: Readonly<Record<string, number>>) =>
  Object.entries(found).map(([name, series]) => ({ name, series }))

const names = (metrics: readonly { name: string }[]): string[] => metrics.map(({ name }) => name)

describe('wantedMetrics', () => {
  it.each([
    { name: 'process_open_fds', wanted: true },
    { name: 'myapp_process_open_fds', wanted: true },
    { name: 'http_request_duration_seconds_bucket', wanted: true },
    { name: 'orders_mail_queue_depth', wanted: true },
    { name: 'up', wanted: true },
    { name: 'scrape_duration_seconds', wanted: true },
    { name: 'orders_shipped_total', wanted: false },
    { name: 'job:queue_depth', wanted: false },
    { name: 'scrape_series_added', wanted: false },
    { name: '', wanted: false },
  ])('$name: $wanted', ({ name, wanted }) => {
    expect(names(wantedMetrics([{ name, series: 1 }], 10).wanted)).toEqual(wanted ? [name] : [])
  })

  it('leaves out those with the most series, and names them', () => {
    const found = counts({
      http_request_duration_seconds_bucket: 500,
      process_open_fds: 3,
      up: 3,
      process_max_fds: 3,
      http_request_duration_seconds_count: 50,
    })
    expect(wantedMetrics(found, 60)).toEqual({
      wanted: counts({
        process_max_fds: 3,
        process_open_fds: 3,
        up: 3,
        http_request_duration_seconds_count: 50,
      }),
      leftOut: ['http_request_duration_seconds_bucket'],
    })
  })

  it('never leaves out what the server noted of the scrape', () => {
    expect(names(wantedMetrics(counts({ up: 30, process_open_fds: 20 }), 10).wanted)).toEqual(['up'])
  })
})

it('knows what a server notes, and by its name that no metric is the time of a scrape', () => {
  expect(Object.values(SCRAPE_NOTES).every(isScrapeNote)).toBe(true)
  expect(/^[a-zA-Z_:][\w:]*$/.test(SCRAPE_NOTES.at)).toBe(false)
})

it('keeps of histograms and summaries what says something by itself', () => {
  const found = counts({
    a_seconds_bucket: 1,
    a_seconds_sum: 1,
    a_seconds_count: 1,
    a_seconds: 1,
    jvm_cpu_count: 1,
    kube_pod_container_status_restarts_total: 1,
  })
  expect(names(standingMetrics(found))).toEqual([
    'a_seconds',
    'jvm_cpu_count',
    'kube_pod_container_status_restarts_total',
  ])
})
