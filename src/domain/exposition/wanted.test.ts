import { describe, expect, it } from 'vitest'
import { bytesOf, read, viewOf } from './testing/pages.ts'
import { AS_FAMILY, AS_SAMPLE, everyFamily, wantedFamilies } from './wanted.ts'

const WANTED = wantedFamilies({
  exact: ['up', 'process_cpu_seconds_total', 'http_request_duration_seconds', 'workqueue_depth'],
  suffixes: ['_build_info', '*_errors_total', 'process_open_fds', '_', '*'],
})

const ROWS = [
  { name: 'up', sample: true, family: true },
  { name: 'upper', sample: false, family: false },
  { name: 'redis_up', sample: false, family: false },
  { name: 'up_total', sample: true, family: true },
  { name: 'process_cpu_seconds_total', sample: true, family: true },
  { name: 'process_cpu_seconds', sample: false, family: true },
  { name: 'myapp_process_cpu_seconds_total', sample: false, family: false },
  { name: 'http_request_duration_seconds', sample: true, family: true },
  { name: 'http_request_duration_seconds_bucket', sample: true, family: true },
  { name: 'http_request_duration_seconds_sum', sample: true, family: true },
  { name: 'http_request_duration_seconds_count', sample: true, family: true },
  { name: 'http_request_duration_seconds_created', sample: true, family: true },
  { name: 'http_request_duration_seconds_gsum', sample: true, family: true },
  { name: 'http_request_duration_seconds_max', sample: false, family: false },
  { name: 'http_request_duration_second', sample: false, family: false },
  { name: 'go_build_info', sample: true, family: true },
  { name: 'build_info', sample: true, family: true },
  { name: 'go_build', sample: false, family: true },
  { name: 'rebuild_info', sample: false, family: false },
  { name: 'orders_errors_total', sample: true, family: true },
  { name: 'orders_errors', sample: false, family: true },
  { name: 'process_open_fds', sample: true, family: true },
  { name: 'myapp_process_open_fds', sample: true, family: true },
  { name: 'my:process_open_fds', sample: true, family: true },
  { name: 'myprocess_open_fds', sample: false, family: false },
  { name: 'workqueue_depth_', sample: false, family: false },
]

describe('wantedFamilies', () => {
  for (const { name, sample, family } of ROWS) {
    it(`judges ${name}`, () => {
      const roles = (sample ? AS_SAMPLE : 0) | (family ? AS_FAMILY : 0)
      // Both ways, and twice: the second time it is remembered.
      for (const view of [viewOf(`${name} 1`), viewOf(`${name}{a="b"} 1`), viewOf(`${name} 1`)]) {
        const verdict = WANTED.judge(view, 0)
        expect(verdict?.value).toMatchObject({ name, roles })
        expect(verdict?.length).toBe(bytesOf(name).length + 1)
      }
      expect(WANTED.judgeText(name)).toMatchObject({ name, roles })
    })
  }

  for (const text of ['', ' up 1', '{a="b"} 1', '# TYPE', '9lives 1', 'a;b 1', 'a=b 1', '"up" 1']) {
    it(`finds no name in ${JSON.stringify(text)}`, () => expect(WANTED.judge(viewOf(text), 0)).toBeNull())
  }

  it('wants nothing without names', () => {
    const nothing = wantedFamilies({ exact: [], suffixes: [] })
    expect(nothing.judgeText('up').roles).toBe(0)
    expect(read('up 1\n', { wanted: nothing })).toMatchObject({ samples: [], seriesCount: 1 })
  })

  it('judges a name longer than it keeps', () => {
    const long = `${'x'.repeat(5000)}_build_info`
    const roles = AS_SAMPLE | AS_FAMILY
    expect(WANTED.judge(viewOf(`${long} 1`), 0)?.value).toMatchObject({ name: long, roles })
  })

  it('judges alike after more names than it remembers', () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `family_${index}_errors_total`)
    const text = [...names, ...names].map((name) => `${name} 1\n`).join('')
    expect(read(text, { wanted: WANTED }).samples).toHaveLength(60_000)
  })
})

describe('everyFamily', () => {
  it('wants any name', () => {
    expect(everyFamily().judgeText('what ever').roles).toBe(AS_SAMPLE | AS_FAMILY)
  })
})
