import { expect, it } from 'vitest'
import { poolMeter } from './poolPlan.ts'

it('a pool is never fuller than its size, and counts who waits', () => {
  const meter = poolMeter({
    name: 'db',
    size: 5,
    inUse: (t) => t,
    waitsPerSecond: () => 3,
    waitSeconds: () => 2,
  })
  expect(meter.stats(4, 0)).toEqual({
    'go_sql_max_open_connections{db_name="db"}': 5,
    'go_sql_in_use_connections{db_name="db"}': 4,
    'go_sql_idle_connections{db_name="db"}': 1,
    'go_sql_wait_count_total{db_name="db"}': 0,
    'go_sql_wait_duration_seconds_total{db_name="db"}': 0,
  })
  expect(meter.stats(40, 10)).toMatchObject({
    'go_sql_in_use_connections{db_name="db"}': 5,
    'go_sql_idle_connections{db_name="db"}': 0,
    'go_sql_wait_count_total{db_name="db"}': 30,
    'go_sql_wait_duration_seconds_total{db_name="db"}': 60,
  })
  meter.reset()
  expect(meter.stats(40, 10)['go_sql_wait_count_total{db_name="db"}']).toBe(30)
})
