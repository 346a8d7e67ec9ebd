import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { ok } from '#src/domain/result.ts'
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
  answer(head: HttpHead, asked: Asked): Pick<ProbeOutcome, 'answer' | 'absent'>
}

type Asked = Pick<ProbeOutcome, 'at' | 'took'>

function page<R>(reader: PageReader<R>, toAnswer: (result: R, asked: Asked) => Answer): Page {
  return {
    reader,
    answer: (head, asked) => {
      const result = reader.read(head)
      return { answer: toAnswer(result, asked), absent: reader.isAbsent(head, result) }
    },
  }
}

function pageOf(target: Target): Page {
  switch (target.endpoint) {
    case 'health':
      return page(healthPage(target), (result) => ({ endpoint: 'health', result }))
    case 'ready':
      return page(healthPage(target), (result) => ({ endpoint: 'ready', result }))
    case 'version':
      return page(versionPage(target), (result) => ({ endpoint: 'version', result }))
    case 'metrics':
      return page(metricsPage(target), (result, asked) => ({
        endpoint: 'metrics',
        result: result.ok ? ok({ ...asked, exposition: result.value }) : result,
      }))
  }
}

/** How a probe ended. `readable`: an answer came whose head the page was allowed to read. */
type Probed = ProbeOutcome & { readonly readable: boolean }

/**
 * Asks one path of one endpoint once, and reads the answer. Never retries: the next interval will.
 * `diagnosisOf` is asked for the cause where the request failed and the page was not told why.
 */
export async function probeTarget(
  target: Target,
  path: string,
  ports: Ports,
  signal: AbortSignal | null,
  diagnosisOf: (url: string) => Promise<ProbeFailure>,
): Promise<Probed> {
  const url = urlOf(target, path)
  const [at, began] = [ports.now(), ports.monotonic()]
  const page = pageOf(target)
  const { timeout } = target.polling
  let readable = false
  const got = await ports.get(
    { url, credentials: target.service.credentials, timeout, mode: 'read', signal },
    () => {
      readable = true
      return page.reader.sink
    },
  )
  const asked = { at, took: ports.monotonic() - began }
  const failed = (failure: ProbeFailure): Probed => ({
    answer: failedAnswer(target.endpoint, failure),
    ...asked,
    absent: false,
    readable,
  })
  if (got.ok) {
    const failure = failureInHead(got.value, url, asked.took)
    return failure === null ? { ...page.answer(got.value, asked), ...asked, readable } : failed(failure)
  }
  if (got.error.kind === 'timeout') return failed({ kind: 'timeout', after: timeout })
  if (got.error.kind === 'aborted') return failed({ kind: 'aborted' })
  // Its head was there, so CORS is not what broke it off.
  return failed(readable ? { kind: 'unreachable', by: 'browser', detail: null } : await diagnosisOf(url))
}
