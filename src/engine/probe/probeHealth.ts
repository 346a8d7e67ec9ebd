import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import { readHealth } from '#src/domain/health/readHealth.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import type { HttpHead } from '#src/engine/ports.ts'
import { bodyText } from './bodyText.ts'
import { isAbsent } from './classify.ts'
import type { PageReader } from './pageReader.ts'
import type { Target } from './target.ts'

type HealthResult = Result<HealthReading, ProbeFailure>

/** HTML that says nothing of health is what a web application answers to paths that it does not know. */
const isElsewhere = (reading: HealthReading): boolean =>
  reading.format === 'html' && reading.state === 'unknown'

/** Reads a health (or readiness) page: its verdict comes from status and body. */
export function healthPage(target: Target): PageReader<HealthResult> {
  const body = bodyText(target.polling.healthCap)
  const read = (head: HttpHead): HealthResult => {
    if (body.isCut()) return err({ kind: 'too-large', cap: target.polling.healthCap })
    const contentType = head.headers['content-type'] ?? null
    const reading = readHealth({ status: head.status, contentType, body: body.text() })
    return reading.format === 'sign-in-page' ? err({ kind: 'sign-in-needed', how: 'page' }) : ok(reading)
  }
  return {
    sink: body,
    read,
    isAbsent: (head, result) => isAbsent(head.status) || (result.ok && isElsewhere(result.value)),
  }
}
