import { describe, expect, it } from 'vitest'
import { type Span, pointsOf } from '#src/domain/prometheus/span.ts'
import { upTrail } from '#src/domain/relive/upTrail.ts'
import type { UpPlan } from '#src/domain/relive/upPlan.ts'
import { ok } from '#src/domain/result.ts'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { fetchUps } from './fetchUps.ts'
import type { PrometheusClient } from './prometheusClient.ts'

const FROM: EpochMs = 1_800_000_000_000
const SPAN = { from: FROM, to: FROM + hours(3) }
const EVERY = seconds(15)

type Sample = readonly [at: number, value: string]

/** Scraped every 15 s; one scrape failed after an hour, all of five minutes after two; nobody scraped for ten minutes later. */
function upAt(at: EpochMs): string | null {
  const after = at - FROM
  if (after > minutes(150) && after < minutes(160)) return null
  const isOut = after === minutes(60) || (after >= minutes(120) && after < minutes(125))
  return isOut ? '0' : '1'
}

function stored(from: EpochMs, to: EpochMs): readonly Sample[] {
  const first = Math.ceil(from / EVERY) * EVERY
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / EVERY) + 1) },
    (_, i) => first + i * EVERY,
  ).flatMap((at): Sample[] => {
    const value = upAt(at)
    return value === null ? [] : [[at / 1000, value]]
  })
}

function minutesOf(span: Span): readonly Sample[] {
  return Array.from({ length: pointsOf(span) }, (_, i) => span.start + i * span.step).flatMap(
    (at): Sample[] => {
      const within = stored(at - minutes(1) + 1, at).map(([, value]) => value)
      return within.length === 0 ? [] : [[at / 1000, within.includes('0') ? '0' : '1']]
    },
  )
}

/** A server that stored the scrapes of one pod; what it was asked is written down. */
function server() {
  const asked: string[] = []
  const told = { samples: 0 }
  const answer = (values: readonly Sample[]) => {
    told.samples += values.length
    const data = { resultType: 'matrix', result: [{ metric: { pod: 'orders-1' }, values }] }
    return ok({ data, warnings: [] })
  }
  const client: PrometheusClient = {
    query: async (promql, at) => {
      asked.push(promql)
      return answer(stored(at - seconds(Number(/\[(\d+)s\]/.exec(promql)?.[1])), at))
    },
    queryRange: async (promql, span) => {
      asked.push(promql)
      return answer(minutesOf(span))
    },
    targets: async () => ok({ data: null, warnings: [] }),
  }
  return { client, asked, told }
}

/** Minutes since it began. */
const minuteOf = (at: EpochMs): number => (at - FROM) / minutes(1)

async function trailBy(each: UpPlan['each'], pods = 1) {
  const { client, asked, told } = server()
  const found = await fetchUps(client, [{ label: 'job', values: ['orders'] }], pods, { span: SPAN, each })
  const [series] = found.ok ? found.value : []
  if (series === undefined) throw new Error('nothing was told')
  const { runs, every } = upTrail(series, 3)
  return {
    asked,
    told,
    every,
    runs: runs.map(({ up, from, to }) => `${up ? 'up' : 'out'} ${minuteOf(from)}-${minuteOf(to)}`),
  }
}

describe('fetchUps', () => {
  it('asks for every scrape as it was stored', async () => {
    const { runs, every, told } = await trailBy('scrape')
    expect(every).toBe(EVERY)
    expect(told.samples).toBeGreaterThan(600)
    expect(runs).toEqual([
      'up 0-59.75',
      'out 60-60',
      'up 60.25-119.75',
      'out 120-124.75',
      'up 125-150',
      'up 160-180',
    ])
  })

  it('asks for minutes of a large fleet: no scrape that failed is lost, and no hole', async () => {
    const { runs, every, told, asked } = await trailBy('minute', 1000)
    expect(asked[0]).toBe('min_over_time({__name__="up",job="orders"}[60s])')
    expect(asked).toHaveLength(4)
    expect(every).toBe(minutes(1))
    expect(told.samples).toBeLessThan(180)
    expect(runs).toEqual(['up 0-59', 'out 60-60', 'up 61-119', 'out 120-125', 'up 126-150', 'up 160-180'])
  })
})
