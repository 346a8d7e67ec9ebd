import type { Alert } from '#src/domain/alert/alert.ts'
import {
  type AlertBook,
  bookAfter,
  bookExpecting,
  EMPTY_BOOK,
  type BookedSignal,
  hasVanished,
} from '#src/domain/alert/alertBook.ts'
import { readAlerts } from '#src/domain/alert/readAlerts.ts'
import { readSilences } from '#src/domain/alert/readSilences.ts'
import { readStatus } from '#src/domain/alert/readStatus.ts'
import type { Silence } from '#src/domain/alert/silence.ts'
import type { AlertmanagerSource } from '#src/domain/fleet/ticketSettings.ts'
import type { Result } from '#src/domain/result.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishAlerts } from '#src/domain/wording/englishAlerts.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { AlertmanagerClient } from './alertmanagerClient.ts'

/** One Alertmanager, polled. */
export type AlertWatch = {
  /** Asks when that is due. `pace`: the source as it is now. */
  turn(now: EpochMs, pace: Pace): void
  /** What must be found out about: signals of open tickets. */
  expect(signals: readonly BookedSignal[], now: EpochMs): void
  book(): AlertBook
  /** Those of the newest answer. */
  alerts(): readonly Alert[]
  silences(): readonly Silence[]
  /** The same, with how far they can be relied on. */
  toldSilences(pace: Pace): ToldSilences
  /** Whether it was not heard for so long that nobody knows what fires. */
  isStale(pace: Pace): boolean
  heardAt(): EpochMs | null
  fault(): string | null
  /** Asks at the next turn, whatever is due. */
  hurry(): void
}

/** Silences of the newest answer. `asOf`: when that was asked for; null: they are not known, or no more. */
export type ToldSilences = {
  readonly asOf: EpochMs | null
  /** Why they are not, in words that follow Alertmanager's name. */
  readonly why: string
  readonly silences: readonly Silence[]
}

export type Pace = Pick<AlertmanagerSource, 'every' | 'resolveTimeout'>

/** Its start and its silences are asked for with every fourth poll, or when something depends on them. */
const SELDOM = 4

const LONGEST_PAUSE: DurationMs = minutes(5)

/** Polls that may be missed before what it told is no longer believed. */
const MISSED = 3

type Read<T> = (json: unknown) => Result<T, string>

/** When it was heard: by the clock that never jumps, which may stand still while a computer sleeps, and by the other. */
type Heard = { readonly monotonic: DurationMs; readonly wall: EpochMs; readonly at: EpochMs }

/** Watches one Alertmanager through a client. It asks one question at a time, and ever less often while it gets no answer. */
export function alertWatch(client: AlertmanagerClient, ports: Ports): AlertWatch {
  let book: AlertBook = EMPTY_BOOK
  let alerts: readonly Alert[] = []
  let silences: readonly Silence[] = []
  let silencesHeard: Heard | null = null
  let silencesFault: string | null = null
  let startedAt: EpochMs | null = null
  let heard: Heard | null = null
  let fault: string | null = null
  /** Of the poll that is under way. */
  let complaint: string | null = null
  let failures = 0
  let polls = 0
  let dueAt: DurationMs = Number.NEGATIVE_INFINITY
  let isAsking = false

  const ask = async <T>(
    question: () => Promise<Result<unknown, string>>,
    read: Read<T>,
  ): Promise<T | null> => {
    const answer = await question()
    const found = answer.ok ? read(answer.value) : answer
    if (found.ok) return found.value
    complaint ??= answer.ok ? englishAlerts.fault.unexpected(found.error) : found.error
    return null
  }

  /** Asked after the alerts: one that was restarted between two polls has lost what the poll before it saw. */
  const askStart = async (): Promise<void> => {
    startedAt = (await ask(client.status, readStatus))?.startedAt ?? null
  }

  const askSilences = async (sent: Heard): Promise<void> => {
    const told = await ask(client.silences, readSilences)
    silencesFault = told === null ? complaint : null
    if (told === null) return
    silences = told
    silencesHeard = sent
  }

  /** By both clocks, as one of them may stand still while a computer sleeps. */
  const ageOf = ({ monotonic, wall }: Heard): DurationMs =>
    Math.max(ports.monotonic() - monotonic, ports.now() - wall)

  const poll = async (at: EpochMs, { resolveTimeout }: Pace): Promise<boolean> => {
    const sent = { monotonic: ports.monotonic(), wall: ports.now(), at }
    const isRare = polls % SELDOM === 0 || failures > 0
    const told = await ask(client.alerts, readAlerts)
    if (told === null) return false
    polls += 1
    if (isRare || startedAt === null || hasVanished(book, told.alerts)) await askStart()
    if (isRare || told.alerts.some(({ silencedBy }) => silencedBy.length > 0)) await askSilences(sent)
    alerts = told.alerts
    book = bookAfter(book, { at, alerts, isWhole: told.leftOut === 0, startedAt }, resolveTimeout)
    heard = sent
    return true
  }

  const askAll = async (now: EpochMs, pace: Pace): Promise<void> => {
    isAsking = true
    const sentAt = ports.monotonic()
    let isAnswered = false
    complaint = null
    try {
      isAnswered = await poll(now, pace)
    } finally {
      fault = complaint
      failures = isAnswered ? 0 : failures + 1
      dueAt = sentAt + (isAnswered ? pace.every : Math.min(LONGEST_PAUSE, pace.every * 2 ** failures))
      isAsking = false
    }
  }

  return {
    turn(now, pace) {
      if (!isAsking && ports.isOnline() && ports.monotonic() >= dueAt) void askAll(now, pace)
    },
    expect(signals, now) {
      book = bookExpecting(book, signals, now)
    },
    book: () => book,
    alerts: () => alerts,
    silences: () => silences,
    toldSilences({ every }) {
      const isKnown = silencesHeard !== null && ageOf(silencesHeard) <= MISSED * SELDOM * every
      const asOf = isKnown ? (silencesHeard?.at ?? null) : null
      return { asOf, why: fault ?? silencesFault ?? englishAlerts.fault.notHeard, silences }
    },
    isStale: ({ every }) => heard === null || ageOf(heard) > MISSED * every,
    heardAt: () => heard?.at ?? null,
    fault: () => fault,
    hurry() {
      if (failures === 0) dueAt = Number.NEGATIVE_INFINITY
    },
  }
}
