import { SIGNALS } from '#src/domain/signals/signal.ts'
import { compareText, eachOnce } from '#src/domain/ticket/eventOrder.ts'
import { effectiveTime } from '#src/domain/ticket/effectiveTime.ts'
import { isActor } from '#src/domain/ticket/isActor.ts'
import {
  AUTOMATIC,
  isUnderstood,
  type LoggedEvent,
  type TicketEvent,
} from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { LoggedMark } from './loggedCheck.ts'
import type { CheckMark, SignOff, WatchUntil } from './signOff.ts'

/** What events say of checks, each once, oldest first, by time and then by id. */
export type CheckEvents = {
  readonly signOffs: readonly SignOff[]
  readonly ends: readonly { readonly at: EpochMs; readonly watch: string }[]
}

/** A signal that only a later build knows is read as any: such a watch ends late rather than early. */
export function untilOf(until: LoggedMark['until']): WatchUntil | null {
  if (until === null) return null
  if (until.kind === 'time') return { kind: 'time', at: until.at }
  return { kind: 'flat', signal: SIGNALS.find((signal) => signal === until.signal) ?? null }
}

/** Nothing of a check was marked after it was signed. */
const markOf = (mark: LoggedMark, signedAt: EpochMs): CheckMark => ({
  item: mark.item,
  service: mark.service,
  title: mark.title,
  deed: mark.deed,
  note: mark.note,
  at: Math.min(mark.at, signedAt),
  light: mark.light,
  kinds: mark.kinds,
  until: untilOf(mark.until),
  ticket: mark.ticket,
})

/** Who signed. The log only knows the actor: a name that is not theirs is told with it. */
const nameOf = ({ actor, data: { by } }: TicketEvent<'signed_off'>): string =>
  isActor(by, actor) ? by : `${by} (${actor})`

function signOffOf(event: TicketEvent<'signed_off'>): SignOff {
  const { from, light, counts, marks, note } = event.data
  const { green, orange, red, unknown } = counts
  const at = effectiveTime(event, 0)
  return {
    id: event.id,
    at,
    by: nameOf(event),
    from: Math.min(from, at),
    light,
    counts: { green, orange, red, unknown },
    marks: marks.map((mark) => markOf(mark, at)),
    note,
  }
}

const compareSignOffs = (a: SignOff, b: SignOff): number => a.at - b.at || compareText(a.id, b.id)

/** Logs are asked again and again while nothing is new in them. */
const madeOf = new WeakMap<readonly LoggedEvent[], CheckEvents>()

/** Reads the events of checks, in whatever order they came. A machine signs nothing. Made once for each array. */
export function checkEvents(events: readonly LoggedEvent[]): CheckEvents {
  const known = madeOf.get(events)
  if (known !== undefined) return known
  const said = eachOnce(events)
    .filter(isUnderstood)
    .filter(({ actor }) => actor !== AUTOMATIC)
  const signOffs = said.flatMap((event) => (event.kind === 'signed_off' ? signOffOf(event) : []))
  const ends = said.flatMap((event) =>
    event.kind === 'watch_ended' ? { at: effectiveTime(event, 0), watch: event.data.watch } : [],
  )
  const made = { signOffs: signOffs.sort(compareSignOffs), ends: ends.sort((a, b) => a.at - b.at) }
  madeOf.set(events, made)
  return made
}
