import { describe, expect, it } from 'vitest'
import { requestMeter } from './requestPlan.ts'

describe('requestMeter', () => {
  it('counts requests by status', () => {
    const meter = requestMeter({ errors: (t) => (t < 2 ? 0 : 0.25), status: 502 })
    expect(meter.serve(1, 100)).toEqual({
      'http_requests_total{code="200"}': 100,
      'http_requests_total{code="502"}': 0,
    })
    expect(meter.serve(2, 100)).toEqual({
      'http_requests_total{code="200"}': 175,
      'http_requests_total{code="502"}': 25,
    })
  })

  it.each([
    ['its median', 0.05, 500],
    ['its 99 %', 1, 990],
  ])('has %s within %d s', (_, le, count) => {
    const lines = requestMeter({ p50: () => 0.05, p99: () => 1 }).serve(0, 1_000_000)
    const within = lines[`http_request_duration_seconds_bucket{le="${le}"}`] ?? 0
    expect(Math.round(within / 1000)).toBe(count)
    expect(lines['http_request_duration_seconds_count']).toBe(1_000_000)
  })

  it('counts from zero in a new process', () => {
    const meter = requestMeter({ p50: () => 0.05, p99: () => 1 })
    const first = meter.serve(0, 1000)
    meter.reset()
    expect(meter.serve(0, 1000)).toEqual(first)
  })
})
