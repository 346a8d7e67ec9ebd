import type { Ports } from '#src/engine/ports.ts'
import type { Asker } from '#src/engine/probe/asker.ts'
import { failedAnswer } from '#src/engine/probe/probeOutcome.ts'
import { type Target, urlOf } from '#src/engine/probe/target.ts'

/** Where the plain asker asks: the endpoint's own name is its path. */
export const plainUrl = (target: Target): string => urlOf(target, target.endpoint)

/**
 * Sends one GET a probe and reads nothing of the answer: for whoever decides when to ask, an answer is a time-out
 * or it is not. Everything else comes out as an HTTP status.
 */
export function plainAsker(ports: Ports): Asker {
  return {
    mustWait: () => false,
    pathOf: (target) => `/${target.endpoint}`,
    keep: () => undefined,
    ask: async (target, signal) => {
      const { timeout } = target.polling
      const [at, began] = [ports.now(), ports.monotonic()]
      const got = await ports.get(
        { url: plainUrl(target), credentials: 'omit', timeout, mode: 'read', signal },
        () => ({
          push: () => 'more',
        }),
      )
      const timedOut = !got.ok && got.error.kind === 'timeout'
      const failure = timedOut
        ? { kind: 'timeout' as const, after: timeout }
        : { kind: 'http-status' as const, status: got.ok ? got.value.status : 0 }
      return {
        answer: failedAnswer(target.endpoint, failure),
        at,
        took: ports.monotonic() - began,
        absent: false,
      }
    },
  }
}
