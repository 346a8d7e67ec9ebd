import { asText, isObject } from '#src/domain/json/jsonValue.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import type { Silence, SilenceMatcher } from './silence.ts'

const MOST_SILENCES = 5000

function readMatcher(json: unknown): SilenceMatcher | null {
  if (!isObject(json)) return null
  const { name, value, isRegex, isEqual } = json
  if (typeof name !== 'string' || typeof value !== 'string' || typeof isRegex !== 'boolean') return null
  // Before 0.22 there was no `isEqual`: all were.
  return { name, value, isRegex, isEqual: isEqual !== false }
}

function readMatchers(json: unknown): readonly SilenceMatcher[] | null {
  if (!Array.isArray(json)) return null
  const matchers = json.map(readMatcher)
  return matchers.every((matcher) => matcher !== null) ? matchers : null
}

function readSilence(json: unknown): Silence | null {
  if (!isObject(json)) return null
  const id = asText(json['id'])
  const startsAt = parseTimestamp(json['startsAt'])
  const endsAt = parseTimestamp(json['endsAt'])
  const matchers = readMatchers(json['matchers'])
  if (id === null || startsAt === null || endsAt === null || matchers === null) return null
  const [comment, createdBy] = [asText(json['comment']) ?? '', asText(json['createdBy']) ?? '']
  return { id, comment, createdBy, startsAt, endsAt, matchers }
}

const isExpired = (json: unknown): boolean =>
  isObject(json) && isObject(json['status']) && json['status']['state'] === 'expired'

/**
 * Reads the answer of `GET /api/v2/silences` (Alertmanager, OpenAPI v2, `gettableSilences`) without those that have
 * expired, which it keeps for days. What has another shape is passed over; an answer that is no list is a failure.
 */
export function readSilences(json: unknown): Result<readonly Silence[], string> {
  if (!Array.isArray(json)) return err('no list of silences')
  const live = json.filter((item) => !isExpired(item)).slice(0, MOST_SILENCES)
  return ok(live.map(readSilence).filter((silence) => silence !== null))
}
