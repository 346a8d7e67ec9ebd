import { ok, type Result } from '#src/domain/result.ts'
import { type ActuatorFamily, actuatorFamily } from './actuatorFamily.ts'
import type { Exposition, Labels, NotAnExposition } from './exposition.ts'
import { isObject, type JsonObject } from '#src/domain/json/jsonValue.ts'
import { jsonObject, notOfThisKind } from './jsonObject.ts'
import { JsonPage } from './jsonPage.ts'
import { labelSet } from './labelSet.ts'

/**
 * Reads Spring Boot's `/actuator/metrics/{name}` under the names that Micrometer gives the same metric in its
 * Prometheus registry: `jvm.memory.used` is `jvm_memory_used_bytes`. `tags` are those that were asked for
 * (`?tag=area:heap`); a tag that can only have one value is one of the labels too, a tag with several is
 * summed over.
 */
export const readActuatorMetric = (
  text: string,
  tags: Readonly<Record<string, string>> = {},
): Result<Exposition, NotAnExposition> => {
  const body = jsonObject(text)
  if (!body.ok) return body
  const { name, baseUnit, measurements, availableTags } = body.value
  const measured = measurementsOf(measurements)
  if (typeof name !== 'string' || measured.size === 0) {
    return notOfThisKind('the JSON has no name and measurements: it is no metric of an actuator')
  }
  const family = actuatorFamily(
    name,
    typeof baseUnit === 'string' ? baseUnit : null,
    new Set(measured.keys()),
  )
  const page = new JsonPage()
  addMeasurements(page, family, measured, labelsOf(tags, availableTags))
  return ok(page.toExposition('actuator-metrics', text))
}

/** Reads `/actuator/metrics`: the names that can be asked for, in Micrometer's dotted spelling. */
export const readActuatorIndex = (text: string): Result<readonly string[], NotAnExposition> => {
  const body = jsonObject(text)
  if (!body.ok) return body
  const { names } = body.value
  if (!Array.isArray(names)) return notOfThisKind('the JSON has no names: it is no index of an actuator')
  return ok(names.filter((name) => typeof name === 'string'))
}

const measurementsOf = (measurements: unknown): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const measurement of Array.isArray(measurements) ? measurements : []) {
    const { statistic, value } = isObject(measurement) ? measurement : NOTHING
    if (typeof statistic === 'string' && typeof value === 'number') found.set(statistic.toUpperCase(), value)
  }
  return found
}

const NOTHING: JsonObject = {}

const addMeasurements = (
  page: JsonPage,
  { suffixes, type, perUnit }: ActuatorFamily,
  measured: ReadonlyMap<string, number>,
  labels: Labels,
): void => {
  for (const [statistic, value] of measured) {
    const name = suffixes.get(statistic)
    const scaled = SCALED.has(statistic) ? value / perUnit : value
    if (name !== undefined) page.addTyped(name, statistic === 'MAX' ? 'gauge' : type, scaled, labels)
  }
}

// Counts have no unit.
const SCALED: ReadonlySet<string> = new Set(['VALUE', 'TOTAL', 'TOTAL_TIME', 'MAX', 'DURATION'])

const labelsOf = (tags: Readonly<Record<string, string>>, availableTags: unknown): Labels => {
  const pairs: [string, string][] = []
  for (const available of Array.isArray(availableTags) ? availableTags : []) {
    const { tag, values } = isObject(available) ? available : NOTHING
    const only: unknown = Array.isArray(values) && values.length === 1 ? values[0] : null
    if (typeof tag === 'string' && typeof only === 'string') pairs.push([labelName(tag), only])
  }
  return labelSet([...pairs, ...Object.entries(tags).map(([tag, value]) => [labelName(tag), value] as const)])
}

const labelName = (tag: string): string => tag.replaceAll(/[^a-zA-Z0-9_]/g, '_')
