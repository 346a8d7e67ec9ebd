/** What a signal of a pod usually is at this time, in the signal's unit. */
export type Usual = {
  readonly value: number
  /** As high as single moments of an ordinary day go at this time; `value` where no days are known. */
  readonly peak: number
  /** The same hour of the days before, or the two hours before. */
  readonly of: 'days' | 'hours'
}
