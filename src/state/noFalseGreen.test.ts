import { describe, expect, it } from 'vitest'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { connectWatch } from '#src/engine/client.ts'
import type { WireEnds } from '#src/engine/clientWire.ts'
import type { Ports } from '#src/engine/ports.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { type HandBrowser, handBrowser, type HandWorker } from '#src/engine/testing/handSharing.ts'
import { type HandPorts, handPorts } from '#src/engine/testing/handPorts.ts'
import { HEALTH_ONLY } from '#src/engine/testing/pollingRig.ts'
import { healthy, REFUSES, saysJson } from '#src/engine/testing/reply.ts'
import type { Line } from '#src/engine/watch/hub.ts'
import { leadOrFollow } from '#src/engine/watch/leadOrFollow.ts'
import { createBoardStore } from './boardStore.ts'
import { feedStore } from './feedStore.ts'
import { createTicker } from './ticker.ts'
import { createWatchStore, type WatchState } from './watchStore.ts'

/*
 * The whole line, from a pod's answer to what the page shows, in a hand-made browser: whatever happens to workers
 * and pages on the way, no page shows a colour that nobody vouches for.
 */

const POD = 'http://orders.test/'

type World = { readonly ports: HandPorts; readonly browser: HandBrowser; ticks: 'whole' | 'none' | 'broken' }

function world(): World {
  const ports = handPorts()
  const services = [{ name: 'orders', url: 'http://orders.test' }]
  ports.network.on(HOME, saysJson({ services, endpoints: HEALTH_ONLY }))
  ports.network.on(POD, healthy())
  return { ports, browser: handBrowser(ports.clock), ticks: 'whole' }
}

/** A worker's ports in that world: its timers do what the world says, and break where it says so. */
function portsIn(made: World, worker: HandWorker): Ports {
  const ports = worker.ports(made.ports)
  let inTurn = false
  return {
    ...ports,
    every: (period, call) =>
      ports.every(period, () => {
        inTurn = made.ticks === 'broken'
        if (made.ticks !== 'none') call()
        inTurn = false
      }),
    isOnline: () => {
      if (inTurn) throw new Error('rows of undefined')
      return true
    },
  }
}

type Tab = {
  readonly worker: HandWorker
  readonly state: () => WatchState
  readonly shown: () => readonly [WatchState['source'], string | undefined, string | undefined]
}

/** A tab with a worker of its own; freezing the worker freezes the page too. */
function open(made: World, name: string): Tab {
  const { ports, browser } = made
  const worker = browser.worker(name)
  const own = worker.ports(ports)
  const post = leadOrFollow(portsIn(made, worker), worker.sharing)
  const wire = ({ receive }: WireEnds) => {
    let ended = false
    const line: Line = { send: (message) => worker.run(() => (ended ? undefined : receive(message))) }
    return {
      send: (message: Parameters<typeof post.receive>[1]) => worker.run(() => post.receive(line, message)),
      end: () => {
        ended = true
      },
    }
  }
  const client = connectWatch(
    { fleetUrl: HOME },
    {
      mode: 'dedicated',
      open: (_mode, ends) => wire(ends),
      monotonic: ports.monotonic,
      every: own.every,
      onHide: () => {},
      onLeave: () => {},
    },
  )
  const store = createWatchStore(null)
  const { now, monotonic } = ports
  const ticker = createTicker({ now, every: own.every }, seconds(1))
  feedStore(
    client,
    { watch: store, board: createBoardStore() },
    { now, monotonic, ticker, soon: (job) => void ports.clock.after(0, job) },
  )
  const state = (): WatchState => store.getState()
  return {
    worker,
    state,
    shown: () => [state().source, state().rows.get('orders')?.light, state().strip?.light],
  }
}

const GREEN = ['live', 'green', 'green']
const GREY = ['stalled', 'unknown', 'unknown']

const freeze = async ({ ports }: World, tab: Tab, duration: DurationMs): Promise<void> => {
  tab.worker.freeze()
  await ports.clock.advance(duration)
  tab.worker.thaw()
  await ports.clock.advance(seconds(10))
}

async function twoTabs() {
  const made = world()
  const a = open(made, 'A')
  await made.ports.clock.advance(seconds(8))
  const b = open(made, 'B')
  await made.ports.clock.advance(seconds(8))
  expect([a.shown(), b.shown()]).toEqual([GREEN, GREEN])
  return { ...made, made, a, b }
}

describe('no false green', () => {
  it('though the lead went from tab to tab and back', async () => {
    const { made, ports, a, b } = await twoTabs()
    await freeze(made, a, seconds(6))
    await freeze(made, b, seconds(6))
    expect([a.shown(), b.shown()]).toEqual([GREEN, GREEN])
    ports.network.on(POD, REFUSES)
    await ports.clock.advance(seconds(30))
    expect([a.shown()[1], b.shown()[1]]).toEqual(['red', 'red'])
  })

  it('and none left grey for good, though a tab was frozen for minutes', async () => {
    const { made, a, b } = await twoTabs()
    for (const tab of [b, a, b]) {
      await freeze(made, tab, minutes(3))
      expect([a.shown(), b.shown()]).toEqual([GREEN, GREEN])
    }
  })

  it('though the thief of the lead cannot read the fleet file', async () => {
    const { ports, a, b } = await twoTabs()
    ports.network.on(HOME, REFUSES)
    a.worker.end()
    await ports.clock.advance(minutes(5))
    expect(b.shown()).toEqual(GREY)
  })

  it('though the worker answers whatever it is asked, while its watch stands still', async () => {
    const made = world()
    const tab = open(made, 'A')
    await made.ports.clock.advance(seconds(20))
    expect(tab.shown()).toEqual(GREEN)
    made.ticks = 'none'
    await made.ports.clock.advance(seconds(7))
    expect(tab.shown()).toEqual(GREY)
    await made.ports.clock.advance(minutes(60))
    expect(tab.shown()).toEqual(GREY)
    made.ticks = 'whole'
    await made.ports.clock.advance(seconds(10))
    expect(tab.shown()).toEqual(GREEN)
  })

  it('though every turn breaks off, and the page says why', async () => {
    const made = world()
    const tab = open(made, 'A')
    await made.ports.clock.advance(seconds(20))
    made.ticks = 'broken'
    await made.ports.clock.advance(minutes(5))
    expect(tab.shown()).toEqual(GREY)
    expect(tab.state().fault).toBe('rows of undefined')
    made.ticks = 'whole'
    await made.ports.clock.advance(minutes(2))
    expect(tab.shown()).toEqual(GREEN)
    expect(tab.state().fault).toBeNull()
  })

  it('nor flicker, in an hour of which nothing is to tell', async () => {
    const made = world()
    const tab = open(made, 'A')
    await made.ports.clock.advance(seconds(20))
    for (let i = 0; i < 600; i++) {
      await made.ports.clock.advance(seconds(6))
      expect(tab.shown()).toEqual(GREEN)
    }
  })
})
