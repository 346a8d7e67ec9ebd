/** One fault of a fleet file: where, what is there, what was expected, and how to mend it. */
export type FleetIssue = {
  /** JSON path, e.g. `services[2].pods[0].url`; empty for the whole file. */
  readonly path: string
  /** What was found, short and printable. */
  readonly found: string
  readonly expected: string
  /** What to write instead, one sentence. */
  readonly repair: string
}
