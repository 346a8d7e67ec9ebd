import type { ServiceDetail, ToPage } from '#src/engine/protocol.ts'

/** The page's end of the line to the worker that watches the fleet. */
export type WatchClient = {
  /** `shared`: one poller for all tabs; `dedicated`: this tab's own. */
  readonly mode: 'shared' | 'dedicated'
  /** Calls `listener` for every message; the newest digest and fleet-file state are replayed to a new listener. */
  subscribe(listener: (message: ToPage) => void): () => void
  /** Everything known of one service's pods; null when the fleet has no such service. */
  detail(service: string): Promise<ServiceDetail | null>
  close(): void
}
