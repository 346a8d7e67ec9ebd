import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'

/** Why a Prometheus-compatible API gave no data: a closed set. */
export type QueryFailure =
  /** No whole answer came: the same causes as for a pod. */
  | { readonly kind: 'not-reached'; readonly failure: ProbeFailure }
  /** The API answered and says what is wrong, in its own words. */
  | { readonly kind: 'refused'; readonly status: number; readonly errorType: string; readonly error: string }
  /** Something answered that is not this API: a web page, other JSON, some text. */
  | { readonly kind: 'no-api'; readonly status: number; readonly holds: 'html' | 'json' | 'text' }
  /** JSON that ends early: the connection or a proxy cut the answer off. */
  | { readonly kind: 'cut-off' }
  /** The API's envelope with data of another shape than was asked for. */
  | { readonly kind: 'unexpected'; readonly found: string }

/** errorType values that speak of one query (Prometheus, "HTTP API"); VictoriaMetrics puts the status there. */
const OF_ONE_QUERY = new Set(['bad_data', 'execution', 'not_found', 'too_large', '400', '422'])

/**
 * Whether another query of the same server may well succeed. What is wrong with the server, with the way to it or
 * with the sign-in is wrong for all of them: asking on would only add to its load.
 */
export function isOfOneQuery(failure: QueryFailure): boolean {
  switch (failure.kind) {
    case 'refused':
      return OF_ONE_QUERY.has(failure.errorType) || failure.status === 400 || failure.status === 422
    case 'not-reached':
      return failure.failure.kind === 'too-large'
    case 'unexpected':
      return true
    case 'no-api':
    case 'cut-off':
      return false
  }
}
