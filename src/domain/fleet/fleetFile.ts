import * as v from 'valibot'
import { SIZE } from '#src/domain/fleet/parseSize.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import { DURATION } from '#src/domain/time/parseDuration.ts'

/*
 * fleet.json as it is written: one schema from which come the parser, its types and the JSON Schema.
 * A message is a key of `expectations.ts`, where the words for a person are.
 */

const NAME = v.pipe(v.string('name'), v.trim(), v.regex(/^(?!\.{1,2}$)[^/\\?#%\p{Cc}]{1,100}$/u, 'name'))
const TEXT = v.pipe(v.string('text'), v.maxLength(500, 'text'))
const DURATION_TEXT = v.pipe(v.string('duration'), v.regex(DURATION, 'duration'), v.minLength(2, 'duration'))
const SIZE_TEXT = v.pipe(
  v.string('size'),
  v.regex(SIZE, 'size'),
  v.description('Binary, "4GiB" = 4 × 1024³ bytes, or decimal, "4GB" = 4 × 1000³ bytes.'),
)
// User info in a URL would be a secret in a public file.
const POD_URL = v.pipe(
  v.string('url'),
  v.regex(/^(?:https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?|(?![a-z][a-z0-9+.-]*:)(?!\/\/)[^\s?#]+)$/i, 'url'),
)
const SHOWN_URL = v.pipe(v.string('shownUrl'), v.regex(/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/i, 'shownUrl'))
const LINK = v.pipe(v.string('link'), v.regex(/^https?:\/\/[^\s@]+$/i, 'link'))
const PATH = v.pipe(v.string('path'), v.regex(/^\/(?!\/)[^\s#]*$/, 'path'))
const SHARE = v.pipe(v.number('share'), v.minValue(0, 'share'), v.maxValue(1, 'share'))
const COUNT = v.pipe(v.number('count'), v.integer('count'), v.minValue(1, 'count'), v.maxValue(1000, 'count'))
const BOUND = v.union([v.pipe(v.number('bound'), v.minValue(0, 'bound')), SIZE_TEXT], 'bound')
const CREDENTIALS = v.picklist(['omit', 'include'], 'credentials')
const ENDPOINT = v.union([PATH, v.literal(false, 'path')], 'endpoint')

const describe = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text))

const ENDPOINTS = v.object(
  {
    health: v.optional(describe(ENDPOINT, 'Path of the health endpoint; found by itself when left out.')),
    ready: v.optional(describe(ENDPOINT, 'Path of the readiness endpoint; not asked when left out.')),
    metrics: v.optional(describe(ENDPOINT, 'Path of the metrics endpoint; found by itself when left out.')),
    version: v.optional(describe(ENDPOINT, 'Path of the version endpoint; found by itself when left out.')),
  },
  'object',
)

const THRESHOLDS = v.object(
  {
    worsenAfter: v.optional(COUNT),
    recoverAfter: v.optional(COUNT),
    freshIntervals: v.optional(COUNT),
    quorum: v.optional(SHARE),
    levelOrange: v.optional(SHARE),
    levelRed: v.optional(SHARE),
    errorsOrange: v.optional(SHARE),
    errorsRed: v.optional(SHARE),
    errorsAtLeast: v.optional(COUNT),
    loopLagOrange: v.optional(DURATION_TEXT),
    loopLagRed: v.optional(DURATION_TEXT),
    gcCpuOrange: v.optional(SHARE),
    gcCpuRed: v.optional(SHARE),
    slowAnswer: v.optional(DURATION_TEXT),
    flapBad: v.optional(COUNT),
    flapWindow: v.optional(COUNT),
    restartMemory: v.optional(DURATION_TEXT),
    crashLoopCount: v.optional(COUNT),
    crashLoopWindow: v.optional(DURATION_TEXT),
    rolloutWindow: v.optional(DURATION_TEXT),
  },
  'object',
)

const POD = v.union(
  [
    POD_URL,
    v.object(
      {
        name: v.optional(NAME),
        url: POD_URL,
        shownUrl: v.optional(
          describe(SHOWN_URL, "The pod's own URL, to be shown where url is a gateway's path; never asked."),
        ),
      },
      'object',
    ),
  ],
  'pod',
)

const LINKS = v.object(
  {
    runbook: v.optional(LINK),
    dashboard: v.optional(LINK),
    logs: v.optional(LINK),
    channel: v.optional(LINK),
  },
  'object',
)

const SERVICE = v.object(
  {
    name: describe(NAME, 'The name people use; unique in the fleet.'),
    url: v.optional(describe(POD_URL, 'Base URL, for a service of one pod.')),
    pods: v.optional(describe(v.array(POD, 'array'), 'Base URLs of the pods, with or without names.')),
    team: v.optional(TEXT),
    tier: v.optional(v.picklist([1, 2, 3, 4], 'tier')),
    dependsOn: v.optional(
      describe(
        v.array(NAME, 'array'),
        'Names of the services that it needs. A name that is no service of this file stands for something outside the fleet.',
      ),
    ),
    links: v.optional(LINKS),
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
    thresholds: v.optional(THRESHOLDS),
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
    thresholds: v.optional(THRESHOLDS),
    endpoints: v.optional(describe(ENDPOINTS, 'For every service that does not say otherwise.')),
    credentials: v.optional(describe(CREDENTIALS, 'For every service that does not say otherwise.')),
    services: describe(v.array(SERVICE, 'array'), 'May be empty: a fleet to begin with.'),
  },
  'fleet',
)

/** fleet.json as it is written, before defaults. */
export type FleetFile = v.InferOutput<typeof FLEET_FILE>
