import type { Desk } from '#src/state/boardStore.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type WallAge, type WallHealth, type WallTickets } from '#src/domain/wall/wallStrip.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'
import { formatAge, formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'

const { strip: words } = englishWall

/** One part of the strip: what it is, its value, what belongs to it, and how much it presses. */
export type StripWords = {
  readonly label: string
  readonly value: string
  readonly more: string
  readonly press: 'red' | 'orange' | 'old' | null
}

const calm = (label: string, value: string, more = ''): StripWords => ({ label, value, more, press: null })

/** How old what is on the wall is. What is of the past never reads as the present. */
export function ageWords({ age, isOld }: WallAge): StripWords {
  if (age === null) return { label: words.age, value: '–', more: words.unseen, press: 'old' }
  const { value, unit } = formatAge(age)
  const said = `${value} ${unit}`
  if (isOld) return { label: words.oldSeen, value: `${said} ${words.ago}`, more: words.old, press: 'old' }
  return calm(words.age, `${said} ${words.ago}`)
}

/** What to think of what is said of tickets: null where it is of the present. */
export function ticketDoubt(desk: Desk | null, isSilent: boolean): string | null {
  if (desk === null) return words.ticketsUnknown
  if (isSilent) return words.ticketsOld
  return desk.log.online ? null : words.ticketsOffline
}

/** Which clock runs out next. */
export function breachWords(
  { next, breached }: WallTickets,
  doubt: string | null,
  now: EpochMs,
  timeZone: string,
): StripWords {
  const overdue = breached === 0 ? '' : words.overdue(breached)
  const also = [overdue, doubt ?? ''].filter((part) => part !== '')
  const press = breached > 0 ? 'red' : doubt === null ? null : 'old'
  if (next === null) {
    const isUntold = doubt === words.ticketsUnknown
    return { label: isUntold ? words.breach : words.noBreach, value: '–', more: also.join(' · '), press }
  }
  const of = `P${next.priority} ${next.code}${next.service === null ? '' : ` ${next.service}`}`
  return {
    label: `${words.breach} ${formatMoment(next.due, now, timeZone)}`,
    value: words.in(formatDuration(Math.ceil(next.left / 60_000) * 60_000)),
    more: [of, ...also].join(' · '),
    press: press ?? (next.isAtRisk ? 'orange' : null),
  }
}

/** How many P1 wait for somebody. */
export function p1Words({ p1 }: WallTickets, doubt: string | null): StripWords {
  if (doubt === words.ticketsUnknown) return { label: words.p1, value: '–', more: doubt, press: 'old' }
  const press = p1 > 0 ? 'red' : doubt === null ? null : 'old'
  return { label: words.p1, value: `${p1}`, more: doubt ?? '', press }
}

/** Who is on RUN duty; null where the fleet names nobody. */
export function dutyWords(duty: Desk['duty'], now: EpochMs, timeZone: string): StripWords | null {
  return duty === null
    ? null
    : calm(words.duty, duty.who, words.until(formatMoment(duty.until, now, timeZone)))
}

const old = (value: string): StripWords => ({ label: words.health, value, more: '', press: 'old' })

/** How the polling goes. */
export function healthWords(health: WallHealth, now: EpochMs, timeZone: string): StripWords {
  switch (health.kind) {
    case 'starting':
      return old(words.starting)
    case 'silent':
      return old(words.silent(formatMoment(health.since, now, timeZone)))
    case 'blind':
      return old(words.blind(formatMoment(health.since, now, timeZone)))
    case 'fault':
      return { label: words.health, value: words.fault, more: health.words, press: 'orange' }
    case 'looking':
      return calm(words.health, words.looking(health.seen, health.of))
    case 'polling':
      return calm(words.health, words.polled(health.pods))
  }
}
