import type { Labels } from '#src/domain/exposition/exposition.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { isObject } from '#src/domain/json/jsonValue.ts'

/** A JSON object's texts as labels, each cut to `cap` characters; what is no text is passed over, no object has none. */
export function labelsIn(json: unknown, cap = Number.POSITIVE_INFINITY): Labels {
  if (!isObject(json)) return labelSet([])
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(json)) {
    if (typeof value === 'string') pairs.push([name, cutText(value, cap)])
  }
  return labelSet(pairs)
}

/** A list's texts, and nothing of what is no list. */
export const textsIn = (json: unknown): readonly string[] =>
  Array.isArray(json) ? json.filter((item): item is string => typeof item === 'string') : []
