import type { EpochMs } from '#src/domain/time/units.ts'
import { csvMoment } from '#src/domain/statistics/csvMoment.ts'

/** What a link to a log tool is about. */
export type LogQuery = {
  readonly service: string
  /** Null, here and below: not about one, or not known; its place in the link is left empty. */
  readonly pod: string | null
  readonly namespace: string | null
  readonly level: string | null
  readonly from: EpochMs
  readonly to: EpochMs
  /** The moment that it is about. */
  readonly at: EpochMs
}

const PLACE = /\{(service|pod|namespace|level|from|to|at)(?::(ms|s|ns))?\}/g

const PER_MS: Readonly<Record<string, (ms: EpochMs) => string>> = {
  ms: (ms) => `${Math.round(ms)}`,
  s: (ms) => `${Math.floor(ms / 1000)}`,
  ns: (ms) => `${Math.round(ms)}000000`,
}

const isTime = (name: string): name is 'from' | 'to' | 'at' =>
  name === 'from' || name === 'to' || name === 'at'

const isText = (name: string): name is 'service' | 'pod' | 'namespace' | 'level' =>
  name === 'service' || name === 'pod' || name === 'namespace' || name === 'level'

/** No name and password before the host; elsewhere `@` is a sign like others, as in `@timestamp`. */
const isWebPage = (link: string): boolean =>
  /^https?:\/\/\S+$/i.test(link) && !/^https?:\/\/[^/?#]*@/i.test(link)

/**
 * Fills a fleet file's link to the team's log tool: `{service}`, `{pod}`, `{namespace}`, `{level}`, and `{from}`, `{to}`, `{at}`
 * as RFC 3339 in UTC, or as a number since 1970 with `{from:ms}`, `{from:s}`, `{from:ns}`. Values are percent-encoded
 * (RFC 3986); other braces stay as they are, as in a query of LogQL. Null for what is no http(s) address.
 */
export function fillLink(template: string, query: LogQuery): string | null {
  const link = template.replaceAll(PLACE, (whole, name: string, unit: string | undefined) => {
    if (isTime(name)) {
      const at = query[name]
      return encodeURIComponent(unit === undefined ? (csvMoment(at) ?? '') : (PER_MS[unit]?.(at) ?? ''))
    }
    return unit === undefined && isText(name) ? encodeURIComponent(query[name] ?? '') : whole
  })
  return isWebPage(link) ? link : null
}

/** Whether a link names a place that would be filled. */
export const hasPlaces = (template: string): boolean => template.search(PLACE) >= 0
