import type { Labels } from '#src/domain/exposition/exposition.ts'
import type { AlertmanagerSource } from '#src/domain/fleet/ticketSettings.ts'
import { oneLine } from '#src/domain/health/cutText.ts'
import { PRIORITIES, type Priority } from '#src/domain/sla/priority.ts'
import { englishAlerts } from '#src/domain/wording/englishAlerts.ts'

const { why } = englishAlerts

/** Of an alert that says nothing of its urgency: in the middle, where somebody will look and requalify. */
const UNTOLD: Priority = 3

/** `P2`, `p2`, `2`; null for anything else. */
export function priorityIn(text: string | undefined): Priority | null {
  const digit = /^\s*p?([1-5])\s*$/i.exec(text ?? '')?.[1]
  return PRIORITIES.find((priority) => String(priority) === digit) ?? null
}

/** What a severity stands for, whatever its case; null where nothing says so. */
export function bySeverity(severity: string, severities: AlertmanagerSource['severities']): Priority | null {
  const wanted = severity.trim().toLowerCase()
  const found = Object.entries(severities).find(([name]) => name.toLowerCase() === wanted)
  return found?.[1] ?? null
}

/**
 * How urgent an alert is, and why in words: its label `priority` (`P1` to `P5`, or 1 to 5), else what the fleet file maps
 * its label `severity` to, whatever the case, else what the fleet file says of its service, else P3.
 */
export function alertPriority(
  labels: Labels,
  severities: AlertmanagerSource['severities'],
  ofService: Priority | null,
): { readonly priority: Priority; readonly why: string } {
  const { priority: told, severity } = labels
  const own = priorityIn(told)
  if (own !== null) return { priority: own, why: why.label('priority', oneLine(told ?? '', 40)) }
  const mapped = severity === undefined ? null : bySeverity(severity, severities)
  if (mapped !== null) return { priority: mapped, why: why.label('severity', oneLine(severity ?? '', 40)) }
  return ofService === null
    ? { priority: UNTOLD, why: why.unknown }
    : { priority: ofService, why: why.service }
}
