import { createServer } from 'node:http'
import { closeServer, listenOnLoopback, LOOPBACK } from '#e2e/fleet/listenOnLoopback.ts'
import { type HealthPage, healthPage } from '#e2e/fleet/story/healthPage.ts'
import { playedPage } from '#e2e/fleet/story/playedPage.ts'
import type { StoryClock } from '#e2e/fleet/story/storyClock.ts'
import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { type Actor, playedHealth, startAt } from '#src/domain/watch/scenario/playedPod.ts'
import type { PodPlay } from '#src/domain/watch/scenario/story.ts'

/** What a pod says from a moment on; null: nothing, its connections are gone. */
type Said = readonly [from: EpochMs, answer: HealthPage | null]

/** Pods that answer over HTTP what they play at a moment of the night; whoever asks says at which one. */
export type NightPods = {
  /** The base URL of a pod. */
  readonly urlOf: (pod: string) => string
  /** What they would answer between two moments, by pod and endpoint. */
  readonly answers: (from: EpochMs, to: EpochMs) => Readonly<Record<string, readonly Said[]>>
  readonly close: () => Promise<void>
}

/** The time of a night is that of its pages: nothing in it lies elsewhere in this world. */
const SAME_TIME: StoryClock = { now: () => 0, real: (at) => at, isGoing: () => true, go: () => undefined }

type Endpoint = { readonly every: DurationMs; readonly says: (play: PodPlay, t: EpochMs) => HealthPage }

const METRICS = 'text/plain; version=0.0.4'

/** What each endpoint says, and how often it says something else. */
const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  health: { every: seconds(5), says: (play, t) => healthPage(playedHealth(play, t)) },
  metrics: {
    every: minutes(1),
    says: (play, t) => ({ status: 200, type: METRICS, body: playedPage(play, t, SAME_TIME) }),
  },
  version: {
    every: seconds(5),
    says: (play, t) => ({
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ version: startAt(play, t).version }),
    }),
  },
}

/** An endpoint that may be asked in any order of times: its play is asked for each moment once, and in order. */
function inAnyOrder(play: PodPlay, { every, says }: Endpoint): (t: EpochMs) => HealthPage | null {
  const known = new Map<EpochMs, HealthPage | null>()
  let latest = Number.NEGATIVE_INFINITY
  return (t) => {
    const at = Math.floor(t / every) * every
    if (at <= latest) return known.get(at) ?? null
    latest = at
    const answer = (play.answers?.(at) ?? 'ok') === 'ok' ? says(play, at) : null
    known.set(at, answer)
    return answer
  }
}

type Asked = { readonly every: DurationMs; readonly says: (t: EpochMs) => HealthPage | null }

function saidBetween({ every, says }: Asked, from: EpochMs, to: EpochMs): Said[] {
  const said: Said[] = []
  let last = ''
  for (let t = Math.floor(from / every) * every; t <= to; t += every) {
    const answer = says(t)
    const text = JSON.stringify(answer)
    if (text !== last) said.push([t, answer])
    last = text
  }
  return said
}

/** Starts all pods of a night behind one port, each below a path of its name. */
export async function nightPods(actors: readonly Actor[]): Promise<NightPods> {
  const asked = new Map(
    actors.flatMap(({ pod, play }) =>
      Object.entries(ENDPOINTS).map(([name, endpoint]) => [
        `${pod}/${name}`,
        { every: endpoint.every, says: inAnyOrder(play, endpoint) },
      ]),
    ),
  )

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${LOOPBACK}`)
    const endpoint = asked.get(pathname.slice(1))
    if (endpoint === undefined) return response.writeHead(404).end()
    const answer = endpoint.says(Number(searchParams.get('at')))
    if (answer === null) return response.socket?.destroy()
    return response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
  })
  const port = await listenOnLoopback(server, 0)

  return {
    urlOf: (pod) => `http://${LOOPBACK}:${port}/${pod}`,
    answers: (from, to) =>
      Object.fromEntries(Array.from(asked, ([name, endpoint]) => [name, saidBetween(endpoint, from, to)])),
    close: () => closeServer(server),
  }
}
