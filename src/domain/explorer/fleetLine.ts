import type { FamilyTold } from './podFamilies.ts'
import type { Fitting } from './fittingSignals.ts'

/** Labels that stand for the lines of one distribution, not for series of their own. */
const OF_LINES: ReadonlySet<string> = new Set(['le', 'quantile'])

/** As the fleet file takes them, see `signalsFile.ts`. */
const METRIC = /^[a-zA-Z_:][\w:./-]{0,299}$/
const LABEL = /^[a-zA-Z_]\w*$/

/** Labels as they are told may be cut: then they are no longer those of the page. */
const CUT = '…'

type Labels = Readonly<Record<string, string>>

/** Which series of a family can be picked by their labels: each set of labels once, at most `most`, in the order told. */
export function pickableLabels({ series }: FamilyTold, most: number): readonly Labels[] {
  const found = new Map<string, Labels>()
  for (const { labels } of series) {
    const own = Object.entries(labels).filter(([name]) => !OF_LINES.has(name))
    const isWhole = own.every(([name, value]) => LABEL.test(name) && !value.endsWith(CUT))
    if (own.length > 0 && isWhole && found.size < most)
      found.set(JSON.stringify(own), Object.fromEntries(own))
  }
  return [...found.values()]
}

/** The name that the fleet file takes: that of the lines, or of a whole histogram or summary; null where it takes none. */
export function mappedName({ name, type, series }: FamilyTold): string | null {
  const isDistribution = type === 'histogram' || type === 'summary'
  const metric = isDistribution ? name : (series[0]?.name ?? name)
  return METRIC.test(metric) ? metric : null
}

/**
 * What to write into the fleet file so that a metric tells a signal: a service's `signals`, in full. `labels` null: all its
 * series together.
 */
export function fleetLine(metric: string, { signal, scale }: Fitting, labels: Labels | null): string {
  const long = {
    metric,
    ...(labels === null ? {} : { labels }),
    ...(scale === 1 ? {} : { scale }),
  }
  const value = labels === null && scale === 1 ? metric : long
  return `"signals": ${JSON.stringify({ [signal]: value }, null, 1).replaceAll(/\s*\n\s*/g, ' ')}`
}
