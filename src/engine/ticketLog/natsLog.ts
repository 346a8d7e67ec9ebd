import { err, ok, type Result } from '#src/domain/result.ts'
import { isPersonToken, subjectOf } from '#src/domain/ticket/natsSubjects.ts'
import { AUTOMATIC } from '#src/domain/ticket/ticketEvent.ts'
import type { NatsEngine } from '#src/domain/fleet/ticketSettings.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { clockSkew } from './clockSkew.ts'
import type { EngineLine, OpenLine } from './engineLine.ts'
import { type EngineSession, engineSession, type SessionFault } from './engineSession.ts'
import {
  type Credentials,
  type EventStore,
  type LogListener,
  type LogStatus,
  RECONNECT_EVERY,
} from './eventStore.ts'
import { logBook, type LogPlace } from './logBook.ts'
import { eventKey } from './logRecord.ts'

/** The first try after a connection broke; each further one waits for twice as long, up to `RECONNECT_EVERY`. */
const FIRST_RETRY: DurationMs = 250
/** After what does not change by itself within seconds. */
const SLOW_RETRY: DurationMs = seconds(15)

export type NatsLogDeps = {
  readonly place: LogPlace
  readonly ports: Pick<Ports, 'now' | 'every'>
  readonly engine: NatsEngine
  readonly board: string
  /** Fetches what talks to a server: a chunk of its own. */
  readonly load: () => Promise<OpenLine>
}

type Fault = SessionFault | { readonly kind: 'not-loaded'; readonly detail: string }
type StatusFault = NonNullable<LogStatus['fault']>

/** As the status says it: what came too late was not reached, and what is not allowed was refused. */
function statusFault({ kind, detail }: Fault): StatusFault {
  if (kind === 'late') return { kind: 'unreachable', detail }
  return { kind: kind === 'no-right' ? 'refused' : kind, detail }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * The log in this browser, and a pump between it and the team's stream. Reads without credentials, as far as the server
 * lets everybody; writes as whoever signed in. `changed` is called whenever its status, or what was sent, is another.
 */
export function natsLog({ place, ports, engine, board, load }: NatsLogDeps, changed: () => void): EventStore {
  const book = logBook(place)
  const skew = clockSkew()
  const malformed = new Set<string>()
  let listen: LogListener | null = null
  let credentials: Credentials | null = null
  let session: EngineSession | null = null
  let lastSyncAt: number | null = null
  /** As the server said last; nobody who has not signed in is asked to write before it was heard. */
  let automatic = false
  let trouble: Fault | null = null
  /** Why nobody is signed in who tried to; stays until the next try. */
  let signInFault: Fault | null = null
  let isStopped = false
  let tries = 0
  let wake: (() => void) | null = null

  const rest = (period: DurationMs): Promise<void> =>
    new Promise((resolve) => {
      const stop = ports.every(period, () => wake?.())
      wake = () => {
        stop()
        resolve()
      }
    })

  const open = async (): Promise<Result<EngineLine, Fault>> => {
    let openLine: OpenLine
    try {
      openLine = await load()
    } catch (error) {
      return err({ kind: 'not-loaded', detail: messageOf(error) })
    }
    return openLine({ ...engine, board, credentials })
  }

  const serve = async (line: EngineLine): Promise<void> => {
    const as = credentials
    const mine = engineSession({
      book,
      board,
      engine: `${engine.url} ${engine.stream}`,
      line,
      user: as?.user ?? null,
      ports,
      skew,
      news: (events) => listen?.(events),
      malformed: (subject) => malformed.add(subject),
      changed: () => {
        lastSyncAt = mine.state.heardAt ?? lastSyncAt
        if (mine.state.online) [tries, trouble, automatic] = [0, null, mine.state.automatic]
        changed()
      },
    })
    session = mine
    const why = await line.closed
    mine.stop()
    session = null
    // Somebody signed in or out: that is no trouble.
    if (as === credentials) trouble = mine.state.fault ?? { kind: 'unreachable', detail: why ?? '' }
  }

  const fail = (fault: Fault): void => {
    trouble = fault
    if (fault.kind !== 'wrong-password' || credentials === null) return
    // Asked again and again with a wrong password, a server may lock its owner out.
    credentials = null
    signInFault = fault
    tries = 0
  }

  const waitOf = (): DurationMs => {
    if (trouble?.kind === 'not-loaded' || trouble?.kind === 'wrong-password') {
      return signInFault === trouble ? FIRST_RETRY : SLOW_RETRY
    }
    return Math.min(FIRST_RETRY * 2 ** tries++, RECONNECT_EVERY)
  }

  const once = async (): Promise<void> => {
    const as = credentials
    const opened = await open()
    if (isStopped || as !== credentials) {
      if (opened.ok) opened.value.close()
      return
    }
    if (opened.ok) await serve(opened.value)
    else fail(opened.error)
    changed()
    if (!isStopped && (as === credentials || signInFault === trouble)) await rest(waitOf())
  }

  const run = async (): Promise<void> => {
    await once()
    if (!isStopped) void run()
  }

  const write: EventStore['add'] = async (events) => {
    const written = await book.write({ events, from: 'browser', offer: true })
    changed()
    if (!written.ok) return written
    if (written.value.length > 0) listen?.(written.value)
    session?.offer(written.value.map(eventKey))
    return ok(written.value.length)
  }

  /** Of what waits, as much as whoever is signed in may send. */
  const pending = (): number => {
    if (credentials === null) return book.outbox.size
    const { user } = credentials
    return [...book.outbox].filter((key) => {
      const event = book.events.get(key)
      if (event === undefined || subjectOf(board, event) === null) return false
      return event.actor === user || event.actor === AUTOMATIC
    }).length
  }

  const faultNow = (): LogStatus['fault'] => {
    const failure = book.failure()
    const fault = signInFault ?? session?.state.fault ?? (session?.state.online ? null : trouble)
    if (fault !== null) return statusFault(fault)
    return failure === null ? null : { kind: 'store', failure }
  }

  const readOnly = (): LogStatus['readOnly'] => {
    if (credentials === null) return 'not-signed-in'
    return session?.state.noRight ? 'no-right' : false
  }

  return {
    async open(heard) {
      listen = heard
      const events = await book.open((news) => listen?.(news))
      void run()
      return events
    },
    async append(events) {
      const written = await write(events)
      return written.ok ? ok(null) : written
    },
    add: write,
    claim: async (key) => session?.claim(key) ?? 'offline',
    isSent: (ticket, id) => !book.outbox.has(eventKey({ ticket, id })),
    signIn(as) {
      const isPerson = as === null || isPersonToken(as.user)
      signInFault = isPerson ? null : { kind: 'refused', detail: as.user }
      credentials = isPerson ? as : null
      automatic = credentials !== null
      tries = 0
      session?.stop()
      wake?.()
      changed()
    },
    stop() {
      isStopped = true
      session?.stop()
      wake?.()
      book.close()
    },
    status: () => ({
      kind: 'nats',
      online: session?.state.online ?? false,
      pending: pending(),
      lastSyncAt,
      skew: skew.value(),
      user: credentials?.user ?? null,
      readOnly: readOnly(),
      automatic,
      fault: faultNow(),
      skipped: book.skipped() + malformed.size,
    }),
  }
}
