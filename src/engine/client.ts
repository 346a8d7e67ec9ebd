import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { browserWires, type Wire, type WireMode, type WirePorts } from '#src/engine/clientWire.ts'
import type { Answer, Beat, Question, ToPage, ToWorker } from '#src/engine/protocol.ts'

/** The page's end of the line to the worker that watches the fleet. */
export type WatchClient = {
  /** `shared`: one poller for all tabs; `dedicated`: the tabs' workers elect one. */
  readonly mode: WireMode
  /** Calls `listener` for every message from now on, beginning with all that is known. */
  subscribe(listener: (message: ToPage) => void): () => void
  /** Asks to be told all that is known once more. */
  refresh(): void
  /** Asks the worker; the answer is about the same as the question. Waits as long as no worker answers. */
  ask(question: Question): Promise<Answer>
}

const CHECK_EVERY: DurationMs = seconds(1)
/** A worker that gave no beat for this long is taken for dead, and started anew … */
const DEAD_AFTER: DurationMs = seconds(15)
/** … sooner a shared one that was at work: connecting to it anew costs nothing should it live after all, … */
const STOPPED_AFTER: DurationMs = seconds(7)
/** … and where the browser said that it could not be started … */
const FAILED_AFTER: DurationMs = seconds(3)
/** … and each time in vain twice as late. */
const MOST_PATIENCE: DurationMs = minutes(5)
/** So often the shared worker is tried in vain; from then on this page has a worker of its own. */
const SHARED_TRIES = 3
/** How often beats are answered by a sign of life. */
const HEARD_EVERY: DurationMs = seconds(10)

type Asked = { readonly question: Question; readonly answer: (answer: Answer) => void }

/**
 * Connects to the worker that watches the fleet of `fleetUrl`, starting it if no tab has yet, and again whenever it
 * dies. To be called from the first script of the page, so that polling begins before anything is rendered.
 */
export function connectWatch(
  { fleetUrl }: { readonly fleetUrl: string },
  ports: WirePorts = browserWires(fleetUrl),
): WatchClient {
  const hello: ToWorker = { kind: 'hello', fleetUrl }
  const listeners = new Set<(message: ToPage) => void>()
  const asked = new Map<number, Asked>()
  let nextId = 0
  let mode = ports.mode
  let tries = 0
  let failed = false
  /** How long the page has been waiting for a beat, while it was awake itself. */
  let silence: DurationMs = 0
  let checkedAt = ports.monotonic()
  let heardAt = Number.NEGATIVE_INFINITY
  let lastTurn: number | null = null
  /** The worker of this wire has beaten. */
  let isAtWork = false

  const hearBeat = ({ at, fault }: Beat): void => {
    const now = ports.monotonic()
    if (now - heardAt >= HEARD_EVERY) {
      heardAt = now
      wire.send({ kind: 'heard' })
    }
    // A worker whose watch stands still answers nevertheless; one that says why is best left to say it.
    if (at === lastTurn && fault === null) return
    lastTurn = at
    silence = 0
    tries = 0
    failed = false
    isAtWork = true
  }

  const receive = (message: ToPage): void => {
    if (message.kind === 'answer') {
      asked.get(message.id)?.answer(message.answer)
      asked.delete(message.id)
      return
    }
    if (message.kind === 'beat') hearBeat(message)
    for (const listener of listeners) listener(message)
  }

  const open = (): Wire => {
    const opened = ports.open(mode, {
      receive,
      fail: () => {
        failed = true
      },
    })
    opened.send(hello)
    for (const [id, { question }] of asked) opened.send({ kind: 'ask', id, question })
    return opened
  }

  let wire = open()

  const reopen = (): void => {
    tries += 1
    failed = false
    isAtWork = false
    silence = 0
    heardAt = Number.NEGATIVE_INFINITY
    wire.send({ kind: 'bye' })
    wire.end()
    if (tries >= SHARED_TRIES) mode = 'dedicated'
    wire = open()
  }

  const firstPatience = (): DurationMs => {
    if (failed) return FAILED_AFTER
    return isAtWork && mode === 'shared' ? STOPPED_AFTER : DEAD_AFTER
  }
  const patience = (): DurationMs => Math.min(firstPatience() * 2 ** tries, MOST_PATIENCE)

  ports.every(CHECK_EVERY, () => {
    const now = ports.monotonic()
    // A page that slept heard nothing; it gets a moment to hear what came meanwhile.
    silence += Math.min(now - checkedAt, STOPPED_AFTER / 2)
    checkedAt = now
    if (silence >= patience()) reopen()
  })

  ports.onHide(() => wire.send({ kind: 'hide' }))
  ports.onLeave(() => wire.send({ kind: 'bye' }))

  return {
    get mode() {
      return mode
    },
    subscribe(listener) {
      listeners.add(listener)
      wire.send(hello)
      return () => listeners.delete(listener)
    },
    refresh: () => wire.send(hello),
    ask: (question) =>
      new Promise((answer) => {
        nextId += 1
        asked.set(nextId, { question, answer })
        wire.send({ kind: 'ask', id: nextId, question })
      }),
  }
}
