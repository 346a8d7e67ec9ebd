import { cutText } from './cutText.ts'
import type { HealthMetric } from './healthReading.ts'
import { asObject, field, firstText } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'

/** So many metrics are kept of a health page, the first. */
export const METRIC_CAP = 500

const FIELDS = [
  'metrics',
  'lastMetrics',
  'last_metrics',
  'recentMetrics',
  'recent_metrics',
  'measurements',
  'stats',
]
const NAME_FIELDS = ['name', 'metric', 'key', 'id', 'label']
const VALUE_FIELDS = ['value', 'val', 'v', 'current', 'last', 'count']
const UNIT_FIELDS = ['unit', 'units', 'baseUnit', 'uom']

/**
 * The metrics that a page carries under `metrics` (or a like name): a list of `{name, value, unit}`, or a map from
 * name to number or to `{value, unit}`. Only finite numbers are kept, numbers in text included.
 */
export const readHealthMetrics = (body: JsonObject): readonly HealthMetric[] => {
  const holder = FIELDS.map((key) => field(body, key)).find(
    (value) => typeof value === 'object' && value !== null,
  )
  if (holder === undefined || holder === null) return []
  const entries: readonly [string | null, unknown][] = Array.isArray(holder)
    ? holder.slice(0, METRIC_CAP).map((item: unknown) => [firstText(asObject(item) ?? {}, NAME_FIELDS), item])
    : Object.entries(holder).slice(0, METRIC_CAP)
  return entries.flatMap(([name, value]) => readMetric(name, value) ?? [])
}

const readMetric = (name: string | null, item: unknown): HealthMetric | null => {
  const object = asObject(item)
  const raw = object === null ? item : VALUE_FIELDS.map((key) => field(object, key)).find(isNumeric)
  if (name === null || !isNumeric(raw)) return null
  return {
    name: cutText(name, 200),
    value: Number(raw),
    unit: object === null ? null : firstText(object, UNIT_FIELDS),
  }
}

const isNumeric = (value: unknown): value is number | string => {
  if (typeof value === 'number') return Number.isFinite(value)
  return (
    typeof value === 'string' &&
    /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value) &&
    Number.isFinite(Number(value))
  )
}
