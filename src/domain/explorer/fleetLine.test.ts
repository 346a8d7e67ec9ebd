import { describe, expect, it } from 'vitest'
import type { MetricType } from '#src/domain/exposition/exposition.ts'
import { readAllFamilies } from '#src/domain/exposition/readAllFamilies.ts'
import { bytesOf } from '#src/domain/exposition/testing/pages.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { familiesOf } from './familiesOf.ts'
import { fittingSignals } from './fittingSignals.ts'
import { fleetLine, mappedName, pickableLabels } from './fleetLine.ts'
import type { FamilyTold } from './podFamilies.ts'
import { unitOfFamily } from './unitOfFamily.ts'

function familyOf(text: string): FamilyTold {
  const page = readAllFamilies(bytesOf(text))
  const [family] = page.ok ? familiesOf({ ...page.value, at: 0 }, null) : []
  if (family === undefined) throw new Error('no family')
  return family
}

const typed = (name: string, type: MetricType, sample = name, value = 1): FamilyTold =>
  familyOf(`# TYPE ${name} ${type}\n${sample} ${value}`)

describe('unitOfFamily', () => {
  const rows = [
    { family: typed('a_bytes', 'gauge'), unit: 'bytes' },
    { family: typed('a_bytes_total', 'counter'), unit: 'bytes' },
    { family: typed('a_seconds', 'histogram', 'a_seconds_sum'), unit: 'seconds' },
    { family: typed('a_duration_ms', 'gauge'), unit: 'milliseconds' },
    { family: typed('a_ratio', 'gauge'), unit: 'ratio' },
    { family: typed('cpu_percent', 'gauge'), unit: 'percent' },
    {
      family: typed('process_start_time_seconds', 'gauge', 'process_start_time_seconds', 1.7e9),
      unit: 'moment',
    },
    { family: typed('processing_time_seconds', 'gauge', 'processing_time_seconds', 4), unit: 'seconds' },
    { family: typed('jobs_waiting', 'gauge'), unit: null },
    { family: { ...typed('jobs_taken', 'gauge'), unit: 'seconds' }, unit: 'seconds' },
  ]
  it.each(rows)('$family.name: $unit', ({ family, unit }) => expect(unitOfFamily(family)).toBe(unit))
})

describe('fittingSignals', () => {
  const rows = [
    { family: typed('a_bytes', 'gauge'), first: 'memory', has: 'disk', not: 'queueDepth' },
    { family: typed('jobs', 'gauge'), first: 'goroutines', has: 'queueDepth', not: 'latencyP99' },
    { family: typed('a_percent', 'gauge'), first: 'gcCpu', has: 'utilisation', not: 'memory' },
    { family: typed('a_total', 'counter'), first: 'requestRate', has: 'restarts', not: 'errorRatio' },
    { family: typed('a_seconds_total', 'counter'), first: 'cpu', has: 'mutexWait', not: 'latencyP99' },
    {
      family: typed('a_ms', 'histogram', 'a_ms_sum'),
      first: 'latencyP99',
      has: 'requestRate',
      not: 'memory',
    },
    {
      family: typed('a_bytes', 'histogram', 'a_bytes_sum'),
      first: 'requestRate',
      has: 'requestRate',
      not: 'latencyP99',
    },
  ]
  it.each(rows)('$family.name of a $family.type: $first', ({ family, first, has, not }) => {
    const signals: readonly string[] = fittingSignals(family).map(({ signal }) => signal)
    expect(signals[0]).toBe(first)
    expect(signals).toContain(has)
    expect(signals).not.toContain(not)
    expect(signals).not.toContain('scrapeBytes')
  })

  it.each([typed('a_info', 'info'), typed('a', 'stateset'), familyOf('# HELP a nothing')])(
    'of $name: none',
    (family) => expect(fittingSignals(family)).toEqual([]),
  )
})

describe('fleetLine', () => {
  const JOBS = familyOf(
    '# TYPE jobs gauge\njobs{queue="mail",node="a \\"b\\""} 1\njobs{queue="sms"} 2\njobs 3\njobs{queue="sms"} 4',
  )

  it('offers each set of labels once', () => {
    expect(pickableLabels(JOBS, 10)).toEqual([{ queue: 'mail', node: 'a "b"' }, { queue: 'sms' }])
    expect(pickableLabels(JOBS, 1)).toHaveLength(1)
  })

  it('leaves the edges of distributions out, and labels that were cut', () => {
    const page = `# TYPE h histogram\nh_bucket{p="1",le="1"} 1\nh_bucket{p="1",le="2"} 1\nh_sum{p="${'x'.repeat(999)}"} 1`
    expect(pickableLabels(familyOf(page), 10)).toEqual([{ p: '1' }])
  })

  const names = [
    { family: JOBS, name: 'jobs' },
    { family: typed('calls', 'counter', 'calls_total'), name: 'calls_total' },
    { family: typed('call_seconds', 'histogram', 'call_seconds_sum'), name: 'call_seconds' },
    { family: familyOf('{"my metric"} 1'), name: null },
  ]
  it.each(names)('names $name', ({ family, name }) => expect(mappedName(family)).toBe(name))

  const lines = [
    { scale: 1, labels: null, line: '"signals": { "queueDepth": "jobs" }' },
    { scale: 0.001, labels: null, line: '"signals": { "queueDepth": { "metric": "jobs", "scale": 0.001 } }' },
    {
      scale: 1,
      labels: { queue: 'a "b"\n' },
      line: '"signals": { "queueDepth": { "metric": "jobs", "labels": { "queue": "a \\"b\\"\\n" } } }',
    },
  ]
  it.each(lines)('is one that the fleet file takes: $line', ({ scale, labels, line }) => {
    expect(fleetLine('jobs', { signal: 'queueDepth', scale }, labels)).toBe(line)
    const file: unknown = JSON.parse(`{ "services": [{ "name": "a", "url": "http://a", ${line} }] }`)
    const parsed = parseFleet(file)
    expect(parsed.ok ? parsed.value.services[0]?.mapped : parsed.error).toMatchObject([
      { signal: 'queueDepth', metric: 'jobs', scale, labels: labels ?? {} },
    ])
  })
})
