import { claimSubject, probeSubject } from '#src/domain/ticket/natsSubjects.ts'
import { AUTOMATIC, type LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { type DurationMs, type EpochMs, hours, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { ClockSkew } from './clockSkew.ts'
import { engineInbox } from './engineInbox.ts'
import type { EngineLine, LineFault, StreamFacts } from './engineLine.ts'
import { ENGINE_MEMORY, type EngineMemory, rememberedOf } from './engineMemory.ts'
import { engineOutbox } from './engineOutbox.ts'
import type { Claim } from './eventStore.ts'
import type { LogBook } from './logBook.ts'
import { eventKey } from './logRecord.ts'
import { differenceOf } from './streamFit.ts'

/** What was not answered in time is offered again this often, all that waits on every tenth occasion. */
const RETRY_EVERY: DurationMs = seconds(2)
const ALL_ON_EVERY = 10
/** A server that loses its power loses minutes: what it accepted lately is offered again at each new connection. */
const OFFER_OWN_OF: DurationMs = hours(24)
const OFFER_AUTOMATIC_OF: DurationMs = hours(1)
/** So many answers are waited for, to tell the clocks' difference. */
const MOST_SPANS = 100

export type SessionDeps = {
  readonly book: LogBook
  readonly board: string
  /** Address and name of the stream. */
  readonly engine: string
  readonly line: EngineLine
  readonly user: string | null
  readonly ports: Pick<Ports, 'now' | 'every'>
  readonly skew: ClockSkew
  readonly news: (events: readonly LoggedEvent[]) => void
  readonly malformed: (subject: string) => void
  /** Something of what `state` says is another. */
  readonly changed: () => void
}

export type SessionFault = LineFault | { readonly kind: 'stream-differs'; readonly detail: string }

/** How one connection stands. */
export type SessionState = {
  /** Whether the stream is listened to. */
  online: boolean
  /** Null until all that the stream had has come. */
  heardAt: EpochMs | null
  /** Why it ended, or what goes wrong in it. */
  fault: SessionFault | null
  /** What the person who signed in wrote was refused. */
  noRight: boolean
  /** Whether what is automatic is taken. Nobody who has not signed in may write anything else. */
  automatic: boolean
}

/** What is done over one connection, until that ends. */
export type EngineSession = {
  readonly state: Readonly<SessionState>
  /** Offers what was written just now. */
  offer(keys: readonly string[]): void
  claim(key: string): Promise<Claim>
  stop(): void
}

/** Reads the stream from where it was left, then offers what it lacks. */
export function engineSession({
  book,
  board,
  engine,
  line,
  user,
  ports,
  skew,
  ...on
}: SessionDeps): EngineSession {
  const state: SessionState = {
    online: false,
    heardAt: null,
    fault: null,
    noRight: false,
    automatic: user !== null,
  }
  /** Events that the engine did not take, and why. */
  const faults = new Map<string, LineFault>()
  /** In whose name nothing is taken from whoever is signed in. */
  const denied = new Set<string>()
  const spans = new Map<string, readonly [EpochMs, EpochMs]>()
  let isWritable = user !== null
  let isCaughtUp = false
  let ticks = 0
  let end: (() => void) | null = null

  const hear = (): void => {
    state.heardAt = isCaughtUp ? ports.now() : null
    on.changed()
  }

  const outbox = engineOutbox({
    book,
    board,
    line,
    now: ports.now,
    news: on.news,
    saved: hear,
    accepted: (key) => {
      if (faults.delete(key)) state.fault = [...faults.values()].at(-1) ?? null
    },
    written: (key, asked, answered) => {
      if (spans.size < MOST_SPANS) spans.set(key, [asked, answered])
    },
    refused: (event, fault) => {
      if (fault.kind === 'unreachable') return
      if (fault.kind === 'no-right') denied.add(event.actor)
      state.noRight ||= user !== null && denied.has(user)
      state.automatic &&= !denied.has(AUTOMATIC)
      const key = eventKey(event)
      // What was accepted once and is only offered again is no fault.
      if (!book.outbox.has(key)) return
      faults.set(key, fault)
      if (fault.kind !== 'late') state.fault = fault
      on.changed()
    },
  })

  const isMine = (key: string): boolean => {
    const actor = book.events.get(key)?.actor
    return actor !== undefined && !denied.has(actor) && (actor === user || actor === AUTOMATIC)
  }

  const offer = (keys: readonly string[]): void => {
    if (isWritable) outbox.offer(keys.filter(isMine))
  }

  const recent = (): string[] => {
    const now = ports.now()
    return [...book.events].flatMap(([key, { actor, srv, at }]) => {
      const old = actor === AUTOMATIC ? OFFER_AUTOMATIC_OF : OFFER_OWN_OF
      return (srv ?? at) > now - old ? [key] : []
    })
  }

  const catchUp = (): void => {
    if (isCaughtUp) return
    isCaughtUp = true
    hear()
    offer([...book.outbox, ...recent()])
  }

  const retry = (): void => {
    ticks++
    if (!isCaughtUp) return
    const late = [...faults].flatMap(([key, { kind }]) => (kind === 'late' ? [key] : []))
    offer(ticks % ALL_ON_EVERY === 0 ? [...book.outbox] : late)
  }

  const readSpan = (event: LoggedEvent): void => {
    const span = spans.get(eventKey(event))
    if (span !== undefined && event.srv !== undefined) skew.sample(event.srv, ...span)
    spans.delete(eventKey(event))
  }

  const giveUp = (fault: SessionFault): void => {
    state.fault = fault
    line.close()
  }

  /** A screen on the wall that signs in as nobody: its server may take what is automatic from it. */
  const tryAutomatic = async (): Promise<void> => {
    const tried = await line.publish(probeSubject(board, AUTOMATIC), '')
    state.automatic = tried.kind === 'stored' || tried.kind === 'there'
    isWritable = state.automatic
  }

  /** What a new stream lacks is not known before it was read: everything is to be offered. */
  const forget = async ({ created }: StreamFacts): Promise<EngineMemory> => {
    const memory: EngineMemory = { engine, created, cursor: 0, tail: '' }
    await book.write({ from: 'engine', queued: [...book.events.keys()], meta: [ENGINE_MEMORY, memory] })
    return memory
  }

  const begin = async (): Promise<void> => {
    const facts = await line.stream()
    if (!facts.ok) return giveUp(facts.error)
    const difference = differenceOf(board, facts.value)
    if (difference !== null) {
      isWritable = false
      state.fault = { kind: 'stream-differs', detail: difference }
      state.automatic = false
    } else if (user === null) await tryAutomatic()
    const remembered = rememberedOf(await book.meta(ENGINE_MEMORY), engine, facts.value)
    const memory = remembered ?? (await forget(facts.value))
    const beginAnew = (): void => {
      void forget(facts.value).then(() => line.close())
    }
    const inbox = engineInbox(memory, {
      book,
      board,
      malformed: on.malformed,
      foreign: beginAnew,
      news: (events) => {
        events.forEach(readSpan)
        on.news(events)
      },
      stored: (pending) => {
        hear()
        if (pending === 0) catchUp()
      },
    })
    const asked = ports.now()
    const ended = (why: LineFault | null): void => (why === null ? line.close() : giveUp(why))
    const followed = await line.follow(Math.max(memory.cursor, 1), {
      message: (of) => inbox.take(of),
      alive: hear,
      ended,
    })
    if (!followed.ok) return giveUp(followed.error)
    skew.sample(followed.value.at, asked, ports.now())
    state.online = true
    on.changed()
    const rest = ports.every(RETRY_EVERY, retry)
    end = () => {
      rest()
      inbox.stop()
    }
    if (followed.value.pending > 0) return
    if (memory.cursor === 0) catchUp()
    else beginAnew()
  }
  void begin()

  return {
    state,
    offer,
    async claim(key) {
      if (!state.online || !isWritable) return 'offline'
      const published = await line.publish(
        claimSubject(board, key),
        JSON.stringify({ by: user, at: ports.now() }),
      )
      if (published.kind === 'stored') return 'won'
      return published.kind === 'there' ? 'lost' : 'offline'
    },
    stop() {
      state.online = false
      outbox.stop()
      end?.()
      line.close()
    },
  }
}
