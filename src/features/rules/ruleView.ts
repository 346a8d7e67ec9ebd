import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import { thresholdText } from '#src/domain/fleet/thresholdText.ts'
import { type Light, lightRank } from '#src/domain/verdict/light.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import type { Threshold } from '#src/domain/verdict/rule.ts'

/** A threshold with every value that is in force, as a fleet file writes them. */
export type ThresholdView = {
  readonly name: Threshold
  /** What holds where a service says nothing else. */
  readonly value: string
  /** What would hold without a fleet file; null where that is the same. */
  readonly usual: string | null
  /** Other values, each with the services that go by it, in the order of the fleet file. */
  readonly own: readonly { readonly value: string; readonly services: readonly string[] }[]
}

/** So that orders-2 comes before orders-10. */
const NAMES = new Intl.Collator('en', { numeric: true })

/** How one threshold is set. */
export function thresholdView(name: Threshold, { fleet, own }: FleetPolicies): ThresholdView {
  const value = thresholdText(name, fleet[name])
  const usual = thresholdText(name, DEFAULT_POLICY[name])
  const byValue = new Map<string, string[]>()
  for (const { service, values } of own) {
    const its = values[name]
    if (its === undefined) continue
    const text = thresholdText(name, its)
    byValue.set(text, [...(byValue.get(text) ?? []), service])
  }
  const others = [...byValue].map(([text, services]) => ({ value: text, services }))
  return { name, value, usual: usual === value ? null : usual, own: others }
}

/** A service that shows a rule's reason, and how bad it is there. */
export type Shown = { readonly service: string; readonly light: Light }

/** Which services show which reason, the worst first, then by name. Several reasons of a kind are one. */
export function shownNow(rows: Iterable<ServiceRow>): ReadonlyMap<ReasonKind, readonly Shown[]> {
  const all = new Map<ReasonKind, Shown[]>()
  for (const { name: service, reasons } of rows) {
    const kinds = new Set<ReasonKind>()
    // The worst of a kind comes first in a row.
    for (const { kind, light } of reasons) {
      if (kinds.has(kind)) continue
      kinds.add(kind)
      const shown = all.get(kind)
      if (shown === undefined) all.set(kind, [{ service, light }])
      else shown.push({ service, light })
    }
  }
  for (const shown of all.values()) {
    shown.sort((a, b) => lightRank(a.light) - lightRank(b.light) || NAMES.compare(a.service, b.service))
  }
  return all
}

/** How many of the fleet's own thresholds are not the default. */
export const changedOfFleet = ({ fleet }: FleetPolicies): number => {
  const usual: ReadonlyMap<string, number> = new Map(Object.entries(DEFAULT_POLICY))
  return Object.entries(fleet).filter(([name, value]) => usual.get(name) !== value).length
}
