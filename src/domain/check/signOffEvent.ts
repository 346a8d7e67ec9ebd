import { err, ok, type Result } from '#src/domain/result.ts'
import { CHECKS } from '#src/domain/ticket/checksToken.ts'
import { parseEvent } from '#src/domain/ticket/parseEvent.ts'
import { MOST_NAME, MOST_TEXT, MOST_TITLE } from '#src/domain/ticket/textSchema.ts'
import type { Refusal } from '#src/domain/ticket/ticketCommand.ts'
import { EVENT_VERSION, type EventHead, type TicketEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckMark, SignOffDraft } from './signOff.ts'
import { MOST_MARK_NOTE, MOST_MARKS, MOST_SIGN_OFF } from './signOffSchema.ts'

/** Who writes an event of checks, and when. */
export type CheckWriter = {
  /** As a token. */
  readonly actor: string
  /** As a person calls themselves. */
  readonly name: string
  readonly now: EpochMs
  readonly newId: () => string
}

const headOf = ({ actor, now, newId }: CheckWriter): EventHead => ({
  v: EVENT_VERSION,
  id: newId(),
  ticket: CHECKS,
  actor,
  at: now,
})

/** Where there are more marks than a sign-off takes, those go that only say that somebody looked. */
function mostImportant(marks: readonly CheckMark[]): readonly CheckMark[] {
  if (marks.length <= MOST_MARKS) return marks
  const lasting = marks.filter(({ deed }) => deed !== 'seen')
  return [...lasting, ...marks.filter(({ deed }) => deed === 'seen')].slice(0, MOST_MARKS)
}

const withShortTitle = (mark: CheckMark): CheckMark => ({ ...mark, title: mark.title.slice(0, MOST_TITLE) })

const tooLong = (most: number): Result<never, Refusal> => err({ kind: 'too-long', most })

/** Nothing is stored that could not be read again. */
function readable<T extends TicketEvent>(event: T): Result<T, Refusal> {
  const read = parseEvent(event)
  return read.ok ? ok(event) : err({ kind: 'not-stored', detail: read.error })
}

/**
 * The event by which somebody signs a check off, or why not. Texts that are too long are refused, never cut: but for titles,
 * which only repeat what is written elsewhere.
 */
export function signOffEvent(
  check: SignOffDraft,
  writer: CheckWriter,
): Result<TicketEvent<'signed_off'>, Refusal> {
  const { name, now } = writer
  const note = check.note.trim()
  if (name.length > MOST_NAME) return tooLong(MOST_NAME)
  if (note.length > MOST_TEXT) return tooLong(MOST_TEXT)
  if (check.marks.some((mark) => mark.note.length > MOST_MARK_NOTE)) return tooLong(MOST_MARK_NOTE)
  const marks = mostImportant(check.marks).map(withShortTitle)
  const { from, light, counts } = check
  const data = { from: Math.min(from, now), light, counts, marks, note, by: name }
  const event = { ...headOf(writer), kind: 'signed_off', data } as const
  return JSON.stringify(event).length > MOST_SIGN_OFF ? tooLong(MOST_SIGN_OFF) : readable(event)
}

/** The event by which somebody ends a watch (its id), or why not. */
export function watchEndEvent(
  watch: string,
  writer: CheckWriter,
): Result<TicketEvent<'watch_ended'>, Refusal> {
  if (writer.name.length > MOST_NAME) return tooLong(MOST_NAME)
  return readable({ ...headOf(writer), kind: 'watch_ended', data: { watch, by: writer.name } } as const)
}
