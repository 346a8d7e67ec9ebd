import { ok, type Result } from '#src/domain/result.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import type { Exposition, NotAnExposition } from './exposition.ts'
import { goDuration } from './goDuration.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { jsonObject, notOfThisKind } from './jsonObject.ts'
import { JsonPage } from './jsonPage.ts'
import { labelSet } from './labelSet.ts'

// Lengths of time that NATS writes as nanoseconds.
const NANOSECONDS: ReadonlySet<string> = new Set(['ping_interval', 'write_deadline'])

const COUNTERS: ReadonlySet<string> = new Set([
  'total_connections',
  'in_msgs',
  'out_msgs',
  'in_bytes',
  'out_bytes',
  'slow_consumers',
  'stale_connections',
])

/**
 * Reads `/varz` of a NATS server: its numbers as `nats_varz_<key>`, nested keys joined by `_`
 * (`nats_varz_jetstream_stats_storage`), `cpu` in percent of one core as it stands; `start` and `uptime` as
 * `nats_varz_start_time_seconds` and `nats_varz_uptime_seconds`; its version as `nats_server_build_info`.
 * Numbers past 2^53 are the nearest double: "no limit" is 2^64. Not an exposition: anything without server_id
 * and mem.
 */
export const readNatsVarz = (text: string): Result<Exposition, NotAnExposition> => {
  const body = jsonObject(text)
  if (!body.ok) return body
  const varz = body.value
  if (typeof varz.server_id !== 'string' || typeof varz.mem !== 'number') {
    return notOfThisKind('the JSON has no server_id and mem: it is no varz page of NATS')
  }
  const page = new JsonPage()
  for (const [key, value] of Object.entries(varz)) addVariable(page, key, value)
  addTimes(page, varz)
  if (typeof varz.version === 'string') {
    const goversion = typeof varz.go === 'string' ? varz.go : ''
    page.addTyped(
      'nats_server_build_info',
      'gauge',
      1,
      labelSet([
        ['version', varz.version],
        ['goversion', goversion],
      ]),
    )
  }
  return ok(page.toExposition('nats-varz', text))
}

const addVariable = (page: JsonPage, key: string, value: unknown): void => {
  const name = `nats_varz_${key}`
  if (typeof value !== 'number') page.addNested(name, value)
  else if (NANOSECONDS.has(key)) page.addTyped(`${name}_seconds`, 'gauge', value / 1e9)
  else page.addTyped(name, COUNTERS.has(key) ? 'counter' : 'gauge', value)
}

const addTimes = (page: JsonPage, { start, uptime }: JsonObject): void => {
  const startedAt = parseTimestamp(start)
  const upFor = typeof uptime === 'string' ? goDuration(uptime) : null
  if (startedAt !== null) page.addTyped('nats_varz_start_time_seconds', 'gauge', startedAt / 1000)
  if (upFor !== null) page.addTyped('nats_varz_uptime_seconds', 'gauge', upFor / 1000)
}
