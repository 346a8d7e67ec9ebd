import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { Answer, Question, ToPage } from '#src/engine/protocol.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { MONDAY } from '#src/engine/testing/handClock.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { type HandStore, handStore } from '#src/engine/testing/handStore.ts'
import { healthy, REFUSES, type Reply, says, saysJson } from '#src/engine/testing/reply.ts'
import { hub, type Line } from './hub.ts'

/** A pod whose memory grows by 10 kB a second, and that was started anew half an hour after the clock began. */
function metricsAt(time: number): Reply {
  const restarted = time >= minutes(30)
  const startedAt = MONDAY / 1000 + (restarted ? 1800 : -36_000)
  const text = `process_resident_memory_bytes ${1e8 + 10 * time}\nprocess_start_time_seconds ${startedAt}\n`
  return says(text, { headers: { 'content-type': 'text/plain; version=0.0.4' } })
}

type Rig = ReturnType<typeof rig>

/** A browser that watches one pod: a worker, its store and a page that keeps what it is told. */
function rig(store: HandStore | null = handStore()) {
  const ports = { ...handPorts(), store }
  const endpoints = { health: '/health', metrics: '/metrics', version: false } as const
  const services = [{ name: 'orders', url: 'http://orders-1.test' }]
  ports.network.on(HOME, saysJson({ intervals: { health: '30s', metrics: '30s' }, services, endpoints }))
  const worker = hub(ports)
  const got: ToPage[] = []
  const line: Line = {
    send: (message) => {
      got.push(message)
      if (message.kind === 'beat') worker.receive(line, { kind: 'heard' })
    },
  }
  worker.receive(line, { kind: 'hello', fleetUrl: HOME })
  let id = 0
  return {
    ports,
    worker,
    line,
    got,
    /** From now on the pod answers, or refuses. */
    serve(works: boolean) {
      ports.network.on('http://orders-1.test/', ({ request }) => {
        if (!works) return REFUSES
        return request.url.endsWith('/metrics') ? metricsAt(ports.monotonic()) : healthy()
      })
    },
    async ask(question: Question): Promise<Answer | null> {
      id += 1
      const number = id
      worker.receive(line, { kind: 'ask', id: number, question })
      await ports.clock.advance(seconds(1))
      const answers = got.flatMap((one) => (one.kind === 'answer' && one.id === number ? [one.answer] : []))
      return answers[0] ?? null
    },
    /** What the page was last told of the past. */
    past: () => got.findLast((message) => message.kind === 'past')?.state ?? null,
  }
}

async function exportedBy(one: Rig): Promise<Uint8Array> {
  const answer = await one.ask({ about: 'export' })
  if (answer?.about !== 'export' || answer.found === null) throw new Error('nothing was exported')
  return answer.found
}

async function tellHours(): Promise<Uint8Array> {
  const from = rig()
  from.serve(true)
  await from.ports.clock.advance(minutes(120))
  return exportedBy(from)
}

let told: Promise<Uint8Array> | null = null

/** A file of the pod's first two hours; the same for all who ask. */
const firstHours = (): Promise<Uint8Array> => (told ??= tellHours())

/** Another browser, whose pods answer from then on. */
async function later(store: HandStore | null = handStore()): Promise<Rig> {
  const to = rig(store)
  to.serve(false)
  await to.ports.clock.advance(minutes(120))
  to.serve(true)
  await to.ports.clock.advance(minutes(2))
  return to
}

/** Over how many hours the slope of the pod's memory is judged. */
async function judgedHours(one: Rig): Promise<number> {
  const answer = await one.ask({ about: 'fit', service: 'orders', pod: 'orders', signal: 'memory' })
  return answer?.about === 'fit' ? (answer.found?.assessment.windowHours ?? 0) : Number.NaN
}

describe('an exported history in another browser', () => {
  it('is added, told of, judged and stored', async () => {
    const file = await firstHours()
    const store = handStore()
    const to = await later(store)
    expect(await judgedHours(to)).toBe(0)
    const before = to.past()?.history.from ?? Number.NaN

    const answer = await to.ask({ about: 'import', bytes: file })
    expect(answer).toMatchObject({
      about: 'import',
      found: { ok: true, value: { series: expect.any(Number) } },
    })
    await to.ports.clock.advance(seconds(11))
    expect(to.past()?.history.from).toBeLessThan(before)

    // Its slope rests on what the file told, and its restart is one that this browser has not seen itself.
    expect(await judgedHours(to)).toBeGreaterThan(0.3)
    const rows = to.got.flatMap((one) => (one.kind === 'digest' ? one.rows : []))
    expect(rows.at(-1)?.reasons.map(({ kind }) => kind)).toContain('restarts')

    await to.ports.clock.advance(minutes(2))
    const next = rig(store)
    next.serve(true)
    await next.ports.clock.advance(seconds(20))
    expect(next.past()?.history.from).toBe(to.past()?.history.from)
  }, 30_000)

  it('is the same whatever is stored', async () => {
    const to = await later(null)
    await to.ask({ about: 'import', bytes: await firstHours() })
    await to.ports.clock.advance(seconds(11))
    expect(to.past()?.history).toMatchObject({ notices: [{ kind: 'memory-only', why: 'refused' }] })
    expect((await exportedBy(to)).length).toBeGreaterThan(0)
  }, 30_000)
})

describe('a file that cannot be used', () => {
  it.each([
    { name: 'damaged', bytes: (file: Uint8Array) => file.slice(0, -1), error: { kind: 'damaged' } },
    { name: 'another', bytes: () => new Uint8Array([1, 2, 3]), error: { kind: 'foreign' } },
    {
      name: 'later',
      bytes: (file: Uint8Array) => file.with(3, 9),
      error: { kind: 'other-version', version: 9 },
    },
  ])('is refused: $name', async ({ bytes, error }) => {
    const one = rig()
    one.serve(true)
    await one.ports.clock.advance(minutes(3))
    const file = await exportedBy(one)
    expect(await one.ask({ about: 'import', bytes: bytes(file) })).toEqual({
      about: 'import',
      found: { ok: false, error },
    })
  })
})

describe('an answer that takes a while', () => {
  it('is null before there is anything to answer from', async () => {
    const ports = handPorts()
    const got: ToPage[] = []
    hub(ports).receive(
      { send: (message) => got.push(message) },
      { kind: 'ask', id: 3, question: { about: 'export' } },
    )
    expect(got).toEqual([{ kind: 'answer', id: 3, answer: { about: 'export', found: null } }])
  })

  it('is not sent to a page that has gone meanwhile', async () => {
    const one = rig()
    one.serve(true)
    await one.ports.clock.advance(minutes(1))
    one.worker.receive(one.line, { kind: 'ask', id: 3, question: { about: 'export' } })
    one.worker.receive(one.line, { kind: 'bye' })
    const before = one.got.length
    await one.ports.clock.advance(seconds(5))
    expect(one.got.length).toBe(before)
  })

  it('is no more than a null when the watch stops meanwhile', async () => {
    const one = rig()
    one.serve(true)
    await one.ports.clock.advance(minutes(1))
    one.worker.receive(one.line, { kind: 'ask', id: 3, question: { about: 'export' } })
    one.worker.stop()
    one.worker.receive(one.line, { kind: 'hello', fleetUrl: HOME })
    await one.ports.clock.advance(seconds(5))
    expect(one.got).toContainEqual({ kind: 'answer', id: 3, answer: { about: 'export', found: null } })
  })

  it('comes, with a word on the fault, when this program fails at it', async () => {
    const one = rig()
    one.serve(true)
    await one.ports.clock.advance(minutes(1))
    const answer = await one.ask({ about: 'import', bytes: null as never })
    expect(answer).toEqual({ about: 'import', found: null })
    await one.ports.clock.advance(seconds(2))
    expect(one.got.findLast(({ kind }) => kind === 'beat')).toMatchObject({ fault: expect.any(String) })
    expect((await exportedBy(one)).length).toBeGreaterThan(0)
  })
})

it('tells what there is when the database of the browser hangs', async () => {
  const one = rig({ ...handStore(), open: () => new Promise(() => undefined) })
  one.serve(true)
  await one.ports.clock.advance(minutes(1))
  expect(one.past()).toBeNull()
  await one.ports.clock.advance(minutes(3))
  expect(one.past()?.history).toMatchObject({ notices: [{ kind: 'memory-only', why: 'hangs' }] })
  expect(one.past()?.history.series).toBeGreaterThan(0)
})
