/** One load of all that is stored, in a worker that did nothing before. Times in ms. */
export type LoadFigures = {
  readonly time: number
  /** By how much a timer was late at most meanwhile: the browser lets messages go before timers. */
  readonly longest: number
  /** Slices of work that ended with a pause, and the longest of them. */
  readonly slices: number
  readonly slice: number
}

/** What the worker of the bench has measured of one thing that is written again and again. Times in ms. */
export type WriteFigures = LoadFigures & {
  readonly bytes: number
}

/** What is set aside in the worker, and what is stored. */
export type SizeFigures = {
  readonly series: number
  readonly bytesOfHistories: number
  readonly bytesOfDrifts: number
  /** All that this origin has stored, as the browser tells it. */
  readonly bytesStored: number
}

/** What the worker answers to each step that it is asked for. */
export type Steps = {
  readonly fill: SizeFigures
  readonly load: LoadFigures & SizeFigures
  /** The histories alone: neither the state of the drift test, nor what is told to it. */
  readonly loadHistories: LoadFigures
  /** What the browser alone takes to hand over the records. */
  readonly read: { readonly time: number; readonly records: number; readonly bytes: number }
  /** A minute goes by. */
  readonly observe: SizeFigures
  readonly save: WriteFigures
  readonly export: { readonly time: number; readonly bytes: number }
  /** Tells the drift test all histories anew, and answers what a series takes. */
  readonly rebuild: { readonly time: number; readonly total: number; readonly longest: number }
}
