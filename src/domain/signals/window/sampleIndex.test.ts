import { describe, expect, it } from 'vitest'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { indexSamples, nameOnPage, namesEnding, prefixedEndings, samplesOf } from './sampleIndex.ts'

const indexOf = (text: string) => indexSamples(scrapeOf(text).exposition)

describe('indexSamples', () => {
  const prefixes = [
    { name: 'no process metrics, no prefix', page: 'jobs_total 1', expected: '' },
    { name: 'unprefixed', page: 'process_start_time_seconds 5', expected: '' },
    {
      name: "prom-client's prefix option",
      page: 'myapp_process_start_time_seconds 5\nmyapp_nodejs_version_info{version="v20"} 1',
      expected: 'myapp_',
    },
    {
      name: 'an unprefixed one rules a prefixed one out',
      page: 'rabbitmq_process_resident_memory_bytes 7\nprocess_start_time_seconds 5',
      expected: '',
    },
    {
      name: 'of two prefixes the one with more',
      page: 'a_process_cpu_seconds_total 1\nb_process_cpu_seconds_total 1\nb_go_goroutines 3',
      expected: 'b_',
    },
    {
      name: 'of two equals the first by name',
      page: 'b_go_goroutines 3\na_go_goroutines 3',
      expected: 'a_',
    },
  ]
  for (const { name, page, expected } of prefixes) {
    it(`prefix: ${name}`, () => expect(indexOf(page).prefix).toBe(expected))
  }

  it('leaves out what is no figure, and gathers series that are not next to each other', () => {
    const index = indexOf('a{x="1"} 1\nb NaN\na{x="2"} +Inf\nc 3\na{x="3"} 2')
    expect([...index.byName.keys()]).toEqual(['a', 'c'])
    expect(samplesOf(index, 'a').map(({ value }) => value)).toEqual([1, 2])
  })

  it('leaves out what others pushed to a Pushgateway, and there only', () => {
    const page = 'fds{instance="",job="batch"} 900\nfds 7'
    expect(samplesOf(indexOf(page), 'fds').map(({ value }) => value)).toEqual([900, 7])
    const pushgateway = indexOf(`${page}\npushgateway_build_info{version="1.5.1"} 1`)
    expect(samplesOf(pushgateway, 'fds').map(({ value }) => value)).toEqual([7])
  })

  it('knows whether the page was read to its end', () => {
    const { exposition } = scrapeOf('a 1')
    expect(indexSamples(exposition).complete).toBe(true)
    expect(indexSamples({ ...exposition, truncatedBy: 'series' }).complete).toBe(false)
  })
})

describe('samplesOf and nameOnPage', () => {
  const index = indexOf(
    'my_process_open_fds 3\nmy_process_start_time_seconds 1\nmy_jobs 4\nhits{code="500"} 2',
  )
  const rows = [
    { name: 'hits', filter: undefined, expected: [2], onPage: 'hits' },
    { name: 'hits', filter: { code: '500' }, expected: [2], onPage: 'hits' },
    { name: 'hits', filter: { code: '200' }, expected: [], onPage: 'hits' },
    { name: 'process_open_fds', filter: undefined, expected: [3], onPage: 'my_process_open_fds' },
    // The prefix is that of the process metrics, not of everything.
    { name: 'jobs', filter: undefined, expected: [], onPage: null },
    { name: 'process_max_fds', filter: undefined, expected: [], onPage: null },
  ]
  for (const { name, filter, expected, onPage } of rows) {
    it(`${name} ${JSON.stringify(filter)}`, () => {
      expect(samplesOf(index, name, filter).map(({ value }) => value)).toEqual(expected)
      expect(nameOnPage(index, name)).toBe(onPage)
    })
  }
})

it('finds names by their ending, in one order', () => {
  expect(namesEnding(indexOf('z_up 1\nup 1\na_up 0'), '_up')).toEqual(['a_up', 'z_up'])
})

it('expects a prefix only before process metrics', () => {
  expect(prefixedEndings(['process_open_fds', 'hikaricp_connections', 'go_threads'])).toEqual([
    '_process_open_fds',
    '_go_threads',
  ])
})
