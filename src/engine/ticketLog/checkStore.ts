import type { NatsEngine } from '#src/domain/fleet/ticketSettings.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { boardSubjects, probeSubject } from '#src/domain/ticket/natsSubjects.ts'
import { AUTOMATIC } from '#src/domain/ticket/ticketEvent.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { EngineLine, OpenLine, StreamFacts } from './engineLine.ts'
import type { Credentials } from './eventStore.ts'
import type { StoreCheck, StoreCheckName } from './storeCheck.ts'
import { coversBoard, WRITE_ONCE } from './streamFit.ts'

/** A refusal to send is told at once; what a stream holds comes as fast. */
const FIRST_WITHIN: DurationMs = seconds(3)
const NO_DELETE = 'deny_delete: true, deny_purge: true'

const ALL: readonly StoreCheckName[] = [
  'load',
  'reach',
  'sign-in',
  'stream',
  'write-once',
  'no-delete',
  'read',
  'write',
  'write-as-others',
]

export type CheckDeps = {
  readonly engine: NatsEngine
  readonly board: string
  /** Null: as somebody who has not signed in, who is not to write. */
  readonly credentials: Credentials | null
  readonly ports: Pick<Ports, 'every'>
  readonly load: () => Promise<OpenLine>
}

/** What was seen, or why not. */
type Seen = Result<string, string>

const passed = (name: StoreCheckName, detail: string): StoreCheck => ({ name, outcome: 'passed', detail })
const skipped = (name: StoreCheckName): StoreCheck => ({ name, outcome: 'skipped', detail: '' })
const told = (name: StoreCheckName, seen: Seen): StoreCheck =>
  seen.ok ? passed(name, seen.value) : { name, outcome: 'failed', detail: seen.error }

/** Whether something of the board comes, or at least nobody refuses to send it. */
async function reads(line: EngineLine, { board, ports }: CheckDeps, { lastSeq }: StreamFacts): Promise<Seen> {
  const direct = await line.stored(probeSubject(board, AUTOMATIC))
  if (!direct.ok) return err(direct.error.detail)
  let end: ((seen: Seen) => void) | null = null
  const seen = new Promise<Seen>((resolve) => {
    end = resolve
  })
  const stop = ports.every(FIRST_WITHIN, () => end?.(ok(boardSubjects(board))))
  const followed = await line.follow(Math.max(lastSeq, 1), {
    message: () => end?.(ok(boardSubjects(board))),
    alive: () => undefined,
    ended: (why) => end?.(err(why?.detail ?? '')),
  })
  const first = followed.ok ? await seen : err(followed.error.detail)
  stop()
  return first
}

/** Writes what is there ever after: that it is there already says as well that it may be written. */
async function writes(line: EngineLine, board: string, user: string): Promise<Seen> {
  const subjects = [user, AUTOMATIC].map((actor) => probeSubject(board, actor))
  const published = await Promise.all(subjects.map((subject) => line.publish(subject, '{}')))
  for (const one of published) if ('detail' in one) return err(one.detail)
  return ok(subjects.join(', '))
}

async function isKeptFromOthers(line: EngineLine, board: string, user: string): Promise<Seen> {
  const subject = probeSubject(board, `not-${user}`)
  const published = await line.publish(subject, '{}')
  if (published.kind === 'no-right') return ok(subject)
  return err('detail' in published ? published.detail : subject)
}

async function checkLine(line: EngineLine, deps: CheckDeps): Promise<StoreCheck[]> {
  const { board, engine, credentials } = deps
  const facts = await line.stream()
  if (!facts.ok) return [told('stream', err(facts.error.detail))]
  const { writeOnce, noDelete } = facts.value
  // First what is written: then there is something to be read.
  const written =
    credentials === null
      ? []
      : [
          told('write', await writes(line, board, credentials.user)),
          told('write-as-others', await isKeptFromOthers(line, board, credentials.user)),
        ]
  return [
    told('stream', coversBoard(board, facts.value) ? ok(engine.stream) : err(boardSubjects(board))),
    told('write-once', writeOnce ? ok(WRITE_ONCE) : err(WRITE_ONCE)),
    told('no-delete', noDelete ? ok(NO_DELETE) : err(NO_DELETE)),
    told('read', await reads(line, deps, facts.value)),
    ...written,
  ]
}

/** What opening a line came to, and the line if there is one. */
async function checkOpening(
  deps: CheckDeps,
): Promise<{ readonly checks: StoreCheck[]; readonly line: EngineLine | null }> {
  const { engine, board, credentials } = deps
  let openLine: OpenLine
  try {
    openLine = await deps.load()
  } catch (error) {
    return { checks: [told('load', err(String(error)))], line: null }
  }
  const loaded = passed('load', '')
  const opened = await openLine({ ...engine, board, credentials })
  if (opened.ok) {
    const signedIn = credentials === null ? skipped('sign-in') : passed('sign-in', credentials.user)
    return { checks: [loaded, passed('reach', engine.url), signedIn], line: opened.value }
  }
  const { kind, detail } = opened.error
  if (kind !== 'wrong-password') return { checks: [loaded, told('reach', err(detail))], line: null }
  return { checks: [loaded, passed('reach', engine.url), told('sign-in', err(detail))], line: null }
}

/**
 * Tries everything that a shared engine has to allow, over a connection of its own. Answers with every check, in order:
 * what comes after one that nothing goes on without is skipped.
 */
export async function checkStore(deps: CheckDeps): Promise<readonly StoreCheck[]> {
  const { checks, line } = await checkOpening(deps)
  const further = line === null ? [] : await checkLine(line, deps)
  line?.close()
  const done = [...checks, ...further]
  return ALL.map((name) => done.find((check) => check.name === name) ?? skipped(name))
}
