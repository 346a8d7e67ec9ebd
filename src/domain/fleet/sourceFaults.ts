import { EXPECTATIONS } from './expectations.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { isObject } from './isObject.ts'
import { joinPath, printable } from './issueText.ts'

const LABEL_NAME = /^[a-zA-Z_]\w*$/

/**
 * Keys of `sources.prometheus.match` that are no names of labels (Prometheus, "Data model"): they would end up in the
 * middle of a query. The schema cannot say it of keys.
 */
export function sourceFaults(sources: unknown): FleetIssue[] {
  const prometheus = isObject(sources) ? sources['prometheus'] : null
  const match = isObject(prometheus) ? prometheus['match'] : null
  if (!isObject(match)) return []
  const words = EXPECTATIONS['label'] ?? { expected: '', repair: '' }
  return Object.keys(match).flatMap((name) =>
    LABEL_NAME.test(name)
      ? []
      : [{ path: joinPath('sources.prometheus.match', name), found: printable(name), ...words }],
  )
}
