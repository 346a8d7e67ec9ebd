import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { ok } from '#src/domain/result.ts'
import type { Answer } from '#src/domain/watch/observation.ts'
import type { LookedAt } from '#src/engine/drill/lookedAt.ts'
import type { BodySink, HttpHead, Ports } from '#src/engine/ports.ts'
import { failureInHead } from './classify.ts'
import type { PageReader } from './pageReader.ts'
import { healthPage } from './probeHealth.ts'
import { metricsPage } from './probeMetrics.ts'
import { failedAnswer, type ProbeOutcome } from './probeOutcome.ts'
import { HEAD, tap, type Tapped } from './tap.ts'
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
type Probed = ProbeOutcome & { readonly tapped: Tapped; readonly readable: boolean }

/** Metrics pages are long, and read by a person only while they look at that very pod: then whole. */
function keptOf({ endpoint, polling, service, pod }: Target, lookedAt: LookedAt): number {
  if (endpoint !== 'metrics') return HEAD
  return lookedAt.isLookedAt(service.name, pod.name) ? polling.metricsCap : 0
}

/** What is noted down of one request, beside what is read of it. */
function noting(sink: BodySink, url: string, kept: number) {
  const tapped = tap(sink, kept)
  let head: HttpHead | null = null
  return {
    sinkFor: (answered: HttpHead): BodySink => {
      head = answered
      return tapped
    },
    isReadable: (): boolean => head !== null,
    told: (timing: Tapped['timing']): Tapped => ({
      url,
      status: head?.status ?? null,
      contentType: head?.headers['content-type'] ?? null,
      ...tapped.told(),
      timing,
    }),
  }
}

/** Whom to ask about a request beyond its answer. */
export type Around = {
  /** Asked for the cause where the request failed and the page was not told why. */
  readonly diagnosisOf: (url: string) => Promise<ProbeFailure>
  readonly lookedAt: LookedAt
}

/** Asks one path of one endpoint once, and reads the answer. Never retries: the next interval will. */
export async function probeTarget(
  target: Target,
  path: string,
  ports: Ports,
  signal: AbortSignal | null,
  { diagnosisOf, lookedAt }: Around,
): Promise<Probed> {
  const url = urlOf(target, path)
  const [at, began] = [ports.now(), ports.monotonic()]
  const page = pageOf(target)
  const { timeout } = target.polling
  const note = noting(page.reader.sink, url, keptOf(target, lookedAt))
  const got = await ports.get(
    { url, credentials: target.service.credentials, timeout, mode: 'read', signal },
    note.sinkFor,
  )
  const isTimed = lookedAt.isLookedAt(target.service.name, target.pod.name)
  const asked = { at, took: ports.monotonic() - began }
  const readable = note.isReadable()
  const whole = { ...asked, readable, tapped: note.told(isTimed ? await ports.timingOf(url, began) : null) }
  const failed = (failure: ProbeFailure): Probed => ({
    answer: failedAnswer(target.endpoint, failure),
    ...whole,
    absent: false,
  })
  if (got.ok) {
    const failure = failureInHead(got.value, url, asked.took)
    return failure === null ? { ...page.answer(got.value, asked), ...whole } : failed(failure)
  }
  if (got.error.kind === 'timeout') return failed({ kind: 'timeout', after: timeout })
  if (got.error.kind === 'aborted') return failed({ kind: 'aborted' })
  // Its head was there, so CORS is not what broke it off.
  return failed(readable ? { kind: 'unreachable', by: 'browser', detail: null } : await diagnosisOf(url))
}
