/** What a `*.bench.ts` file exports as `bench`: `run.ts` finds it by its file name. */
export type Bench = {
  readonly name: string
  /** Measures, prints as it goes, and answers what is written to the JSON file. Nothing fails by time. */
  readonly run: (print: (text: string) => void) => Promise<unknown>
}
