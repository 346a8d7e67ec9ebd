import type { Alarm } from '#src/domain/alert/alarm.ts'
import { pastAlarms, type PastReading } from '#src/domain/alert/pastAlarms.ts'
import { FIRING_QUERY, pastSpan } from '#src/domain/alert/pastEpisodes.ts'
import type { QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { readMatrix } from '#src/domain/prometheus/readResult.ts'
import { pointsOf } from '#src/domain/prometheus/span.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { queryFailureWords } from '#src/domain/wording/sourceWords.ts'
import type { Ports } from '#src/engine/ports.ts'
import { type PrometheusAccess, prometheusClient } from '#src/engine/sources/prometheus/prometheusClient.ts'

const inWords = (failure: QueryFailure): Result<never, string> => err(queryFailureWords(failure).what)

/** Asks a Prometheus for the alerts that began and ended between two moments, with one range query. */
export async function pastAlerts(
  access: PrometheusAccess,
  ports: Ports,
  from: EpochMs,
  to: EpochMs,
  reading: Omit<PastReading, 'span'>,
): Promise<Result<readonly Alarm[], string>> {
  const span = pastSpan(from, to)
  if (pointsOf(span) === 0) return ok([])
  const answer = await prometheusClient(access, ports).queryRange(FIRING_QUERY, span)
  const series = answer.ok ? readMatrix(answer.value.data, span) : answer
  return series.ok ? ok(pastAlarms(series.value, { ...reading, span })) : inWords(series.error)
}
