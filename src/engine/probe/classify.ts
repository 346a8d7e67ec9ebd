import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { HttpHead } from '#src/engine/ports.ts'

/** The header by which the gateway marks its own answers for a pod that it could not reach. */
const GATEWAY_HEADER = 'x-morning-check'

/** A failure that the head of an answer shows, whatever its body says; null where the body has to be read. */
export function failureInHead(head: HttpHead, asked: string, took: DurationMs): ProbeFailure | null {
  const gateway = head.headers[GATEWAY_HEADER]
  if (gateway === 'timeout') return { kind: 'timeout', after: took }
  if (gateway !== undefined) return { kind: 'unreachable', by: 'gateway', detail: gateway }
  if (head.status === 401 || head.status === 403 || head.status === 407)
    return { kind: 'sign-in-needed', how: 'status' }
  if (head.redirected && new URL(head.url).origin !== new URL(asked).origin) {
    return { kind: 'sign-in-needed', how: 'redirect' }
  }
  return null
}

/** Answers that mean "there is nothing at this path". */
export const isAbsent = (status: number): boolean => status === 404 || status === 405 || status === 410
