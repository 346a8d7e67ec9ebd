import type { Exposition, NotAnExposition } from '#src/domain/exposition/exposition.ts'
import { expositionReader } from '#src/domain/exposition/expositionReader.ts'
import { readExpvar } from '#src/domain/exposition/readExpvar.ts'
import { readNatsVarz } from '#src/domain/exposition/readNatsVarz.ts'
import { sniffMetrics } from '#src/domain/exposition/sniffMetrics.ts'
import { wantedFamilies } from '#src/domain/exposition/wanted.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { WANTED } from '#src/domain/signals/wantedNames.ts'
import type { BodySink, HttpHead } from '#src/engine/ports.ts'
import { bodyText } from './bodyText.ts'
import { isAbsent } from './classify.ts'
import type { PageReader } from './pageReader.ts'
import type { Target } from './target.ts'

type PageResult = Result<Exposition, ProbeFailure>
type Reading = BodySink & { end(): Result<Exposition, NotAnExposition> }

/** Compiled once: matching a line against it allocates nothing. */
const WANTED_FAMILIES = wantedFamilies(WANTED)

function jsonReading(target: Target): Reading {
  const body = bodyText(target.polling.metricsCap)
  return {
    push: (chunk) => body.push(chunk),
    end: () => {
      const text = body.text()
      const varz = readNatsVarz(text)
      return varz.ok ? varz : readExpvar(text)
    },
  }
}

function textReading({ polling }: Target): Reading {
  return expositionReader({
    wanted: WANTED_FAMILIES,
    byteCap: polling.metricsCap,
    seriesCap: polling.seriesCap,
  })
}

/** Which reader a page needs shows in its first bytes; its content type often lies. */
function sniffingReading(target: Target): Reading {
  let reading: Reading | null = null
  return {
    push(chunk) {
      reading ??= sniffMetrics(chunk) === 'json' ? jsonReading(target) : textReading(target)
      return reading.push(chunk)
    },
    end: () => (reading ?? textReading(target)).end(),
  }
}

/** Reads a metrics page as it streams in; only the families that feed signals are kept of it. */
export function metricsPage(target: Target): PageReader<PageResult> {
  const reading = sniffingReading(target)
  const read = ({ status }: HttpHead): PageResult => {
    if (status >= 300) return err({ kind: 'http-status', status })
    const page = reading.end()
    if (page.ok) return ok(page.value)
    const { line, column, reason } = page.error
    return err({ kind: 'malformed', line, column, reason })
  }
  return {
    sink: reading,
    read,
    isAbsent: (head, result) => isAbsent(head.status) || (!result.ok && result.error.kind === 'malformed'),
  }
}
