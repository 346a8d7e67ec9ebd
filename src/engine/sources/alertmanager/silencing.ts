import type { Alert } from '#src/domain/alert/alert.ts'
import { ackComment } from '#src/domain/alert/ackComment.ts'
import { readSilences } from '#src/domain/alert/readSilences.ts'
import type { Silence, SilenceMatcher } from '#src/domain/alert/silence.ts'
import { asText, isObject } from '#src/domain/json/jsonValue.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import { englishAlerts } from '#src/domain/wording/englishAlerts.ts'
import type { AlertmanagerClient } from './alertmanagerClient.ts'
import type { SilenceOrder } from './alertSource.ts'

/** Alertmanager refuses an end that is past by its own clock. */
const AT_ONCE: DurationMs = seconds(2)

const stamp = (at: EpochMs): string => new Date(at).toISOString()

/** Every label as it is: this alert, and those that have all of its labels and more. */
const matchersOf = ({ labels }: Alert): readonly SilenceMatcher[] =>
  Object.entries(labels).map(([name, value]) => ({ name, value, isRegex: false, isEqual: true }))

const idIn = (json: unknown): Result<string, string> => {
  const id = isObject(json) ? asText(json['silenceID']) : null
  return id === null ? err(englishAlerts.fault.unexpected('no id of a silence')) : ok(id)
}

/** Silences an alert from now on for so long (Alertmanager, OpenAPI v2, `postSilences`); the silence's id, or why not. */
export async function silenceAlert(
  client: AlertmanagerClient,
  alert: Alert,
  { code, url, by }: SilenceOrder,
  now: EpochMs,
  lasts: DurationMs,
): Promise<Result<string, string>> {
  const posted = await client.post({
    matchers: matchersOf(alert),
    startsAt: stamp(now),
    endsAt: stamp(now + lasts),
    createdBy: by,
    comment: ackComment(code, url),
  })
  return posted.ok ? idIn(posted.value) : posted
}

async function silenceWith(client: AlertmanagerClient, id: string): Promise<Result<Silence | null, string>> {
  const answer = await client.silences()
  const read = answer.ok ? readSilences(answer.value) : answer
  return read.ok ? ok(read.value.find((silence) => silence.id === id) ?? null) : read
}

/**
 * Ends a silence by posting it again with an end two seconds from now: a page of another origin may not send DELETE.
 * Nothing where there is none of that id any more; else why not.
 */
export async function expireSilence(
  client: AlertmanagerClient,
  id: string,
  now: EpochMs,
): Promise<Result<null, string>> {
  const found = await silenceWith(client, id)
  if (!found.ok) return found
  if (found.value === null) return ok(null)
  const { startsAt, ...silence } = found.value
  const posted = await client.post({ ...silence, startsAt: stamp(startsAt), endsAt: stamp(now + AT_ONCE) })
  return posted.ok ? ok(null) : posted
}
