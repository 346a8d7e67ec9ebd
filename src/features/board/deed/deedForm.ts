import { PRIORITIES, type Priority } from '#src/domain/sla/priority.ts'
import type { TicketCommand } from '#src/domain/ticket/ticketCommand.ts'
import type { PauseReason, ResolveCause } from '#src/domain/ticket/ticketEvent.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { printWallTime, readWallTime } from '#src/domain/time/wallTime.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { FormValues } from '#src/ui/FormDialog.tsx'
import type { FormField } from '#src/ui/FormFields.tsx'
import type { DeedForm } from './asking.ts'

/** What a form is made of, and what it comes to: a command, or why it is none. */
export type FormSpec = {
  readonly fields: readonly FormField[]
  readonly hint?: string
  readonly command: (values: FormValues) => TicketCommand | string
}

/** What forms offer, and the moment and zone in which their times are meant. */
export type FormContext = {
  readonly now: EpochMs
  readonly timeZone: string
  readonly people: readonly string[]
  readonly projects: readonly string[]
  /** What this one may be merged into. */
  readonly others: readonly TicketRow[]
}

const { ask: words, refusal } = ticketTexts.deed

const PAUSE_REASONS: readonly PauseReason[] = [
  'third-party',
  'change-window',
  'user-feedback',
  'monitoring-fix',
]
const CAUSES: readonly ResolveCause[] = ['incident', 'false-positive', 'drill']

const chosen = <T extends string | number>(options: readonly T[], value: string): T | undefined =>
  options.find((option) => `${option}` === value)

const priorityOptions = PRIORITIES.map((p) => [`${p}`, ticketTexts.priority(p)] as const)

/** The radio group of all priorities. */
export const priorityField = (value: Priority): FormField => ({
  kind: 'choice',
  name: 'priority',
  label: words.priority,
  value: `${value}`,
  options: priorityOptions,
})

/** The priority that was chosen; P3 where none was. */
export const priorityIn = (values: FormValues): Priority => chosen(PRIORITIES, values('priority')) ?? 3

/** What was filled in for a moment, which stays exact where nobody touched it. */
export function momentIn(text: string, before: EpochMs | null, timeZone: string): EpochMs | null {
  if (before !== null && text === printWallTime(before, timeZone)) return before
  return readWallTime(text, timeZone)
}

const assign = ({ assignee }: TicketRow, { people, projects }: FormContext): FormSpec => ({
  fields: [
    {
      kind: 'line',
      name: 'to',
      label: words.to,
      offers: [...people, ...projects],
      hint: assignee === null ? undefined : words.toNobody,
    },
  ],
  command: (values) => {
    const to = values('to').trim()
    if (to === '' && assignee === null) return refusal['needs-text']
    return { do: 'assign', to: to === '' ? null : to }
  },
})

const requalify = ({ priority }: TicketRow): FormSpec => ({
  fields: [priorityField(priority), { kind: 'line', name: 'reason', label: words.reasonWhenLower }],
  command: (values) => ({ do: 'requalify', to: priorityIn(values), reason: values('reason').trim() }),
})

const pause = (_row: TicketRow, { timeZone }: FormContext): FormSpec => ({
  fields: [
    {
      kind: 'choice',
      name: 'reason',
      label: words.pauseReason,
      value: PAUSE_REASONS[0] ?? '',
      options: PAUSE_REASONS.map((reason) => [reason, ticketTexts.pause[reason]] as const),
    },
    { kind: 'line', name: 'note', label: words.note },
    { kind: 'moment', name: 'until', label: words.until, hint: words.timesIn(timeZone) },
  ],
  command: (values) => ({
    do: 'pause',
    reason: chosen(PAUSE_REASONS, values('reason')) ?? 'third-party',
    note: values('note').trim(),
    until: readWallTime(values('until'), timeZone),
  }),
})

const resolve = ({ restoring }: TicketRow, { now, timeZone }: FormContext): FormSpec => {
  const restoredAt = restoring?.since ?? now
  const green = restoring === null ? '' : words.restoredHint(formatMoment(restoring.since, now, timeZone))
  return {
    fields: [
      {
        kind: 'moment',
        name: 'restoredAt',
        label: words.restoredAt,
        value: printWallTime(restoredAt, timeZone),
        needed: true,
        hint: `${green} ${words.timesIn(timeZone)}`.trim(),
      },
      { kind: 'text', name: 'note', label: words.note },
      {
        kind: 'choice',
        name: 'cause',
        label: words.cause,
        value: 'incident',
        options: CAUSES.map((cause) => [cause, ticketTexts.cause[cause]] as const),
      },
    ],
    command: (values) => {
      const at = momentIn(values('restoredAt'), restoredAt, timeZone)
      if (at === null) return refusal['needs-text']
      const cause = chosen(CAUSES, values('cause')) ?? 'incident'
      return { do: 'resolve', restoredAt: at, note: values('note').trim(), cause }
    },
  }
}

const merge = (_row: TicketRow, { others }: FormContext): FormSpec => ({
  hint: others.length === 0 ? words.mergeNone : words.mergeHint,
  fields: [
    {
      kind: 'line',
      name: 'into',
      label: words.mergeInto,
      needed: true,
      offers: others.map(({ code, title }) => `${code} ${title}`),
    },
  ],
  command: (values) => {
    const [code = ''] = values('into').trim().toUpperCase().split(/\s/)
    const other = others.find((row) => row.code.toUpperCase() === code)
    return other === undefined ? refusal['unknown-ticket'] : { do: 'merge', into: other.id }
  },
})

/** The form of each deed that asks first. */
export const DEED_FORMS: Readonly<Record<DeedForm, (row: TicketRow, context: FormContext) => FormSpec>> = {
  assign,
  requalify,
  pause,
  resolve,
  merge,
  reopen: () => ({
    fields: [{ kind: 'line', name: 'reason', label: words.reopenReason }],
    command: (values) => ({ do: 'reopen', reason: values('reason').trim() }),
  }),
  comment: () => ({
    fields: [{ kind: 'text', name: 'text', label: words.text, needed: true }],
    command: (values) => ({ do: 'comment', text: values('text').trim() }),
  }),
}
