/** One finished business request. */
type Served = { readonly route: string; readonly status: number; readonly seconds: number }

/** What a pod measures of itself, under the names of one framework. All values are real. */
export type Meter = {
  readonly contentType: string
  readonly observe: (served: Served) => void
  /** The metrics page: the process' families first, then the pod's own. */
  readonly page: () => Promise<string>
}

/** Whose metric names a pod uses. Spring Boot with histogram buckets switched on, Quarkus without. */
export type Vocabulary = 'node' | 'micrometer-histogram' | 'micrometer-summary' | 'prometheus-net'
