import { describe, expect, it } from 'vitest'
import { ok } from '#src/domain/result.ts'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { wantedFamiliesOf } from '#src/domain/signals/wantedFamiliesOf.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { healthOk } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { allRows, createWatch, digestChanges, observe } from './watch.ts'

const BEGIN = Date.UTC(2026, 10, 23, 8)

const FLEET = fleetOf({
  known: { pods: 1, bounds: { queueDepth: 1000 } },
  mapped: {
    pods: 1,
    signals: {
      queueDepth: {
        metric: 'shop_jobs_waiting',
        labels: { queue: 'mail' },
        boundMetric: 'shop_jobs_capacity',
      },
    },
  },
  plain: 1,
})

const PAGES: Readonly<Record<string, (depth: number) => string>> = {
  known: (depth) => `queue_depth ${depth}\n`,
  mapped: (depth) =>
    `shop_jobs_waiting{queue="mail"} ${depth}\nshop_jobs_waiting{queue="sms"} 9\nshop_jobs_capacity 1000\n`,
  plain: (depth) => `shop_jobs_waiting{queue="mail"} ${depth}\n`,
}

/** The reasons of each service after a day in which their queues grew from 100 by `perHour`. */
function reasonsAfter(perHour: number) {
  const watch = createWatch(FLEET)
  const until = BEGIN + hours(24)
  for (let at = BEGIN; at <= until; at += minutes(10)) {
    for (const { name, mapped } of FLEET.services) {
      const depth = 100 + Math.round((perHour * (at - BEGIN)) / hours(1)) + (Math.round(at / 600_000) % 3)
      const pod = `${name}-1`
      const page = PAGES[name]?.(depth) ?? ''
      const result = ok(scrapeOf(page, at, 5, wantedFamiliesOf(mapped)))
      const probe = { kind: 'probe', service: name, pod, at, took: 20, freshFor: seconds(1800) } as const
      observe(watch, healthOk(pod, at), at)
      observe(watch, { ...probe, endpoint: 'metrics', result }, at)
    }
    digestChanges(watch, at)
  }
  return new Map(
    allRows(watch).map(({ name, light, reasons }) => [
      name,
      { light, reasons: JSON.parse(JSON.stringify(reasons).replaceAll(`${name}-1`, 'pod')) as unknown },
    ]),
  )
}

describe('a queue that a metric of the service’s own tells', () => {
  const rows = [
    { name: 'stands', perHour: 0, light: 'green', kinds: /^\[\]$/ },
    { name: 'drifts', perHour: 20, light: 'red', kinds: /"drift".*"queueDepth"/ },
    { name: 'is nearly full', perHour: 33, light: 'red', kinds: /"level"/ },
  ]
  it.each(rows)('that $name is judged as one that is recognised', ({ perHour, light, kinds }) => {
    const told = reasonsAfter(perHour)
    expect(told.get('mapped')).toEqual(told.get('known'))
    expect(told.get('mapped')?.light).toBe(light)
    expect(JSON.stringify(told.get('mapped')?.reasons)).toMatch(kinds)
    expect(told.get('plain')).toEqual({ light: 'green', reasons: [] })
  })
})
