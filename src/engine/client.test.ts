import { describe, expect, it } from 'vitest'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { connectWatch, type WatchClient } from './client.ts'
import type { WireEnds, WireMode } from './clientWire.ts'
import type { ToPage, ToWorker } from './protocol.ts'
import { type HandClock, handClock } from './testing/handClock.ts'

const HELLO: ToWorker = { kind: 'hello', fleetUrl: '/fleet.json' }

type Opened = { readonly mode: WireMode; readonly at: DurationMs; readonly sent: ToWorker[]; ended: boolean }

type Rig = {
  readonly clock: HandClock
  readonly client: WatchClient
  /** Every wire that was opened, oldest first. */
  readonly wires: readonly Opened[]
  readonly last: () => Opened
  /** What the newest worker does from now on: beat, answer with a watch that stands still, or nothing at all. */
  readonly worker: (is: 'alive' | 'standing' | 'dead' | 'gone') => void
  readonly say: (message: ToPage) => void
  /** The page is frozen, and hears nothing. */
  readonly sleep: (duration: DurationMs) => Promise<void>
  readonly hide: () => void
  readonly leave: () => void
}

function rig(mode: WireMode = 'shared'): Rig {
  const clock = handClock()
  const wires: Opened[] = []
  let ends: WireEnds | null = null
  let state = 'dead'
  let turn = 0
  let asleep = false
  let hide: (() => void) | null = null
  let leave: (() => void) | null = null
  const say = (message: ToPage): void => ends?.receive(message)
  clock.every(seconds(1), () => {
    if (asleep) return
    if (state === 'alive') turn += 1
    if (state === 'gone') ends?.fail()
    if (state === 'alive' || state === 'standing')
      say({ kind: 'beat', at: turn, holdsUntil: null, fault: null })
  })
  const client = connectWatch(
    { fleetUrl: '/fleet.json' },
    {
      mode,
      monotonic: clock.monotonic,
      every: (period, call) =>
        void clock.every(period, () => {
          if (!asleep) call()
        }),
      onHide: (call) => {
        hide = call
      },
      onLeave: (call) => {
        leave = call
      },
      open: (of, its) => {
        const wire: Opened = { mode: of, at: clock.monotonic(), sent: [], ended: false }
        wires.push(wire)
        ends = its
        return {
          send: (message) => wire.sent.push(message),
          end: () => {
            wire.ended = true
          },
        }
      },
    },
  )
  const last = (): Opened => {
    const wire = wires.at(-1)
    if (wire === undefined) throw new Error('nothing was opened')
    return wire
  }
  const worker: Rig['worker'] = (is) => {
    state = is
  }
  const sleep = async (duration: DurationMs): Promise<void> => {
    asleep = true
    await clock.advance(duration)
    asleep = false
  }
  return { clock, client, wires, last, worker, say, sleep, hide: () => hide?.(), leave: () => leave?.() }
}

describe('connectWatch', () => {
  it('says hello at once, and again to tell a new listener everything', () => {
    const { client, last } = rig()
    expect(last().sent).toEqual([HELLO])
    const got: ToPage[] = []
    client.subscribe((message) => got.push(message))
    expect(last().sent).toEqual([HELLO, HELLO])
  })

  it('keeps a wire whose worker beats, for weeks, and gives signs of life that are not many', async () => {
    const { clock, wires, worker, last } = rig()
    worker('alive')
    await clock.advance(minutes(60))
    expect(wires).toHaveLength(1)
    const signs = last().sent.filter(({ kind }) => kind === 'heard').length
    expect(signs).toBeGreaterThanOrEqual(6 * 59)
    expect(signs).toBeLessThanOrEqual(6 * 61)
  })

  it.each(['dead', 'standing'] as const)('starts a worker anew whose watch is %s', async (is) => {
    const { clock, wires, worker, last } = rig()
    worker('alive')
    await clock.advance(minutes(1))
    worker(is)
    await clock.advance(seconds(5))
    expect(wires).toHaveLength(1)
    await clock.advance(seconds(3))
    expect(wires.map(({ mode, ended }) => [mode, ended])).toEqual([
      ['shared', true],
      ['shared', false],
    ])
    expect(wires[0]?.sent.at(-1)).toEqual({ kind: 'bye' })
    expect(last().sent[0]).toEqual(HELLO)
    worker('alive')
    await clock.advance(minutes(10))
    expect(wires).toHaveLength(2)
  })

  it('waits longer each time, up to five minutes, and takes a worker of its own in the end', async () => {
    const { clock, wires, worker } = rig()
    worker('dead')
    await clock.advance(minutes(60))
    expect(wires.slice(0, 5).map(({ mode }) => mode)).toEqual([
      'shared',
      'shared',
      'shared',
      'dedicated',
      'dedicated',
    ])
    const gaps = wires.slice(1).map(({ at }, i) => Math.round((at - (wires[i]?.at ?? 0)) / 1000))
    expect(gaps.slice(0, 6)).toEqual([15, 30, 60, 120, 240, 300])
    expect(wires.filter(({ ended }) => !ended)).toHaveLength(1)
  })

  it('waits less for a worker that could not be started', async () => {
    const { clock, wires, worker } = rig()
    worker('gone')
    await clock.advance(seconds(25))
    expect(wires.length).toBe(4)
  })

  it('opens nothing anew when the page itself had slept', async () => {
    const { clock, wires, worker, client, sleep } = rig()
    worker('alive')
    await clock.advance(minutes(1))
    await sleep(minutes(30))
    await clock.advance(minutes(1))
    expect(wires).toHaveLength(1)
    expect(client.mode).toBe('shared')
  })

  it('asks a new worker the questions that the old one left unanswered', async () => {
    const { clock, client, last, say } = rig()
    const question = { about: 'service', service: 'orders' } as const
    const answer = client.ask(question)
    await clock.advance(seconds(16))
    expect(last().sent).toEqual([HELLO, { kind: 'ask', id: 1, question }])
    const told = {
      about: 'service',
      found: { name: 'orders', holdsUntil: 0, pods: [] },
    } as const
    say({ kind: 'answer', id: 1, answer: told })
    expect(await answer).toBe(told)
    await clock.advance(seconds(31))
    expect(last().sent).toEqual([HELLO])
  })

  it('says that the page is hidden, and bye when it is left', () => {
    const { hide, leave, last } = rig()
    hide()
    leave()
    expect(last().sent.slice(-2)).toEqual([{ kind: 'hide' }, { kind: 'bye' }])
  })
})
