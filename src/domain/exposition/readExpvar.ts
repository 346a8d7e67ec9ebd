import { ok, type Result } from '#src/domain/result.ts'
import type { Exposition, NotAnExposition } from './exposition.ts'
import { isObject, type JsonObject } from '#src/domain/json/jsonValue.ts'
import { jsonObject, notOfThisKind } from './jsonObject.ts'
import { JsonPage } from './jsonPage.ts'
import { labelSet } from './labelSet.ts'
import { MEMSTATS } from './memstats.ts'

// The command line may hold passwords. Nothing of it is kept.
const LEFT_OUT: ReadonlySet<string> = new Set(['cmdline', 'memstats'])

/**
 * Reads Go's `/debug/vars` (package expvar): memstats under the names of the Prometheus client for Go, the
 * program's own numbers under their keys (`{"registry":{"cache":{"hits":1}}}` is `registry_cache_hits`), and
 * InfluxDB 1's map of `"name:tags"` as `name_field` with its tags as labels. Texts and the command line are
 * left out. Not an exposition: a page without `memstats`, `cmdline` or InfluxDB's map.
 */
export const readExpvar = (text: string): Result<Exposition, NotAnExposition> => {
  const body = jsonObject(text)
  if (!body.ok) return body
  const { cmdline, memstats } = body.value
  if (!isObject(memstats) && !Array.isArray(cmdline) && !Object.values(body.value).some(isInflux)) {
    return notOfThisKind('the JSON has neither memstats nor cmdline: it is no expvar page')
  }
  const page = new JsonPage()
  if (isObject(memstats)) addMemstats(page, memstats)
  for (const [key, value] of Object.entries(body.value)) {
    if (LEFT_OUT.has(key)) continue
    if (isInflux(value)) addInflux(page, value)
    else page.addNested(key, value)
  }
  return ok(page.toExposition('expvar', text))
}

type InfluxEntry = { readonly name: string; readonly tags: unknown; readonly values: JsonObject }

const isInflux = (value: unknown): value is InfluxEntry & JsonObject =>
  isObject(value) && typeof value.name === 'string' && isObject(value.values)

const addInflux = (page: JsonPage, { name, tags, values }: InfluxEntry): void => {
  const pairs = isObject(tags) ? Object.entries(tags) : []
  const labels = labelSet(
    pairs.map(([tag, value]) => [tag, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
  for (const [field, value] of Object.entries(values)) page.add(`${name}_${field}`, value, labels)
}

const addMemstats = (page: JsonPage, memstats: JsonObject): void => {
  for (const [field, { name, type, perUnit = 1 }] of Object.entries(MEMSTATS)) {
    const value = memstats[field]
    if (typeof value === 'number') page.addTyped(name, type, value / perUnit)
  }
}
