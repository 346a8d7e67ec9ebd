import type { Exposition, NotAnExposition } from '#src/domain/exposition/exposition.ts'
import { expositionReader } from '#src/domain/exposition/expositionReader.ts'
import { readExpvar } from '#src/domain/exposition/readExpvar.ts'
import { readNatsVarz } from '#src/domain/exposition/readNatsVarz.ts'
import { sniffMetrics } from '#src/domain/exposition/sniffMetrics.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, type Result } from '#src/domain/result.ts'
import { wantedFamiliesOf } from '#src/domain/signals/wantedFamiliesOf.ts'
import type { BodySink, HttpHead } from '#src/engine/ports.ts'
import { bodyText } from './bodyText.ts'
import { isAbsent } from './classify.ts'
import type { PageReader } from './pageReader.ts'
import type { Target } from './target.ts'

type PageResult = Result<Exposition, ProbeFailure>
type Reading = BodySink & { end(): PageResult }

type Fault = Pick<NotAnExposition, 'line' | 'column' | 'reason'>

function toPageResult(page: Result<Exposition, Fault>): PageResult {
  if (page.ok) return page
  const { line, column, reason } = page.error
  return err({ kind: 'malformed', line, column, reason })
}

/** JSON is read whole or not at all, so one that does not fit is too large, not malformed. */
function jsonReading({ polling }: Target): Reading {
  const body = bodyText(polling.metricsCap)
  return {
    push: (chunk) => body.push(chunk),
    end: () => {
      if (body.isCut()) return err({ kind: 'too-large', cap: polling.metricsCap })
      const text = body.text()
      const varz = readNatsVarz(text)
      const page = varz.ok ? varz : readExpvar(text)
      if (page.ok) return page
      const json = parseJson(text)
      return toPageResult(json.ok ? page : json)
    },
  }
}

function textReading({ polling, service }: Target): Reading {
  const reader = expositionReader({
    wanted: wantedFamiliesOf(service.mapped),
    byteCap: polling.metricsCap,
    seriesCap: polling.seriesCap,
  })
  return { push: reader.push, end: () => toPageResult(reader.end()) }
}

/** White space may come first, in chunks of its own. More than this of it is no page that anyone wrote. */
const BLANKS_HELD = 16

/** Which reader a page needs shows in its first bytes; its content type often lies. */
function sniffingReading(target: Target): Reading {
  let reading: Reading | null = null
  const blanks: Uint8Array[] = []
  const open = (first: Uint8Array): Reading => {
    const opened = sniffMetrics(first) === 'json' ? jsonReading(target) : textReading(target)
    for (const blank of blanks) opened.push(blank)
    return opened
  }
  return {
    push(chunk) {
      if (reading === null && blanks.length < BLANKS_HELD && sniffMetrics(chunk) === 'empty') {
        blanks.push(chunk)
        return 'more'
      }
      reading ??= open(chunk)
      return reading.push(chunk)
    },
    end: () => (reading ?? textReading(target)).end(),
  }
}

/** A page that calls itself an exposition is one, however broken; any other that cannot be read is something else. */
const CALLS_ITSELF_METRICS = /openmetrics|version=0\.0\.4/

const isSomethingElse = (head: HttpHead, result: PageResult): boolean =>
  !result.ok &&
  result.error.kind === 'malformed' &&
  !CALLS_ITSELF_METRICS.test(head.headers['content-type'] ?? '')

/** Reads a metrics page as it streams in; only the families that feed signals are kept of it. */
export function metricsPage(target: Target): PageReader<PageResult> {
  const reading = sniffingReading(target)
  const read = ({ status }: HttpHead): PageResult => {
    return status >= 300 ? err({ kind: 'http-status', status }) : reading.end()
  }
  return {
    sink: reading,
    read,
    isAbsent: (head, result) => isAbsent(head.status) || isSomethingElse(head, result),
  }
}
