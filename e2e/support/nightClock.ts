import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { closeServer, listenOnLoopback, LOOPBACK } from '#e2e/fleet/listenOnLoopback.ts'
import { until } from '#e2e/fleet/until.ts'
import { ledClockScript } from '#e2e/support/ledClockScript.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'

/** A clock that the specs lead, for pages, their workers and the pods that they ask. It stands still at first. */
export type NightClock = {
  readonly now: () => EpochMs
  /** Lets it go as this world's clock does, until it is led on. */
  readonly go: () => void
  /** Leads all that watches to a moment, step by step; jumps there where nothing does. It stands still then. */
  readonly to: (at: EpochMs) => Promise<void>
  /** Until the last page that goes by it is closed, and its worker with it. */
  readonly alone: () => Promise<void>
  /** What a page and a worker have to run before anything else. */
  readonly script: string
  readonly close: () => Promise<void>
}

/** A night takes a minute at most; whoever has not come back by then never will. */
const PATIENCE: DurationMs = minutes(2)

/** `shift`: what has to be added to this world's clock; null while it is led to `at`, or stands there. */
type State = { readonly turn: number; readonly shift: DurationMs | null; readonly at: EpochMs }

/** Somebody who goes by the clock: the last turn they heard of, and the question that waits for the next one. */
type Follower = { readonly turn: number; readonly waits: ServerResponse | null }

const send = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
  response.end(JSON.stringify(body))
}

/** Serves a clock that stands at `from`, on a port of its own; `answers`: what the pods of the night say from when to when. */
export async function nightClock(
  from: EpochMs,
  answers: (from: EpochMs, to: EpochMs) => unknown,
): Promise<NightClock> {
  let state: State = { turn: 0, shift: null, at: from }
  let lastId = 0
  const followers = new Map<string, Follower>()

  const now = (): EpochMs => (state.shift === null ? state.at : Date.now() + state.shift)

  const tell = (id: string, { waits, turn }: Follower): void => {
    if (waits === null || turn === state.turn) return
    followers.set(id, { turn, waits: null })
    send(waits, state)
  }

  const become = (next: Omit<State, 'turn'>): void => {
    state = { ...next, turn: state.turn + 1 }
    for (const [id, follower] of followers) tell(id, follower)
  }

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}`)
    if (url.pathname === '/now') {
      lastId += 1
      followers.set(String(lastId), { turn: -1, waits: null })
      return send(response, { ...state, id: String(lastId) })
    }
    const number = (name: string): number => Number(url.searchParams.get(name))
    if (url.pathname === '/answers') return send(response, answers(number('from'), number('to')))
    const id = url.searchParams.get('of') ?? ''
    const follower: Follower = { turn: number('turn'), waits: response }
    followers.set(id, follower)
    // A page that is closed takes its question with it, and so does its worker.
    response.on('close', () => {
      if (followers.get(id) === follower) followers.delete(id)
    })
    tell(id, follower)
  }

  const areThere = (): boolean =>
    [...followers.values()].every(({ turn, waits }) => turn === state.turn && waits !== null)

  const server = createServer({ keepAliveTimeout: minutes(10) }, answer)
  const port = await listenOnLoopback(server, 0)

  return {
    now,
    go: () => become({ shift: now() - Date.now(), at: now() }),
    async to(at) {
      become({ shift: null, at })
      await until(`everybody has got to ${new Date(at).toISOString()}`, areThere, PATIENCE)
    },
    alone: () =>
      until('nobody goes by the clock of the night', () => followers.size === 0, PATIENCE).then(
        () => undefined,
      ),
    script: ledClockScript('e2e/fixtures/night/clock.js').replace('__CLOCK__', `http://${LOOPBACK}:${port}`),
    close: () => closeServer(server),
  }
}
