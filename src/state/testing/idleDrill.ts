import type { DrillActions } from '#src/state/drillActions.ts'

/** For tests: a worker that knows of no service. */
export const idleDrill: DrillActions = {
  record: () => Promise.resolve(null),
  history: () => Promise.resolve(null),
  families: () => Promise.resolve(null),
  pin: () => Promise.resolve(null),
  asOf: () => Promise.resolve(null),
  surroundings: () => Promise.resolve(null),
}
