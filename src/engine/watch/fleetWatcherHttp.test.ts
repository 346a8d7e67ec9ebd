import { describe, expect, it, type TestContext } from 'vitest'
import type { RequestListener } from 'node:http'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { detailOf } from '#src/engine/testing/detailOf.ts'
import { type LiveWatch, liveWatch } from '#src/engine/testing/liveWatch.ts'
import {
  answersJson,
  answersNothing,
  answersWithoutEnd,
  type LoopbackServer,
  loopbackServer,
} from '#src/engine/testing/loopbackServer.ts'
import type { PageView } from '#src/engine/testing/watchRig.ts'

const WELL = answersJson({ status: 'UP' })
const HEALTH = { health: '/health', metrics: false, version: false } as const

type Scene = {
  readonly serve: (listener?: RequestListener) => Promise<LoopbackServer>
  readonly watch: (services: FleetFile['services'], more?: Partial<FleetFile>) => Promise<LiveWatch>
}

/** Servers and a watcher for one test, which end with it. Periods are as short as the tick allows. */
function scene({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Scene {
  const own = <T extends { stop(): Promise<void> }>(one: T): T => {
    onTestFinished(() => one.stop())
    return one
  }
  return {
    serve: async (listener = WELL) => own(await loopbackServer(listener)),
    watch: async (services, more = {}) =>
      own(
        await liveWatch({
          services,
          intervals: { health: '400ms', metrics: '400ms' },
          timeout: '1s',
          thresholds: { freshIntervals: 10, slowAnswer: '1s' },
          endpoints: HEALTH,
          ...more,
        }),
      ),
  }
}

const is =
  (service: string, light: Light) =>
  ({ rows }: PageView): boolean =>
    rows.get(service)?.light === light

describe.concurrent('real servers', { timeout: 60_000 }, () => {
  it('a pod that is well is green; killed, orange and named; all killed, red; back again, green', async (context) => {
    const { serve, watch } = scene(context)
    const [one, two] = [await serve(), await serve()]
    const live = await watch([{ name: 'orders', pods: [one.url, two.url] }])
    await live.until('green', is('orders', 'green'))

    await two.stop()
    await live.until('orange', is('orders', 'orange'))
    expect(live.page().rows.get('orders')?.reasons).toMatchObject([
      { kind: 'failing', pods: [{ pod: 'orders-2', failure: { kind: 'unreachable' } }] },
    ])
    await one.stop()
    await live.until('red', is('orders', 'red'))

    await Promise.all([one.start(), two.start()])
    await live.until('green again', is('orders', 'green'))
  })

  it('finds the usual paths and says what a failing one says', async (context) => {
    const { serve, watch } = scene(context)
    const pod = await serve((request, response) => {
      const isHealth = request.url === '/actuator/health'
      const down = { status: 'DOWN', components: { db: { status: 'DOWN', details: { error: 'refused' } } } }
      answersJson(isHealth ? down : { error: 'Not Found' }, isHealth ? 503 : 404)(request, response)
    })
    const live = await watch([{ name: 'orders', url: pod.url }], {
      endpoints: { metrics: false, version: false },
    })
    await live.until('red', is('orders', 'red'))
    expect(live.page().rows.get('orders')?.reasons).toMatchObject([
      { kind: 'health', pods: [{ check: 'db' }] },
    ])
    expect(detailOf(live.watcher, 'orders')?.pods[0]?.endpoints[0]?.path).toBe('/actuator/health')
  })

  it('a pod that hangs is red for itself and delays nobody', async (context) => {
    const { serve, watch } = scene(context)
    const well = await Promise.all(Array.from({ length: 8 }, () => serve()))
    const hung = await serve()
    const live = await watch([
      ...well.map(({ url }, i) => ({ name: `well-${i + 1}`, url })),
      { name: 'hung', url: hung.url },
    ])
    await live.until('all green', ({ strip }) => strip?.light === 'green')
    const from = live.views.length
    hung.switchTo(answersNothing)
    const before = well.map(({ requests }) => requests())
    await live.until('the hanging one red', is('hung', 'red'))
    await live.until('five rounds of the others', () =>
      well.every(({ requests }, i) => requests() >= (before[i] ?? 0) + 5),
    )
    const lights = live.views
      .slice(from)
      .flatMap(({ rows }) =>
        [...rows.values()].filter(({ name }) => name !== 'hung').map(({ light }) => light),
      )
    expect(new Set(lights)).toEqual(new Set(['green']))
    expect(live.page().rows.get('hung')?.reasons).toMatchObject([
      { kind: 'failing', pods: [{ failure: { kind: 'timeout', after: 1000 } }] },
    ])
  })
})

describe('real servers without end', { timeout: 60_000 }, () => {
  it('a metrics page without end is cut at the cap, and the rest of it never sent', async (context) => {
    const { serve, watch } = scene(context)
    const line = 'shelf_items{shelf="a"} 1\n'.repeat(1000)
    const pod = await serve((request, response) => {
      const listener = request.url === '/metrics' ? answersWithoutEnd('text/plain', line) : WELL
      listener(request, response)
    })
    const live = await watch([{ name: 'orders', url: pod.url }], {
      endpoints: { health: '/health', metrics: '/metrics', version: false },
      caps: { metrics: '256KiB' },
    })
    await live.until('orange', is('orders', 'orange'))
    expect(live.page().rows.get('orders')?.reasons).toMatchObject([
      { kind: 'exposition', pods: [{ truncatedBy: 'bytes' }] },
    ])
    const [held, asked] = [process.memoryUsage().arrayBuffers, pod.requests()]
    await live.until('ten more', () => pod.requests() >= asked + 10)
    // The cap and what the sockets' buffers hold; without the cap, a second of loopback are some hundred MiB.
    expect(pod.mostSent()).toBeLessThan(16 * 1024 * 1024)
    expect(process.memoryUsage().arrayBuffers - held).toBeLessThan(64 * 1024 * 1024)
  })

  it('a health page that trickles without end is a time-out', async (context) => {
    const { serve, watch } = scene(context)
    const pod = await serve(answersWithoutEnd('application/json', ' ', 20))
    const live = await watch([{ name: 'orders', url: pod.url }])
    await live.until('red', is('orders', 'red'))
    expect(live.page().rows.get('orders')?.reasons).toMatchObject([
      { kind: 'failing', pods: [{ failure: { kind: 'timeout' } }] },
    ])
  })
})
