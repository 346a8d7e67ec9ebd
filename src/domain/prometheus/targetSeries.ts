import type { Labels } from '#src/domain/exposition/exposition.ts'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import type { PodTarget } from './matchTarget.ts'
import type { LabelIs } from './selector.ts'

/**
 * Conditions that all series of these targets fulfil, and few others: what they are known by, and what the fleet says.
 * The targets have to be known by the same labels.
 */
export const conditionsFor = (
  targets: readonly PodTarget[],
  match: Readonly<Record<string, string>>,
): LabelIs[] => [
  ...(targets[0]?.identity ?? []).map((label) => ({
    label,
    values: targets.map(({ labels }) => labels[label] ?? ''),
  })),
  ...Object.entries(match).map(([label, value]) => ({ label, values: [value] })),
]

/** Whether a series is of this target: all that the target is known by is the same. */
export const isOfTarget = (series: Labels, { labels, identity }: PodTarget): boolean =>
  identity.every((name) => (series[name] ?? '') === (labels[name] ?? ''))

/**
 * A series' labels as they stood on the metrics page: without those of the target, and with the page's own `job` or
 * `instance` by their own names where the server stored them as `exported_…` (scrape_config, `honor_labels`).
 */
export function labelsOnPage(series: Labels, { labels: ofTarget }: PodTarget): Labels {
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(series)) {
    if (Object.hasOwn(ofTarget, name)) continue
    const original = name.replace(/^exported_/, '')
    pairs.push([Object.hasOwn(ofTarget, original) ? original : name, value])
  }
  return labelSet(pairs)
}
