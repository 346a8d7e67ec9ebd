import { createServer, type Server, type ServerResponse } from 'node:http'
import { closeServer, listenOnLoopback, LOOPBACK } from '#e2e/fleet/listenOnLoopback.ts'
import { durationOr } from '#src/domain/fleet/durationOr.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { PODS } from './soakFaults.ts'
import { type SoakAnswer, type SoakPod, soakPod } from './soakPod.ts'

const SERVICES = 50

/** How often pods are asked, by the wall's clock. */
export type SoakIntervals = Readonly<Record<'health' | 'metrics' | 'version', string>>

/** What the soak counts. */
export type SoakCounts = { polls: number; latest: EpochMs }

/** Fifty services of three pods, each service on a port of its own, in this process. */
export type SoakFleet = {
  readonly file: FleetFile
  /** Polls that came so far, and the latest moment at which one did. */
  readonly counts: Readonly<SoakCounts>
  /** Tells a page what o'clock it is in the soak. */
  readonly clockUrl: string
  close(): Promise<void>
}

/** How a pod that hangs says so: what has hung for hours of the soak would hold a connection for as long. */
const HANGS = 599

function send(response: ServerResponse, answer: SoakAnswer): void {
  if (answer === 'refused') response.socket?.destroy()
  else if (answer === 'hangs') response.writeHead(HANGS).end()
  else response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
}

function serveService(pods: readonly SoakPod[], counts: SoakCounts): Server {
  return createServer({ keepAliveTimeout: minutes(5) }, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${LOOPBACK}`)
    response.setHeader('access-control-allow-origin', '*')
    const [, n = '', endpoint = ''] = pathname.split('/')
    const pod = pods[Number(n) - 1]
    if (pod === undefined) return response.writeHead(404).end()
    counts.polls += 1
    counts.latest = Math.max(counts.latest, Number(searchParams.get('at')))
    return send(response, pod(endpoint, counts.latest))
  })
}

function serveClock(counts: SoakCounts): Server {
  return createServer((_, response) => {
    response.setHeader('access-control-allow-origin', '*').end(String(counts.latest))
  })
}

const nameOf = (service: number): string => `service-${String(service + 1).padStart(2, '0')}`

/** The first of each five is what the others need. */
const needs = (service: number): readonly string[] =>
  service % 5 === 0 ? [] : [nameOf(service - (service % 5))]

function fileOf(ports: readonly number[], intervals: SoakIntervals): FleetFile {
  return {
    title: 'Soaked shop',
    intervals,
    concurrency: 50,
    endpoints: { health: '/health', ready: false, metrics: '/metrics', version: '/version' },
    services: ports.map((port, i) => ({
      name: nameOf(i),
      team: i % 2 === 0 ? 'payments' : 'storage',
      tier: ([1, 2, 3] as const)[i % 3] ?? 3,
      dependsOn: [...needs(i)],
      bounds: { memory: '1GiB' },
      pods: Array.from({ length: PODS }, (_, n) => ({
        name: `${nameOf(i)}-${n + 1}`,
        url: `http://${LOOPBACK}:${port}/${n + 1}`,
      })),
    })),
  }
}

/** Starts it at a moment; `intervals`: how often its pods are to be asked. */
export async function soakFleet(from: EpochMs, intervals: SoakIntervals): Promise<SoakFleet> {
  const asked = durationOr(intervals.health, minutes(1))
  const counts: SoakCounts = { polls: 0, latest: from }
  const services = Array.from({ length: SERVICES }, (_, i) =>
    serveService(
      Array.from({ length: PODS }, (_, pod) => soakPod({ service: i, pod, asked }, from)),
      counts,
    ),
  )
  const clock = serveClock(counts)
  const ports = await Promise.all(services.map((server) => listenOnLoopback(server, 0)))
  const clockPort = await listenOnLoopback(clock, 0)
  return {
    file: fileOf(ports, intervals),
    counts,
    clockUrl: `http://${LOOPBACK}:${clockPort}`,
    close: async () => {
      await Promise.all([...services, clock].map(closeServer))
    },
  }
}
