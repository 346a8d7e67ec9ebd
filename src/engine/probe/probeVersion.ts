import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { readVersion } from '#src/domain/version/readVersion.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'
import type { HttpHead } from '#src/engine/ports.ts'
import { bodyText } from './bodyText.ts'
import type { PageReader } from './pageReader.ts'
import type { Target } from './target.ts'

type VersionResult = Result<VersionReading, ProbeFailure>

/** Reads a version page. A page that names no version is not one. */
export function versionPage(target: Target): PageReader<VersionResult> {
  const body = bodyText(target.polling.healthCap)
  const read = ({ status, headers }: HttpHead): VersionResult => {
    if (body.isCut()) return err({ kind: 'too-large', cap: target.polling.healthCap })
    const contentType = headers['content-type'] ?? null
    const reading = readVersion({ status, contentType, headers, body: body.text() })
    if (reading !== null) return ok(reading)
    if (status >= 400) return err({ kind: 'http-status', status })
    return err({ kind: 'malformed', line: 1, column: 1, reason: 'no version in it' })
  }
  return { sink: body, read, isAbsent: (_head, result) => !result.ok }
}
