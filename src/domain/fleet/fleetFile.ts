import * as v from 'valibot'
import { SIZE } from '#src/domain/fleet/parseSize.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import {
  ASKED_URL,
  CLOCK,
  CREDENTIALS,
  describe,
  NAME,
  SHOWN_URL,
  TEXT,
  WEEKDAY,
  ZONE,
} from './fieldShapes.ts'
import { FLEET_KUBERNETES, SERVICE_KUBERNETES } from './kubernetesFile.ts'
import { ROTA } from './rotaFile.ts'
import { MAPPED_SIGNALS } from './signalsFile.ts'
import { SOURCES } from './sourcesFile.ts'
import { COUNT, DURATION_TEXT, THRESHOLDS } from './thresholdsFile.ts'
import { SERVICE_TICKETS, TICKETS } from './ticketsFile.ts'

/*
 * fleet.json as it is written: one schema from which come the parser, its types and the JSON Schema.
 * A message is a key of `expectations.ts`, where the words for a person are.
 */

const SIZE_TEXT = v.pipe(
  v.string('size'),
  v.regex(SIZE, 'size'),
  v.description('Binary, "4GiB" = 4 × 1024³ bytes, or decimal, "4GB" = 4 × 1000³ bytes.'),
)
const LINK = v.pipe(v.string('link'), v.regex(/^https?:\/\/[^\s@]+$/i, 'link'))
const PATH = v.pipe(v.string('path'), v.regex(/^\/(?!\/)[^\s#]*$/, 'path'))
const WORKERS = v.pipe(v.number('workers'), v.integer('workers'), v.minValue(1, 'workers'))
const BOUND = v.union([v.pipe(v.number('bound'), v.minValue(0, 'bound')), SIZE_TEXT], 'bound')
const ENDPOINT = v.union([PATH, v.literal(false, 'path')], 'endpoint')

const ENDPOINTS = v.object(
  {
    health: v.optional(describe(ENDPOINT, 'Path of the health endpoint; found by itself when left out.')),
    ready: v.optional(describe(ENDPOINT, 'Path of the readiness endpoint; not asked when left out.')),
    metrics: v.optional(describe(ENDPOINT, 'Path of the metrics endpoint; found by itself when left out.')),
    version: v.optional(describe(ENDPOINT, 'Path of the version endpoint; found by itself when left out.')),
  },
  'object',
)

const POD = v.union(
  [
    ASKED_URL,
    v.object(
      {
        name: v.optional(NAME),
        url: ASKED_URL,
        shownUrl: v.optional(
          describe(SHOWN_URL, "The pod's own URL, to be shown where url is a gateway's path; never asked."),
        ),
      },
      'object',
    ),
  ],
  'pod',
)

const MORNING = v.object(
  {
    at: v.optional(describe(CLOCK, 'When the morning check begins; 08:55 when left out.')),
    timeZone: v.optional(describe(ZONE, "An IANA name; the viewer's own when left out.")),
    days: v.optional(describe(v.array(WEEKDAY, 'array'), 'Monday to Friday when left out.')),
  },
  'object',
)

const LINKS = v.object(
  {
    runbook: v.optional(LINK),
    dashboard: v.optional(LINK),
    logs: v.optional(
      describe(
        LINK,
        'The log tool. {service}, {pod}, {namespace}, {level}, {from}, {to} and {at} are filled in; times as RFC 3339, or as numbers: {from:ms}, {from:s}, {from:ns}.',
      ),
    ),
    channel: v.optional(LINK),
  },
  'object',
)

const SERVICE = v.object(
  {
    name: describe(NAME, 'The name people use; unique in the fleet.'),
    url: v.optional(describe(ASKED_URL, 'Base URL, for a service of one pod.')),
    pods: v.optional(describe(v.array(POD, 'array'), 'Base URLs of the pods, with or without names.')),
    team: v.optional(TEXT),
    tier: v.optional(v.picklist([1, 2, 3, 4], 'tier')),
    labels: v.optional(
      describe(
        v.record(v.string('label'), TEXT, 'object'),
        'What else it is chosen by, as on a wall: { "region": "eu" }.',
      ),
    ),
    dependsOn: v.optional(
      describe(
        v.array(NAME, 'array'),
        'Names of the services that it needs. What is no service of this file has to be named under external.',
      ),
    ),
    links: v.optional(LINKS),
    kubernetes: v.optional(describe(SERVICE_KUBERNETES, 'Where it runs, for the commands that are offered.')),
    credentials: v.optional(
      describe(CREDENTIALS, "Whether requests carry the browser's cookies (for a single-sign-on proxy)."),
    ),
    endpoints: v.optional(ENDPOINTS),
    bounds: v.optional(
      describe(
        v.record(v.picklist(SIGNALS, 'signal'), BOUND, 'object'),
        "Limits that the metrics do not name, in the signal's unit; bytes also as a size.",
      ),
    ),
    workers: v.optional(
      describe(
        WORKERS,
        'How many pieces of work one pod does at the same time: its busy share and what it can do follow from it.',
      ),
    ),
    signals: v.optional(
      describe(
        MAPPED_SIGNALS,
        'Metrics of its own that tell signals, each in place of what would be recognised: "queueDepth": "shop_jobs_waiting".',
      ),
    ),
    thresholds: v.optional(THRESHOLDS),
    tickets: v.optional(describe(SERVICE_TICKETS, 'What of its tickets is its own.')),
  },
  'object',
)

export const FLEET_FILE = v.object(
  {
    $schema: v.optional(v.string('text')),
    title: v.optional(TEXT),
    intervals: v.optional(
      v.object(
        {
          health: v.optional(DURATION_TEXT),
          ready: v.optional(DURATION_TEXT),
          metrics: v.optional(DURATION_TEXT),
          version: v.optional(DURATION_TEXT),
        },
        'object',
      ),
    ),
    timeout: v.optional(
      describe(DURATION_TEXT, 'How long one request may take, from sending to its last byte.'),
    ),
    concurrency: v.optional(describe(COUNT, 'Requests under way at once, over the whole fleet.')),
    caps: v.optional(
      v.object(
        {
          health: v.optional(SIZE_TEXT),
          metrics: v.optional(SIZE_TEXT),
          series: v.optional(v.pipe(v.number('series'), v.integer('series'), v.minValue(1, 'series'))),
        },
        'object',
      ),
    ),
    morning: v.optional(describe(MORNING, 'What is to reach its limit before anybody looks again is red.')),
    thresholds: v.optional(THRESHOLDS),
    endpoints: v.optional(describe(ENDPOINTS, 'For every service that does not say otherwise.')),
    credentials: v.optional(describe(CREDENTIALS, 'For every service that does not say otherwise.')),
    signals: v.optional(
      describe(MAPPED_SIGNALS, 'Metrics that tell signals of every service that does not say otherwise.'),
    ),
    sources: v.optional(SOURCES),
    tickets: v.optional(describe(TICKETS, 'How incident tickets are opened, judged, kept and shared.')),
    rota: v.optional(describe(ROTA, 'Who is on RUN duty, one after another.')),
    kubernetes: v.optional(describe(FLEET_KUBERNETES, 'Where services run that do not say otherwise.')),
    external: v.optional(
      describe(
        v.array(NAME, 'array'),
        'What services depend on and nobody watches here: a database, a provider. Any other unknown name is a stale entry.',
      ),
    ),
    services: describe(v.array(SERVICE, 'array'), 'May be empty: a fleet to begin with.'),
  },
  'fleet',
)

/** fleet.json as it is written, before defaults. */
export type FleetFile = v.InferOutput<typeof FLEET_FILE>
