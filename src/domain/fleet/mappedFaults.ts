import { EXPECTATIONS } from './expectations.ts'
import { faultAt } from './faultAt.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { isObject } from './isObject.ts'
import { joinPath } from './issueText.ts'

const LABEL_NAME = /^[a-zA-Z_]\w*$/

const words = EXPECTATIONS['label'] ?? { expected: '', repair: '' }

function labelFaults(mapped: unknown, path: string): FleetIssue[] {
  const labels = isObject(mapped) ? mapped['labels'] : null
  const at = joinPath(path, 'labels')
  if (Array.isArray(labels)) return [faultAt(at, labels, 'object')]
  if (!isObject(labels)) return []
  return Object.keys(labels).flatMap((name) =>
    LABEL_NAME.test(name) ? [] : [faultAt(joinPath(at, name), name, words)],
  )
}

/**
 * What the schema cannot say of `labels` of mapped signals: that a list is none, and which keys are names that no label has
 * (Prometheus, "Data model").
 */
export function mappedFaults(signals: unknown, path: string): FleetIssue[] {
  if (!isObject(signals)) return []
  return Object.entries(signals).flatMap(([signal, mapped]) => labelFaults(mapped, joinPath(path, signal)))
}
