import type { ServiceDetail, ToPage, ToWorker } from '#src/engine/protocol.ts'

/** The page's end of the line to the worker that watches the fleet. */
export type WatchClient = {
  /** `shared`: one poller for all tabs; `dedicated`: the tabs' workers elect one. */
  readonly mode: 'shared' | 'dedicated'
  /** Calls `listener` for every message; the newest digest and fleet-file state are replayed to a new listener. */
  subscribe(listener: (message: ToPage) => void): () => void
  /** Everything known of one service's pods; null when the fleet has no such service. */
  detail(service: string): Promise<ServiceDetail | null>
  close(): void
}

type Wire = { readonly mode: WatchClient['mode']; send(message: ToWorker): void; end(): void }

/** The worker is named after its fleet file: tabs that look at the same fleet share one. */
function openWire(fleetUrl: string, receive: (message: ToPage) => void): Wire {
  const onMessage = ({ data }: MessageEvent<ToPage>): void => receive(data)
  const wanted = new URLSearchParams(location.search).get('worker')
  if ('SharedWorker' in globalThis && wanted !== 'dedicated') {
    const worker = new SharedWorker(new URL('./watch/worker.ts', import.meta.url), {
      type: 'module',
      name: fleetUrl,
    })
    worker.port.addEventListener('message', onMessage)
    worker.port.start()
    return {
      mode: 'shared',
      send: (message) => worker.port.postMessage(message),
      end: () => worker.port.close(),
    }
  }
  const worker = new Worker(new URL('./watch/worker.ts', import.meta.url), { type: 'module', name: fleetUrl })
  worker.addEventListener('message', onMessage)
  return { mode: 'dedicated', send: (message) => worker.postMessage(message), end: () => worker.terminate() }
}

/**
 * Connects to the worker that watches the fleet of `fleetUrl`, starting it if no tab has yet. To be called from
 * the first script of the page, so that polling begins before anything is rendered.
 */
export function connectWatch({ fleetUrl }: { readonly fleetUrl: string }): WatchClient {
  const listeners = new Set<(message: ToPage) => void>()
  const waiting = new Map<number, (detail: ServiceDetail | null) => void>()
  const early: ToPage[] = []
  let nextId = 0

  const wire = openWire(fleetUrl, (message) => {
    if (message.kind === 'detail') {
      waiting.get(message.id)?.(message.detail)
      waiting.delete(message.id)
      return
    }
    if (listeners.size === 0) early.push(message)
    for (const listener of listeners) listener(message)
  })
  const hello: ToWorker = { kind: 'hello', fleetUrl }
  wire.send(hello)
  addEventListener('pagehide', (event) => {
    if (!event.persisted) wire.send({ kind: 'bye' })
  })

  return {
    mode: wire.mode,
    subscribe(listener) {
      listeners.add(listener)
      // What came before the first listener is handed over; later ones ask the worker for a fresh start.
      if (early.length > 0) for (const message of early.splice(0)) listener(message)
      else wire.send(hello)
      return () => listeners.delete(listener)
    },
    detail: (service) =>
      new Promise((resolve) => {
        nextId += 1
        waiting.set(nextId, resolve)
        wire.send({ kind: 'detail', id: nextId, service })
      }),
    close: () => {
      wire.send({ kind: 'bye' })
      wire.end()
    },
  }
}
