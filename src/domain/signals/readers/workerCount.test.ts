import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { workerCount } from './workerCount.ts'

const FAMILY = 'mail_job_duration_seconds'

describe('workerCount', () => {
  const rows = [
    { name: 'of the same beginning', page: 'mail_workers 16', expected: [16, 'mail_workers'] },
    { name: 'a pool', page: 'mail_worker_pool_size 8', expected: [8, 'mail_worker_pool_size'] },
    { name: 'a bare name', page: 'worker_count 4', expected: [4, 'worker_count'] },
    {
      name: 'the longest beginning of several',
      page: 'workers 99\nmail_workers 16\nprint_workers 3',
      expected: [16, 'mail_workers'],
    },
    {
      name: 'told by state: all of them',
      page: 'mail_workers{state="busy"} 3\nmail_workers{state="idle"} 5',
      expected: [8, 'mail_workers'],
    },
    { name: 'of something else', page: 'print_workers 3', expected: null },
    { name: 'only those that are busy', page: 'mail_busy_workers 3', expected: null },
    { name: 'half a word', page: 'coworkers 3', expected: null },
    { name: 'cores are no workers', page: 'go_sched_gomaxprocs_threads 16', expected: null },
    { name: 'none', page: 'mail_workers 0', expected: null },
    { name: 'nonsense', page: 'mail_workers -1', expected: null },
  ]
  for (const { name, page, expected } of rows) {
    it(name, () => {
      const found = workerCount(windowOf(null, page), FAMILY)
      expect(found === null ? null : [found.value, found.from]).toEqual(expected)
    })
  }
})
