import type { Vocabulary } from '#e2e/fleet/metrics/meter.ts'
import type { Check } from '#e2e/fleet/pod/checks.ts'
import type { Pod } from '#e2e/fleet/pod/pod.ts'
import type { Answer } from './answer.ts'

/** What a request was for: one of the endpoints, the business endpoint, or a path that is not served. */
export type RequestKind = 'health' | 'ready' | 'version' | 'metrics' | 'api' | 'unknown'

/** Everything an answer is made of. */
export type Asked = { readonly pod: Pod; readonly checks: readonly Check[]; readonly query: URLSearchParams }

type Route = {
  readonly kind: 'health' | 'ready' | 'version'
  readonly answer: (asked: Asked) => Answer
}

/** The way one framework speaks: its paths, bodies, status codes and metric names. */
export type Dialect = {
  readonly vocabulary: Vocabulary
  readonly metricsPath: string
  /** Whether its health format has a word between up and down. */
  readonly knowsDegraded: boolean
  readonly routes: Readonly<Record<string, Route>>
}
