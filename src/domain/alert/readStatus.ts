import { asText, isObject } from '#src/domain/json/jsonValue.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** What an Alertmanager says of itself. `startedAt` is by its own clock. */
export type AlertmanagerStatus = { readonly startedAt: EpochMs; readonly version: string | null }

/**
 * Reads the answer of `GET /api/v2/status` (Alertmanager, OpenAPI v2, `alertmanagerStatus`): its `uptime` is the moment
 * at which it was started. An answer without one is a failure in words.
 */
export function readStatus(json: unknown): Result<AlertmanagerStatus, string> {
  const startedAt = isObject(json) ? parseTimestamp(json['uptime']) : null
  if (!isObject(json) || startedAt === null) return err('no time of its start')
  const version = isObject(json['versionInfo']) ? asText(json['versionInfo']['version']) : null
  return ok({ startedAt, version })
}
