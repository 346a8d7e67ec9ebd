import { type ClockFace, faceAt } from '#src/domain/sla/clockFace.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import { formatDuration } from './formatDuration.ts'
import { formatClock, formatMoment } from './formatMoment.ts'
import { formatTicking } from './formatTicking.ts'
import { ticketTexts } from './ticketTexts.ts'

const { face: words } = ticketTexts

/** Rounded down to seconds, and never none at all: what is long over is not told to the tenth. */
const whole = (duration: number): string =>
  formatDuration(Math.max(1, Math.floor(Math.abs(duration) / 1000)) * 1000)

/** What one calls a zone in passing: `London` of `Europe/London`. */
const placeOf = (timeZone: string): string => timeZone.replace(/^.*\//, '').replaceAll('_', ' ')

/** How long ago, to the second on the first day. */
const agoWords = (ago: DurationMs): string =>
  ago < days(1) ? formatTicking(Math.floor(ago / 1000) * 1000) : whole(ago)

function stoppedLead(face: ClockFace, missed: boolean): string {
  return missed ? words.missed(whole(face.spent)) : words.met(whole(face.spent))
}

/**
 * What a clock says first, as `3:41:22 left`, `at risk, 28:11 left`, `BREACHED 12:03 ago`, `waits for Mon 09:00`, `–` or
 * `in 12 min`. Changes from second to second while it runs. `now` is that of the clock's own time, corrected by what is
 * known of the browser's; `timeZone`, the viewer's, is an IANA name.
 */
export function clockLead(face: ClockFace, now: EpochMs, timeZone: string): string {
  const { standing, left } = faceAt(face, now)
  if (face.state === 'stopped') return stoppedLead(face, standing === 'missed')
  if (standing === 'breached') return words.breached(agoWords(now - (face.due ?? now)))
  if (standing === 'paused') return words.paused
  if (face.state === 'waiting' && Number.isFinite(face.holdsUntil))
    return words.waits(formatMoment(face.holdsUntil, now, timeZone))
  return standing === 'at-risk' ? words.atRisk(formatTicking(left)) : words.left(formatTicking(left))
}

/** When it is due, in the viewer's zone, and in that of its working hours where that shows another time. */
function dueWords({ due, timeZone: own }: ClockFace, now: EpochMs, timeZone: string): string {
  if (due === null) return ''
  const here = formatMoment(due, now, timeZone)
  if (own === null || own === timeZone) return words.due(here)
  const there = formatClock(due, own)
  return here.endsWith(there) ? words.due(here) : words.dueElsewhere(here, there, placeOf(own))
}

function pausedNote(left: number): string {
  return left < 0 ? words.pausedOver(whole(left)) : words.pausedLeft(whole(left))
}

/** What a clock says second: when it is or was due, what was agreed on, what is left while it is paused. */
export function clockNote(face: ClockFace, now: EpochMs, timeZone: string): string {
  const { standing, left } = faceAt(face, now)
  if (face.state === 'stopped') return words.agreed(formatDuration(face.target))
  if (face.state === 'paused') return pausedNote(left)
  return standing === 'breached' && face.due !== null
    ? words.wasDue(formatMoment(face.due, now, timeZone))
    : dueWords(face, now, timeZone)
}
