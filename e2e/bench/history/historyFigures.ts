/** What the worker of the bench has measured. Times in ms. */
export type HistoryFigures = {
  readonly series: number
  readonly load: number
  /** The longest that the worker was kept from anything else while it loaded. */
  readonly loadSlice: number
  /** Of that: reading the bins. The rest is the state of the drift test, and what is told to it. */
  readonly loadHistories: number
  /** Of that: what the browser takes to hand over the records. */
  readonly loadReading: number
  readonly loadAgain: number
  readonly minuteWrite: number
  readonly minuteSlice: number
  readonly hourWrite: number
  readonly hourSlice: number
  readonly bytesInMemory: number
  readonly bytesOfDrifts: number
  readonly bytesOfMinute: number
  readonly bytesStored: number
  readonly exportTime: number
  readonly exportBytes: number
}
