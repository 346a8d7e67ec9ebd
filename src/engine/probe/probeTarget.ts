import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { ok } from '#src/domain/result.ts'
import type { DurationMs } from '#src/domain/time/units.ts'
import type { Answer } from '#src/domain/watch/observation.ts'
import type { HttpHead, Ports } from '#src/engine/ports.ts'
import { failureInHead } from './classify.ts'
import type { PageReader } from './pageReader.ts'
import { healthPage } from './probeHealth.ts'
import { metricsPage } from './probeMetrics.ts'
import { failedAnswer, type ProbeOutcome } from './probeOutcome.ts'
import { versionPage } from './probeVersion.ts'
import { type Target, urlOf } from './target.ts'

/** A page with its endpoint: what the pieces below need to know of it. */
type Page = {
  readonly reader: PageReader<unknown>
  answer(head: HttpHead, took: DurationMs): Omit<ProbeOutcome, 'took'>
}

function page<R>(reader: PageReader<R>, toAnswer: (result: R, took: DurationMs) => Answer): Page {
  return {
    reader,
    answer: (head, took) => {
      const result = reader.read(head)
      return { answer: toAnswer(result, took), absent: reader.isAbsent(head, result) }
    },
  }
}

function pageOf(target: Target, ports: Ports): Page {
  switch (target.endpoint) {
    case 'health':
      return page(healthPage(target), (result) => ({ endpoint: 'health', result }))
    case 'ready':
      return page(healthPage(target), (result) => ({ endpoint: 'ready', result }))
    case 'version':
      return page(versionPage(target), (result) => ({ endpoint: 'version', result }))
    case 'metrics':
      return page(metricsPage(target), (result, took) => ({
        endpoint: 'metrics',
        result: result.ok ? ok({ at: ports.now(), took, exposition: result.value }) : result,
      }))
  }
}

/**
 * Asks one path of one endpoint once, and reads the answer. Never retries: the next interval will.
 * `diagnosisOf` is asked for the cause where the request failed and the page was not told why.
 */
export async function probeTarget(
  target: Target,
  path: string,
  ports: Ports,
  diagnosisOf: (url: string) => Promise<ProbeFailure>,
): Promise<ProbeOutcome> {
  const url = urlOf(target, path)
  const began = ports.monotonic()
  const asked = pageOf(target, ports)
  const { timeout } = target.polling
  const got = await ports.get(
    { url, credentials: target.service.credentials, timeout, mode: 'read' },
    () => asked.reader.sink,
  )
  const took = ports.monotonic() - began
  if (got.ok) {
    const failure = failureInHead(got.value, url, took)
    if (failure !== null) return { answer: failedAnswer(target.endpoint, failure), took, absent: false }
    return { ...asked.answer(got.value, took), took }
  }
  const failure: ProbeFailure =
    got.error.kind === 'timeout' ? { kind: 'timeout', after: timeout } : await diagnosisOf(url)
  return { answer: failedAnswer(target.endpoint, failure), took, absent: false }
}
