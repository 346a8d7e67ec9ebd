import { asText, isObject } from '#src/domain/json/jsonValue.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import type { Alert, Alerts } from './alert.ts'
import { labelsIn, textsIn } from './labelsIn.ts'

/** More alerts than anybody could look at; what is beyond is counted, and never taken for resolved. */
export const MOST_ALERTS = 5000

const ANNOTATION_CAP = 2000

const FINGERPRINT = /^[\da-f]{1,32}$/i

function readAlert(json: unknown): Alert | null {
  if (!isObject(json) || !isObject(json['labels'])) return null
  const fingerprint = asText(json['fingerprint'])
  const startsAt = parseTimestamp(json['startsAt'])
  if (fingerprint === null || !FINGERPRINT.test(fingerprint) || startsAt === null) return null
  const status = isObject(json['status']) ? json['status'] : {}
  return {
    fingerprint: fingerprint.toLowerCase(),
    labels: labelsIn(json['labels']),
    annotations: labelsIn(json['annotations'], ANNOTATION_CAP),
    startsAt,
    generatorUrl: asText(json['generatorURL']) ?? '',
    silencedBy: textsIn(status['silencedBy']),
    inhibited: textsIn(status['inhibitedBy']).length > 0,
  }
}

/**
 * Reads the answer of `GET /api/v2/alerts` (Alertmanager, OpenAPI v2, `gettableAlerts`): at most `MOST_ALERTS`, each
 * fingerprint once. Alerts of another shape are left out and counted; an answer that is no list is a failure in words.
 */
export function readAlerts(json: unknown): Result<Alerts, string> {
  if (!Array.isArray(json)) return err('no list of alerts')
  const found = new Map<string, Alert>()
  let leftOut = Math.max(0, json.length - MOST_ALERTS)
  for (const item of json.slice(0, MOST_ALERTS)) {
    const alert = readAlert(item)
    if (alert === null) leftOut += 1
    else found.set(alert.fingerprint, alert)
  }
  return ok({ alerts: [...found.values()], leftOut })
}
