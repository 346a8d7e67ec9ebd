import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readNatsVarz } from './readNatsVarz.ts'

const CAPTURE = readFileSync(
  new URL('../../../e2e/fixtures/samples/nats-server/varz.json', import.meta.url),
  'utf8',
)

const read = (text: string) => {
  const page = readNatsVarz(text)
  if (!page.ok) throw new Error(page.error.reason)
  return page.value
}

const valueOf = (text: string, name: string): number | undefined =>
  read(text).samples.find((sample) => sample.name === name)?.value

describe('the capture of nats-server 2.9.10', () => {
  const ROWS = [
    { name: 'nats_varz_mem', value: 16_326_656 },
    { name: 'nats_varz_cpu', value: 0 },
    { name: 'nats_varz_cores', value: 2 },
    { name: 'nats_varz_connections', value: 0 },
    { name: 'nats_varz_max_connections', value: 65_536 },
    { name: 'nats_varz_in_msgs', value: 37 },
    { name: 'nats_varz_slow_consumers', value: 0 },
    { name: 'nats_varz_start_time_seconds', value: 1_795_249_142.814 },
    { name: 'nats_varz_uptime_seconds', value: 835 },
    { name: 'nats_varz_ping_interval_seconds', value: 120 },
    { name: 'nats_varz_write_deadline_seconds', value: 10 },
    { name: 'nats_varz_jetstream_config_max_storage', value: 64_000_000 },
    { name: 'nats_varz_jetstream_stats_storage', value: 1215 },
    { name: 'nats_varz_ping_interval', value: undefined },
    { name: 'nats_varz_server_id', value: undefined },
  ]
  for (const { name, value } of ROWS) it(name, () => expect(valueOf(CAPTURE, name)).toBe(value))

  it('tells its version', () => {
    const info = read(CAPTURE).samples.find(({ name }) => name === 'nats_server_build_info')
    expect(info).toEqual({
      name: 'nats_server_build_info',
      labels: { version: '2.9.10', goversion: 'go1.19.8' },
      value: 1,
      at: null,
    })
  })

  it('has its paths as labels', () => {
    const paths = read(CAPTURE).samples.filter(({ name }) => name === 'nats_varz_http_req_stats')
    expect(paths).toHaveLength(8)
    expect(paths.find(({ labels }) => labels['key'] === '/varz')?.value).toBe(25)
  })

  it('has types, a size and nothing faulty', () => {
    const { types, ...page } = read(CAPTURE)
    expect(page).toMatchObject({
      format: 'nats-varz',
      bytes: CAPTURE.length,
      issueCount: 0,
      truncatedBy: null,
    })
    expect([types.get('nats_varz_in_msgs'), types.get('nats_varz_mem')]).toEqual(['counter', 'gauge'])
  })
})

const varz = (more: object): string => JSON.stringify({ server_id: 'N', mem: 1, ...more })

describe('other varz pages', () => {
  const ROWS = [
    { text: varz({ uptime: '1d2h3m4s' }), name: 'nats_varz_uptime_seconds', value: 93_784 },
    { text: varz({ uptime: '1y2d0h0m5s' }), name: 'nats_varz_uptime_seconds', value: 31_708_805 },
    { text: varz({ uptime: 'long' }), name: 'nats_varz_uptime_seconds', value: undefined },
    { text: varz({ start: 'once' }), name: 'nats_varz_start_time_seconds', value: undefined },
    { text: varz({ cpu: 12.5 }), name: 'nats_varz_cpu', value: 12.5 },
    {
      text: '{"server_id":"N","mem":1,"jetstream":{"stats":{"reserved_memory":18446744073709551615}}}',
      name: 'nats_varz_jetstream_stats_reserved_memory',
      value: 2 ** 64,
    },
  ]
  for (const { text, name, value } of ROWS) it(text, () => expect(valueOf(text, name)).toBe(value))
})

describe('no varz page', () => {
  for (const text of [
    '',
    '<html>',
    '{',
    '[]',
    '{"status":"ok"}',
    '{"server_id":"N"}',
    '{"server_id":1,"mem":1}',
  ]) {
    it(JSON.stringify(text), () => expect(readNatsVarz(text).ok).toBe(false))
  }
})
