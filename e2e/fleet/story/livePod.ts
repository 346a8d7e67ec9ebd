import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { closeServer, LOOPBACK, listenOnLoopback } from '#e2e/fleet/listenOnLoopback.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { type Actor, playedHealth, playedReadiness, startAt } from '#src/domain/watch/scenario/playedPod.ts'
import type { PodPlay } from '#src/domain/watch/scenario/story.ts'
import { healthPage } from './healthPage.ts'
import { playedPage } from './playedPage.ts'
import type { StoryClock } from './storyClock.ts'

/** A pod of a story that answers over HTTP. */
export type LivePod = {
  readonly actor: Actor
  /** `127.0.0.1:40123`: the same for as long as it is played, also while it refuses connections. */
  readonly address: string
  stop(): Promise<void>
}

/** How soon a pod that is to refuse connections does, and takes them again. */
const LOOKS_EVERY: DurationMs = seconds(0.5)

const send = (response: ServerResponse, type: string, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': type }).end(body)
}

const READINGS: Readonly<Record<string, (play: PodPlay, t: EpochMs) => HealthReading>> = {
  '/health': playedHealth,
  '/ready': playedReadiness,
}

/** A reading whose log entries have their times in this world. */
const inRealTime = (reading: HealthReading, clock: StoryClock): HealthReading => ({
  ...reading,
  logs: reading.logs.map(({ at, level, message, fields }) => ({
    at: at === null ? null : clock.real(at),
    level,
    message,
    fields,
  })),
})

function answer({ play }: Actor, clock: StoryClock, path: string, response: ServerResponse): void {
  const t = clock.now()
  const reading = READINGS[path]?.(play, t)
  if (reading !== undefined) {
    const { status, type, body } = healthPage(inRealTime(reading, clock))
    send(response, type, body, status)
  } else if (path === '/version') {
    const { version } = startAt(play, t)
    send(response, 'application/json', JSON.stringify({ version }))
  } else if (path === '/metrics') {
    const body = playedPage(play, t, clock)
    setTimeout(() => send(response, 'text/plain; version=0.0.4', body), play.takes?.(t) ?? 0)
  } else send(response, 'text/plain', 'not found', 404)
}

/** Opens and closes its port as the story says; a connection to a closed one is refused. */
function keepPort(server: Server, port: number, isRefusing: () => boolean): () => Promise<void> {
  let change: Promise<unknown> = Promise.resolve()
  const asTheStorySays = async (): Promise<void> => {
    if (isRefusing() && server.listening) await closeServer(server)
    else if (!isRefusing() && !server.listening) await listenOnLoopback(server, port)
  }
  const look = (): void => {
    change = change.then(asTheStorySays)
  }
  const timer = setInterval(look, LOOKS_EVERY)
  return async () => {
    clearInterval(timer)
    await change
    if (server.listening) await closeServer(server)
  }
}

/** Starts a pod on a free port of loopback. Its first question lets the story go on. */
export async function livePod(actor: Actor, clock: StoryClock): Promise<LivePod> {
  const { play } = actor
  const answers = () => play.answers?.(clock.now()) ?? 'ok'
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    clock.go()
    // Who hangs holds the connection until the other side has enough.
    if (answers() === 'timeout') return
    answer(actor, clock, request.url ?? '', response)
  })
  const port = await listenOnLoopback(server, 0)
  const stop = keepPort(server, port, () => clock.isGoing() && answers() === 'refused')
  return { actor, address: `${LOOPBACK}:${port}`, stop }
}
