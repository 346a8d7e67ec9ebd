import type { Priority } from '#src/domain/sla/priority.ts'

/** How a fleet reads the labels of alerts. */
export type AlertLabels = {
  /** Labels that may name the service, in their order. */
  readonly serviceLabels: readonly string[]
  /** What values of the label `severity` stand for, in lower case. */
  readonly severities: Readonly<Record<string, Priority>>
}

/** … where the fleet file says nothing else. */
export const ALERT_LABELS: AlertLabels = {
  serviceLabels: ['service', 'job', 'app'],
  severities: { critical: 1, error: 2, high: 2, warning: 3, info: 4, none: 5 },
}
