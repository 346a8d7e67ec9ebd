import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'

/** What decides how it is asked. */
type Asking = {
  readonly service: { readonly credentials: 'omit' | 'include' }
  readonly polling: { readonly timeout: DurationMs }
}

const IGNORE = { push: () => 'enough' as const }

/**
 * Why a request failed, when all the page was told is "Failed to fetch". One further, opaque request tells a
 * server that answers without CORS headers from one that does not answer. On the page's own origin (a gateway)
 * CORS does not exist: there, a redirect to another origin is the only failure behind an answering server.
 */
export async function diagnose(
  target: Asking,
  url: string,
  home: string,
  ports: Ports,
  signal: AbortSignal | null,
): Promise<ProbeFailure> {
  const obstacle = await ports.obstacleTo(url)
  if (obstacle !== null) return { kind: obstacle }
  const sameOrigin = new URL(url).origin === new URL(home).origin
  const second = await ports.get(
    {
      url,
      credentials: target.service.credentials,
      timeout: target.polling.timeout,
      mode: sameOrigin ? 'no-redirect' : 'opaque',
      signal,
    },
    () => IGNORE,
  )
  if (!second.ok && second.error.kind === 'aborted') return { kind: 'aborted' }
  if (second.ok && !sameOrigin) return { kind: 'unreadable' }
  if (!second.ok && second.error.kind === 'redirect') return { kind: 'sign-in-needed', how: 'redirect' }
  return { kind: 'unreachable', by: 'browser', detail: null }
}
