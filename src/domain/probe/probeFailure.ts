import type { Bytes, DurationMs } from '#src/domain/time/units.ts'

/**
 * Why a probe gave no reading: the closed set of product.md section 3.
 * A page cannot tell refused from a DNS error; a second, opaque request tells both from missing CORS headers.
 */
export type ProbeFailure =
  | { readonly kind: 'timeout'; readonly after: DurationMs }
  /** `by: 'gateway'`: the gateway answered and says that it could not reach the pod, and why. */
  | { readonly kind: 'unreachable'; readonly by: 'browser' | 'gateway'; readonly detail: string | null }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'mixed-content' }
  | { readonly kind: 'local-network-permission' }
  | { readonly kind: 'sign-in-needed'; readonly how: 'page' | 'redirect' | 'status' }
  | { readonly kind: 'http-status'; readonly status: number }
  | { readonly kind: 'too-large'; readonly cap: Bytes }
  | { readonly kind: 'malformed'; readonly line: number; readonly column: number; readonly reason: string }
  | { readonly kind: 'not-found'; readonly tried: readonly string[] }
  | { readonly kind: 'aborted' }
