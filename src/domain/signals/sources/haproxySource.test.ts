import { describe, expect, it } from 'vitest'
import { readPages, wordsOf } from '#src/domain/signals/testing/wordsOf.ts'

const states = (proxy: string, state: 'UP' | 'DOWN'): string =>
  ['UP', 'DOWN']
    .map((of) => `haproxy_backend_status{proxy="${proxy}",state="${of}"} ${Number(of === state)}\n`)
    .join('')

const targets = [
  { name: 'all serve', now: states('app', 'UP') + states('static', 'UP'), down: null },
  {
    name: 'one serves nobody',
    now: states('app', 'DOWN') + states('static', 'UP'),
    down: 'haproxy_backend_status{proxy="app",state="DOWN"}',
  },
  {
    name: 'both',
    now: states('static', 'DOWN') + states('app', 'DOWN'),
    down: 'haproxy_backend_status{proxy="app",state="DOWN"}, haproxy_backend_status{proxy="static",state="DOWN"}',
  },
  {
    name: 'before 2.4: 0 or 1',
    now: 'haproxy_backend_status{proxy="app"} 0\nhaproxy_backend_status{proxy="static"} 1',
    down: 'haproxy_backend_status{proxy="app"}',
  },
  {
    name: 'a backend without servers of its own answers by itself',
    now: `${states('deny', 'UP')}haproxy_backend_active_servers{proxy="deny"} 0`,
    down: null,
  },
  {
    name: 'no state told: no active server',
    now: 'haproxy_backend_active_servers{proxy="app"} 0\nhaproxy_backend_active_servers{proxy="static"} 2',
    down: 'haproxy_backend_active_servers{proxy="app"}',
  },
  {
    name: 'no state told: a backup serves',
    now: 'haproxy_backend_active_servers{proxy="app"} 0\nhaproxy_backend_backup_servers{proxy="app"} 1',
    down: null,
  },
]

describe("HAProxy's backends", () => {
  for (const { name, now, down } of targets) {
    it(name, () => {
      const { target } = readPages(null, now)
      expect(target?.up).toBe(down === null)
      expect(down === null || target?.from === down).toBe(true)
    })
  }
})

const rows = [
  {
    name: 'frontends, queues and the process',
    before: `haproxy_frontend_http_requests_total{proxy="web"} 100\nhaproxy_frontend_http_responses_total{proxy="web",code="2xx"} 90
haproxy_frontend_http_responses_total{proxy="web",code="5xx"} 10`,
    now: `haproxy_frontend_http_requests_total{proxy="web"} 200\nhaproxy_frontend_http_responses_total{proxy="web",code="2xx"} 180
haproxy_frontend_http_responses_total{proxy="web",code="5xx"} 20\nhaproxy_backend_current_queue{proxy="app"} 4
haproxy_backend_current_queue{proxy="static"} 0\nhaproxy_process_start_time_seconds 1799999000
haproxy_process_pool_allocated_bytes 160000\nhaproxy_process_max_memory_bytes 0\nhaproxy_process_nbthread 2
haproxy_process_current_connections 50\nhaproxy_process_max_connections 200
haproxy_server_current_sessions{proxy="app",server="a"} 5\nhaproxy_server_limit_sessions{proxy="app",server="a"} NaN`,
    expected: {
      memory: '160000',
      threads: '2',
      requestRate: '10',
      errorRatio: '0.1',
      utilisation: '0.25 of 1',
      queueDepth: '4 (app)',
      uptime: '1000',
    },
  },
  {
    name: "servers with a maxconn: the fullest one's",
    before: null,
    now: `haproxy_server_current_sessions{proxy="app",server="a"} 5\nhaproxy_server_limit_sessions{proxy="app",server="a"} 20
haproxy_server_current_sessions{proxy="app",server="b"} 15\nhaproxy_server_limit_sessions{proxy="app",server="b"} 20
haproxy_process_current_connections 50\nhaproxy_process_max_connections 200`,
    expected: { utilisation: '0.75 of 1 (app/b)' },
  },
  {
    name: 'older ones tell an uptime only',
    before: null,
    now: 'haproxy_process_uptime_seconds 742\nhaproxy_process_max_memory_bytes 1e9\nhaproxy_process_pool_allocated_bytes 1e8',
    expected: { memory: '100000000 of 1000000000', uptime: '742' },
  },
]

describe('HAProxy', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOf(readPages(before, now))).toEqual(expected))
  }
})
