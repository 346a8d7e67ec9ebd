import * as v from 'valibot'
import { signOffSchema, watchEndSchema } from '#src/domain/check/signOffSchema.ts'
import { pinLink } from './boundedPin.ts'
import { CHECKS } from './checksToken.ts'
import { MOST_PIN_TEXT, MOST_PINS } from './pin.ts'
import { policy } from './policySchema.ts'
import {
  key,
  link,
  MOST_MARKDOWN,
  MOST_TEXT,
  name,
  priority,
  text,
  time,
  title,
  token,
} from './textSchema.ts'
import { EVENT_VERSION, type EventKind, type TicketEvent } from './ticketEvent.ts'
import { MOST_WHYS } from './why.ts'

/** Most links that a ticket is opened with. */
export const MOST_LINKS = 40
const MOST_REASONS = 100
const MOST_LINES = 40
const MOST_VALUES = 500

const service = v.nullable(name)
const number = v.pipe(v.number(), v.finite())

const line = v.looseObject({
  signal: name,
  pod: title,
  from: time,
  step: v.pipe(number, v.minValue(0)),
  values: v.pipe(v.array(v.nullable(number)), v.maxLength(MOST_VALUES)),
  bound: v.nullable(number),
})

const evidence = v.looseObject({
  light: v.picklist(['green', 'orange', 'red', 'unknown']),
  at: time,
  reasons: v.pipe(v.array(text), v.maxLength(MOST_REASONS)),
  pods: text,
  version: v.nullable(title),
  lines: v.pipe(v.array(line), v.maxLength(MOST_LINES)),
})

const opened = v.looseObject({
  title,
  description: text,
  service,
  project: service,
  source: v.picklist(['check', 'alertmanager', 'link', 'hand']),
  dedupKey: key,
  episode: v.pipe(v.number(), v.integer(), v.minValue(0)),
  priority,
  why: text,
  policy,
  openedAt: time,
  detectedAt: time,
  recurrenceOf: v.nullable(token),
  links: v.pipe(v.array(link), v.maxLength(MOST_LINKS)),
  evidence: v.nullable(evidence),
})

const pin = v.looseObject({
  kind: v.picklist(['chart', 'log', 'check']),
  text: v.pipe(v.string(), v.maxLength(MOST_PIN_TEXT)),
  // What leads elsewhere is no link: the words of the pin are worth keeping without it.
  link: v.pipe(v.string(), v.transform(pinLink)),
  line: v.nullable(line),
})

const why = v.looseObject({
  answer: text,
  evidence: text,
  pins: v.exactOptional(v.pipe(v.array(pin), v.maxLength(MOST_PINS))),
})

const postmortem = v.looseObject({
  whys: v.pipe(v.array(why), v.maxLength(MOST_WHYS)),
  markdown: v.pipe(v.string(), v.maxLength(MOST_MARKDOWN)),
})

const HEAD = {
  id: token,
  ticket: token,
  actor: token,
  at: time,
  srv: v.exactOptional(time),
  seen: v.exactOptional(token),
}

const event = <const K extends EventKind, D extends v.GenericSchema>(kind: K, data: D) =>
  v.looseObject({ v: v.literal(EVENT_VERSION), ...HEAD, kind: v.literal(kind), data })

/** Of a morning check: such an event in a ticket's log is a forgery. */
const ofChecks = <const K extends EventKind, D extends v.GenericSchema>(kind: K, data: D) =>
  v.looseObject({ ...event(kind, data).entries, ticket: v.literal(CHECKS) })

const ticketToken = v.pipe(token, v.notValue(CHECKS))

const nothing = v.looseObject({})

/** What an event of each kind has to look like. What is beside that is of a later build, and kept. */
export const EVENT_SCHEMAS: { readonly [K in EventKind]: v.GenericSchema<unknown, TicketEvent<K>> } = {
  // A build that knows of no checks would make a ticket of them.
  opened: v.looseObject({ ...event('opened', opened).entries, ticket: ticketToken }),
  signal_added: event('signal_added', v.looseObject({ key, service, title, since: time })),
  signal_cleared: event('signal_cleared', v.looseObject({ key, clearedAt: time })),
  acknowledged: event('acknowledged', nothing),
  external_ack: event(
    'external_ack',
    v.looseObject({ by: name, known: v.boolean(), comment: text, silence: title }),
  ),
  assigned: event('assigned', v.looseObject({ to: name })),
  unassigned: event('unassigned', nothing),
  requalified: event('requalified', v.looseObject({ from: priority, to: priority, reason: text })),
  paused: event(
    'paused',
    v.looseObject({
      reason: v.picklist(['third-party', 'change-window', 'user-feedback', 'monitoring-fix']),
      note: text,
      until: v.nullable(time),
    }),
  ),
  resumed: event('resumed', nothing),
  commented: event('commented', v.looseObject({ text })),
  linked: event('linked', link),
  merged_into: event('merged_into', v.looseObject({ into: token })),
  unmerged: event('unmerged', v.looseObject({ from: token })),
  resolved: event(
    'resolved',
    v.looseObject({
      restoredAt: time,
      note: text,
      cause: v.picklist(['incident', 'false-positive', 'drill']),
    }),
  ),
  reopened: event('reopened', v.looseObject({ reason: text })),
  edited: event(
    'edited',
    v.looseObject({
      field: v.picklist(['title', 'description', 'project']),
      value: v.pipe(v.string(), v.maxLength(MOST_TEXT)),
    }),
  ),
  policy_changed: event('policy_changed', v.looseObject({ policy, reason: text })),
  postmortem: event('postmortem', postmortem),
  redacted: event('redacted', v.looseObject({ event: token })),
  signed_off: ofChecks('signed_off', signOffSchema),
  watch_ended: ofChecks('watch_ended', watchEndSchema),
}

/** What of an event can be relied on that a later build wrote. */
export const FOREIGN_SCHEMA = v.looseObject({
  v: v.pipe(v.number(), v.integer(), v.minValue(EVENT_VERSION)),
  ...HEAD,
  kind: title,
  data: v.unknown(),
})
