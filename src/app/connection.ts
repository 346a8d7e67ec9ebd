import type { Result } from '#src/domain/result.ts'
import { connectWatch, type WatchClient } from '#src/engine/client.ts'
import { fleetUrl } from './fleetUrl.ts'

export type Connection = Result<{ readonly client: WatchClient; readonly fleetUrl: string }, string>

function connect(): Connection {
  const trusted = document.querySelector<HTMLMetaElement>('meta[name="fleet-origins"]')?.content ?? ''
  const { search, hash } = location
  const url = fleetUrl({ search, hash, base: document.baseURI, trusted })
  return url.ok
    ? { ok: true, value: { client: connectWatch({ fleetUrl: url.value }), fleetUrl: url.value } }
    : url
}

/** Opened by being imported, before anything else of the page runs: the worker polls while React still loads. */
export const connection: Connection = connect()
