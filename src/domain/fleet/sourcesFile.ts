import * as v from 'valibot'
import { parseDuration } from '#src/domain/time/parseDuration.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { ASKED_URL, CREDENTIALS, describe, LABEL, PRIORITY, SHOWN_URL, TEXT } from './fieldShapes.ts'
import { DURATION_TEXT } from './thresholdsFile.ts'

/* What may be written under "sources". A message is a key of `expectations.ts`, where the words for a person are. */

const CREDENTIALS_OF_SOURCE = describe(
  CREDENTIALS,
  "Whether requests carry the browser's cookies; left out, as the fleet says.",
)

const SHOWN_URL_OF_SOURCE = describe(
  SHOWN_URL,
  "The server's own URL, to be shown where url is a gateway's path; never asked.",
)

const PROMETHEUS = v.object(
  {
    url: describe(
      ASKED_URL,
      'Base URL, to which /api/v1/query is added; absolute, or relative to this file.',
    ),
    shownUrl: v.optional(SHOWN_URL_OF_SOURCE),
    credentials: v.optional(CREDENTIALS_OF_SOURCE),
    labels: v.optional(
      describe(
        v.object(
          {
            service: v.optional(
              describe(LABEL, 'The label of a target that is the name of its service here.'),
            ),
            pod: v.optional(describe(LABEL, 'The label of a target that is the name of its pod here.')),
          },
          'object',
        ),
        'Left out: a target is recognised by its label pod or instance, and by its job, service or app.',
      ),
    ),
    match: v.optional(
      describe(
        v.record(v.string('label'), TEXT, 'object'),
        'Labels and values that all targets of this fleet have: { "cluster": "prod" }.',
      ),
    ),
  },
  'object',
)

/** A duration of at least `least`; `message` says which. */
const atLeast = (least: number, message: string) =>
  v.pipe(
    DURATION_TEXT,
    v.check((text) => (parseDuration(text) ?? 0) >= least, message),
  )

/** A matcher as Alertmanager's API takes it (its documentation, "Matcher"). */
const MATCHER = v.pipe(
  v.string('matcher'),
  v.regex(/^\s*[a-zA-Z_:][\w:]*\s*(?:=~|!~|!=|=)\s*\S.*$/, 'matcher'),
  v.maxLength(500, 'matcher'),
)

const LABELS = v.pipe(v.array(LABEL, 'array'), v.minLength(1, 'labels'))

const ALERTMANAGER = v.object(
  {
    url: describe(
      ASKED_URL,
      'Base URL, to which /api/v2/alerts is added; absolute, or relative to this file.',
    ),
    shownUrl: v.optional(SHOWN_URL_OF_SOURCE),
    credentials: v.optional(CREDENTIALS_OF_SOURCE),
    filter: v.optional(
      describe(
        v.array(MATCHER, 'array'),
        'Only alerts that match all of these are asked for: ["team=\\"payments\\""].',
      ),
    ),
    serviceLabels: v.optional(
      describe(
        LABELS,
        'Labels that name the service, the first that is there; service, job, app when left out.',
      ),
    ),
    projectLabels: v.optional(
      describe(LABELS, 'Labels that name the project; project, team, namespace when left out.'),
    ),
    severities: v.optional(
      describe(
        v.record(v.string('severity'), PRIORITY, 'object'),
        'Priorities of values of the label severity, beside critical P1, error and high P2, warning P3, info P4, none P5. A label priority wins.',
      ),
    ),
    silenceFor: v.optional(
      describe(atLeast(minutes(1), 'silenceFor'), 'How long a silence from here lasts; 15m when left out.'),
    ),
    resolveTimeout: v.optional(
      describe(
        atLeast(seconds(1), 'resolveTimeout'),
        'Its own resolve_timeout: for twice as long after its start, what is absent is not resolved; 5m when left out.',
      ),
    ),
    every: v.optional(describe(atLeast(seconds(5), 'every'), 'How often it is asked; 15s when left out.')),
  },
  'object',
)

/** Where the past and the alerts of a fleet are kept. */
export const SOURCES = v.object(
  {
    prometheus: v.optional(
      describe(PROMETHEUS, 'A Prometheus-compatible API that holds the past: Prometheus, Thanos, Mimir, …'),
    ),
    alertmanager: v.optional(describe(ALERTMANAGER, 'An Alertmanager (API v2) whose alerts become tickets.')),
  },
  'object',
)
