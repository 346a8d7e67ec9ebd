import { createServer, type ServerResponse } from 'node:http'
import { closeServer, listenOnLoopback, LOOPBACK } from '#e2e/fleet/listenOnLoopback.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'

/** How the pods of a service answer: `under`: down, because of what it needs. */
export type WallPlay = 'well' | 'down' | 'under' | 'degraded' | 'unseen'

/** A fleet of many services whose pods are answered for by one process. */
export type WallFleet = {
  readonly file: FleetFile
  close(): Promise<void>
}

const NAMES = [
  'payments',
  'orders',
  'catalog',
  'search',
  'gateway',
  'billing',
  'mail-relay',
  'stock-keeper',
  'invoice-archive',
  'customer-profile',
  'recommendation-engine',
  'shipping-labels',
  'fraud-detection',
  'pricing',
  'identity-provider',
  'notification-hub',
  'warehouse-sync',
  'returns',
  'loyalty-points',
  'report-builder',
]

/** The name of service number `i`: twenty plain ones, then those of other regions. */
const wallService = (i: number): string => {
  const name = NAMES[i % NAMES.length] ?? ''
  const region = Math.floor(i / NAMES.length)
  return region === 0 ? name : `${name}-${region + 1}`
}

/** A bad day: of ten services one or two are down, two are degraded, and some cannot be seen. */
export function badDay(i: number): WallPlay {
  const plays: readonly WallPlay[] = ['down', 'well', 'degraded', 'well', 'under', 'well', 'degraded', 'well']
  if (i % 20 === 19) return 'unseen'
  return i % 20 < plays.length ? (plays[i % 20] ?? 'well') : 'well'
}

/** What a service of a play needs: the one that is down four places before it. */
const needs = (i: number, play: WallPlay): readonly string[] => (play === 'under' ? [wallService(i - 4)] : [])

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

/** Says what a pod says that plays so. */
function answer(response: ServerResponse, play: WallPlay, needed: string): void {
  if (play === 'well') json(response, 200, { status: 'ok' })
  else if (play === 'degraded')
    json(response, 200, {
      status: 'degraded',
      checks: [{ name: 'database', status: 'degraded', message: 'answers in 900 ms' }],
    })
  else if (play === 'unseen') response.writeHead(401).end()
  else {
    const message = 'connect ECONNREFUSED'
    const name = play === 'under' ? needed : 'database'
    json(response, 503, { status: 'down', checks: [{ name, status: 'down', message }] })
  }
}

/** Starts a fleet of so many services of one pod each; `playOf`: what service number `i` plays. */
export async function wallFleet(services: number, playOf: (i: number) => WallPlay): Promise<WallFleet> {
  const all = Array.from({ length: services }, (_, i) => ({ name: wallService(i), play: playOf(i), i }))
  const plays = new Map(all.map(({ name, play }) => [name, play]))
  const needed = new Map(all.map(({ name, play, i }) => [name, needs(i, play)]))
  const server = createServer((request, response) => {
    const service = (request.url ?? '').split('/')[1] ?? ''
    response.setHeader('access-control-allow-origin', '*')
    answer(response, plays.get(service) ?? 'well', needed.get(service)?.[0] ?? '')
  })
  const port = await listenOnLoopback(server, 0)
  return {
    file: {
      title: 'Wall shop',
      // A bad first answer is asked about again at once: after that there is nothing new to hear.
      intervals: { health: '15s' },
      concurrency: 50,
      endpoints: { health: '/health', ready: false, metrics: false, version: false },
      // A ticket that opens by itself would become a reason of its own.
      tickets: { automatic: false },
      services: all.map(({ name, i }) => ({
        name,
        team: i % 2 === 0 ? 'payments' : 'storage',
        tier: ([1, 2, 3] as const)[i % 3] ?? 3,
        labels: { among: i < 8 ? 'eight' : i < 50 ? 'fifty' : 'all' },
        dependsOn: [...(needed.get(name) ?? [])],
        url: `http://${LOOPBACK}:${port}/${name}`,
      })),
    },
    close: () => closeServer(server),
  }
}
