/** One load of all that is stored, in a worker that did nothing before. Times in ms. */
export type LoadFigures = {
  readonly time: number
  /** The longest that the worker was kept from anything else, and how long it was busy in all such slices together. */
  readonly longest: number
  readonly busy: number
  readonly slices: number
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
  /** Loads and then writes a minute nine times: the median. */
  readonly minutes: WriteFigures
  readonly hour: WriteFigures
  readonly export: { readonly time: number; readonly bytes: number }
  /** Tells the drift test all histories anew, and answers what a series takes. */
  readonly rebuild: { readonly time: number; readonly longest: number }
}
