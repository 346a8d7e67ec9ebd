import type { Labels } from './exposition.ts'

/**
 * An empty set of labels to fill. It inherits nothing, so `__proto__` or `constructor` as a label name is a
 * label like any other; unlike `Object.create(null)` it keeps the engine's fast object layout.
 */
export class LabelSet {
  [name: string]: string
}
Object.setPrototypeOf(LabelSet.prototype, null)
Reflect.deleteProperty(LabelSet.prototype, 'constructor')

/** The labels of a series that has none. */
export const NO_LABELS: Labels = Object.freeze(new LabelSet())

/** A label set of the given names and values. */
export const labelSet = (pairs: Iterable<readonly [string, string]>): Labels => {
  const labels = new LabelSet()
  for (const [name, value] of pairs) labels[name] = value
  return labels
}
