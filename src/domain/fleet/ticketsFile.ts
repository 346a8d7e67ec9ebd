import * as v from 'valibot'
import { describe, MOMENT, NAME, PRIORITY, REASON } from './fieldShapes.ts'
import { CALENDARS, SLA } from './slaFile.ts'
import { DURATION_TEXT } from './thresholdsFile.ts'

/*
 * What may be written under "tickets", for the fleet and for one service. A message is a key of `expectations.ts`,
 * where the words for a person are.
 */

/** A token of a NATS subject. */
const TOKEN = v.pipe(v.string('token'), v.regex(/^[\w-]{1,32}$/, 'token'))

// A password in it would be a secret in a public file.
const NATS_URL = v.pipe(v.string('natsUrl'), v.regex(/^wss?:\/\/[^\s/?#@]+(?:\/[^\s?#@]*)?$/i, 'natsUrl'))

const FLAG = v.boolean('flag')

const NATS = v.object(
  {
    url: describe(NATS_URL, 'Its WebSocket listener; wss where the page is on https.'),
    stream: v.optional(describe(TOKEN, 'The name of its stream; TICKETS and the board when left out.')),
  },
  'object',
)

/** Who may have tickets: a name, or a name and what else somebody is called. */
export const PEOPLE = v.array(
  v.union(
    [
      NAME,
      v.object(
        {
          name: NAME,
          aliases: v.optional(
            describe(v.array(NAME, 'array'), 'What else they are called: in silences of Alertmanager.'),
          ),
        },
        'object',
      ),
    ],
    'person',
  ),
  'array',
)

const SPAN = {
  from: describe(MOMENT, 'A day, or a moment: "2026-11-16", "2026-11-16T09:00", with an offset or without.'),
  to: describe(MOMENT, 'As from; a day alone is meant with all its hours.'),
}

/** A closer watch that people agreed on. */
export const HYPERCARE = v.array(
  v.object(
    {
      service: v.optional(describe(NAME, 'A service of this file, or')),
      team: v.optional(describe(NAME, 'a team of it: all its services.')),
      ...SPAN,
      reason: REASON,
    },
    'object',
  ),
  'array',
)

const OPEN_AFTER = v.object(
  {
    P1: v.optional(describe(DURATION_TEXT, '1m when left out.')),
    P2: v.optional(describe(DURATION_TEXT, '2m when left out.')),
    P3: v.optional(describe(DURATION_TEXT, '5m when left out.')),
    P4: v.optional(describe(DURATION_TEXT, '10m when left out.')),
    P5: v.optional(describe(DURATION_TEXT, '15m when left out.')),
  },
  'object',
)

/** For the whole fleet. */
export const TICKETS = v.object(
  {
    board: v.optional(describe(TOKEN, 'Boards of different names share nothing; "run" when left out.')),
    nats: v.optional(
      describe(NATS, 'The NATS server on which all browsers share the board; left out: in the browser.'),
    ),
    automatic: v.optional(describe(FLAG, 'Whether what is red opens tickets by itself; true when left out.')),
    openAfter: v.optional(describe(OPEN_AFTER, 'How long it has to be red until it does.')),
    sla: v.optional(describe(SLA, 'What is promised for each priority.')),
    calendars: v.optional(
      describe(CALENDARS, 'Working hours by name; "business" is that of P3 to P5: Monday to Friday 09–18.'),
    ),
    resolveAfter: v.optional(
      describe(DURATION_TEXT, 'How long it has to be well until a ticket resolves itself; 5m when left out.'),
    ),
    reopenWithin: v.optional(
      describe(DURATION_TEXT, 'What comes back within this is the same incident; 30m when left out.'),
    ),
    pauseP1: v.optional(describe(FLAG, 'Whether the clock of a P1 may be paused; false when left out.')),
    projects: v.optional(
      describe(v.array(NAME, 'array'), 'What tickets may be assigned to beside people and the teams.'),
    ),
    people: v.optional(describe(PEOPLE, 'Who may have tickets: names, with or without aliases.')),
    hypercare: v.optional(
      describe(HYPERCARE, 'Agreed closer watches: tickets one priority up, half the time, day and night.'),
    ),
  },
  'object',
)

/** Agreed times in which a service opens nothing. */
export const MAINTENANCE = v.array(v.object({ ...SPAN, reason: REASON }, 'object'), 'array')

/** For one service. */
export const SERVICE_TICKETS = v.object(
  {
    automatic: v.optional(
      describe(FLAG, 'Whether it opens tickets by itself; as the fleet says when left out.'),
    ),
    project: v.optional(describe(NAME, 'Whose its tickets are; its team’s when left out.')),
    priority: v.optional(describe(PRIORITY, 'Of its tickets, instead of what tier, pods and time come to.')),
    maintenance: v.optional(describe(MAINTENANCE, 'Agreed times in which it opens none.')),
  },
  'object',
)
