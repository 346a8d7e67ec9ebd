import type { DurationMs } from '#src/domain/time/units.ts'
import type { ToPage, ToWorker } from '#src/engine/protocol.ts'

/** One worker, as a page holds it. */
export type Wire = {
  send(message: ToWorker): void
  /** Nothing is received any more, and nothing of it is left. A shared worker lives on for the other tabs. */
  end(): void
}

export type WireMode = 'shared' | 'dedicated'

/** What a wire brings; `fail` says that its worker could not be started. */
export type WireEnds = { readonly receive: (message: ToPage) => void; readonly fail: () => void }

/** What the client needs of the world around it. */
export type WirePorts = {
  /** What to begin with. */
  readonly mode: WireMode
  open(mode: WireMode, ends: WireEnds): Wire
  readonly monotonic: () => DurationMs
  every(period: DurationMs, call: () => void): void
  /** Calls when the page is not looked at any more, which may be the last that it hears of. */
  onHide(call: () => void): void
  /** Calls when the page is left for good, after that it is hidden. */
  onLeave(call: () => void): void
}

/** A fault inside a dedicated worker comes as an ErrorEvent too, and ends nothing; a script that does not load has none. */
const startFailed = (event: Event): boolean => !(event instanceof ErrorEvent)

function openShared(fleetUrl: string, { receive, fail }: WireEnds): Wire {
  const worker = new SharedWorker(new URL('./watch/worker.ts', import.meta.url), {
    type: 'module',
    name: fleetUrl,
  })
  const ended = new AbortController()
  const { signal } = ended
  worker.addEventListener('error', fail, { signal })
  worker.port.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data), { signal })
  worker.port.start()
  return {
    send: (message) => worker.port.postMessage(message),
    end: () => {
      ended.abort()
      worker.port.close()
    },
  }
}

function openDedicated(fleetUrl: string, { receive, fail }: WireEnds): Wire {
  const worker = new Worker(new URL('./watch/worker.ts', import.meta.url), { type: 'module', name: fleetUrl })
  const ended = new AbortController()
  const { signal } = ended
  const onError = (event: Event): void => {
    if (startFailed(event)) fail()
  }
  worker.addEventListener('error', onError, { signal })
  worker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data), { signal })
  return {
    send: (message) => worker.postMessage(message),
    end: () => {
      ended.abort()
      worker.terminate()
    },
  }
}

/** The worker is named after its fleet file: tabs of one build that look at the same fleet share one. */
export function browserWires(fleetUrl: string): WirePorts {
  const wanted = new URLSearchParams(location.search).get('worker')
  return {
    mode: 'SharedWorker' in globalThis && wanted !== 'dedicated' ? 'shared' : 'dedicated',
    open: (mode, ends) => {
      if (mode === 'dedicated') return openDedicated(fleetUrl, ends)
      try {
        return openShared(fleetUrl, ends)
      } catch {
        // Refused, as to pages that may store nothing.
        return openDedicated(fleetUrl, ends)
      }
    },
    monotonic: () => performance.now(),
    every: (period, call) => void setInterval(call, period),
    onHide: (call) => {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') call()
      })
      // A page that was hidden already is told of its end by this alone.
      addEventListener('pagehide', call)
    },
    onLeave: (call) =>
      addEventListener('pagehide', ({ persisted }) => {
        if (!persisted) call()
      }),
  }
}
