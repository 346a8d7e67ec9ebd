import type { QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { missingSpans } from '#src/domain/relive/missingSpans.ts'
import { clipSpans, joinSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { PastLine } from '#src/engine/drill/pastLine.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { PrometheusAccess } from '#src/engine/sources/prometheus/prometheusClient.ts'

/** A source that failed, or code that could not be had, is asked for again this much later; so is one that told. */
const AGAIN_AFTER: DurationMs = minutes(10)

/** Whether a moment was missed: a computer that slept for less than ten minutes begins nothing anew. */
const LOOKS_EVERY: DurationMs = minutes(1)

/**
 * Fills the journal with how services stood while this browser did not watch, as their Prometheus source knows it. What it
 * did not know is not asked for again.
 */
export type Reliving = {
  /** To be told with every turn which watch it is. */
  note(watch: Watch): void
  /** To be called with every turn of the watch once the histories of its pods are filled. */
  turn(watch: Watch, access: Omit<PrometheusAccess, 'signal'>): void
  /** Looks once more for what is missing, as soon as the histories are filled anew. What is under way goes on. */
  begin(): void
  /** There is no source, or (with a failure) it did not tell. */
  end(failure: QueryFailure | null): void
  stop(): void
}

/** Fleets that miss nothing need none of it: it comes in a chunk of its own. */
const bring = () => import('./reliveInto.ts').catch(() => null)
const bringWords = () => import('#src/domain/wording/sourceWords.ts').catch(() => null)

/** Nothing is known of the source yet. */
export function reliving(ports: Ports, line: PastLine): Reliving {
  let abort: AbortController | null = null
  /** Not before there is a source. */
  let dueAt: DurationMs = Infinity
  /** What was asked for: where it is still missing the source knows nothing of it. Of the last minutes it may yet. */
  let tried: readonly SeenSpan[] = []
  /** The fleet file may be read anew meanwhile: then it is another watch, with the same memory. */
  let current: Watch | null = null

  const fail = async (failure: QueryFailure): Promise<void> => {
    const words = await bringWords()
    line.tell({ filling: false, fault: words?.queryFailureWords(failure).what ?? failure.kind })
  }
  const run = async (
    watch: Watch,
    access: PrometheusAccess,
    own: AbortController,
    missing: readonly SeenSpan[],
  ): Promise<void> => {
    const settled = ports.now() - AGAIN_AFTER
    const module = await bring()
    const journal = line.journal()
    const failure =
      module === null || journal === null
        ? null
        : await module.reliveInto(journal, access, () => current ?? watch, ports, missing)
    if (own.signal.aborted) return
    abort = null
    dueAt = ports.monotonic() + AGAIN_AFTER
    if (failure !== null) return await fail(failure)
    if (module !== null) tried = joinSpans([...tried, ...clipSpans(missing, { from: 0, to: settled })], 0)
    line.tell({ filling: module === null, fault: null })
  }

  return {
    turn(watch, access) {
      const journal = line.journal()
      if (abort !== null || journal === null || ports.monotonic() < dueAt) return
      const missing = missingSpans([...journal.seen(), ...journal.filled(), ...tried], ports.now())
      if (missing.length === 0) {
        dueAt = ports.monotonic() + LOOKS_EVERY
        return line.tell({ filling: false, fault: null })
      }
      abort = new AbortController()
      line.tell({ filling: true, fault: null })
      void run(watch, { ...access, signal: abort.signal }, abort, missing)
    },
    note(watch) {
      current = watch
    },
    begin() {
      dueAt = 0
      line.tell({ filling: true, fault: null })
    },
    end(failure) {
      abort?.abort()
      abort = null
      tried = []
      dueAt = Infinity
      if (failure === null) line.tell({ filling: false, fault: null })
      else void fail(failure)
    },
    stop: () => abort?.abort(),
  }
}
