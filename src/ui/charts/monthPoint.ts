/** One point of a chart over months. */
export type MonthPoint = {
  /** `2026-11`. */
  readonly month: string
  /** Null: a gap. */
  readonly value: number | null
  /** Of how many it is told. */
  readonly n: number
}
