import { replayPod } from '#src/domain/drift/replayPod.ts'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import { pointsOf } from '#src/domain/prometheus/span.ts'
import { scrapeAt, storedPage, type StoredPage } from '#src/domain/prometheus/storedPage.ts'
import { ok } from '#src/domain/result.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { digestChanges, observe, type Watch } from '#src/domain/watch/watch.ts'
import type { PastPod } from './pastPod.ts'
import type { PastService } from './pastService.ts'
import { isThere, pastWatch } from './pastWatch.ts'
import { tellMoments } from './tellMoments.ts'
import { upAnswers } from './upAnswers.ts'

/** How a service stood, in the words that would have been said then, and what is to be known of the starts of its pods. */
export type Relived = {
  readonly service: string
  /** Oldest first. */
  readonly moments: readonly VerdictMoment[]
  /** A book of marks, as it saves itself. */
  readonly marks: unknown
}

/** Something that comes at its own time, in between pages. */
type Event = { readonly at: EpochMs; readonly answer: ProbeEnded | null }

/** An answer that is to be missed is so just after it has ceased to count. */
const AFTER: DurationMs = 1

function eventsOf({ service, pods, span, spans, until: to }: PastService): readonly Event[] {
  const from = span.start - span.step
  const events: Event[] = spans.map((each) => ({ at: each.from, answer: null }))
  for (const past of pods) {
    const { name } = past.pod
    for (const at of [past.from, past.to + AFTER])
      if (at >= from && at <= to) events.push({ at, answer: null })
    if (past.trail === null) continue
    const names = { service: service.name, pod: name }
    for (const answer of upAnswers(names, past.trail, service.policy, { from, to })) {
      events.push({ at: answer.at, answer }, { at: answer.at + answer.freshFor + AFTER, answer: null })
    }
  }
  return events.filter(({ at }) => at <= to).toSorted((a, b) => a.at - b.at)
}

type Page = { readonly past: PastPod; readonly page: StoredPage; readonly freshFor: DurationMs }

const pagesOf = ({ pods, service, span }: PastService): readonly Page[] =>
  pods.flatMap((past): Page[] => {
    const every = Math.max(span.step, past.trail?.every ?? 0)
    const freshFor = service.policy.freshIntervals * every
    return past.pages === null ? [] : [{ past, page: storedPage(past.pages), freshFor }]
  })

function pageAnswer(service: string, { past, page, freshFor }: Page, i: number): ProbeEnded | null {
  const scrape = scrapeAt(page, i)
  if (scrape === null) return null
  const { at, took } = scrape
  const names = { service, pod: past.pod.name }
  return { kind: 'probe', endpoint: 'metrics', ...names, at, took, freshFor, result: ok(scrape) }
}

/**
 * Lives a service through once more, by what its server has stored: the same rules judge the same pods, in order of time.
 * Only metrics were kept: that a pod could be scraped stands for what its health page would have said, and what comes from
 * other services is not known. Pauses after every page and every look at the service, some 100 µs each.
 */
export function* reliveService(past: PastService): Generator<undefined, Relived> {
  const { service, span, memory } = past
  const life = pastWatch(past)
  const events = eventsOf(past)
  const pages = pagesOf(past)
  const told = tellMoments(past)
  const known = new Set<string>()
  let next = 0

  const look = (at: EpochMs): void => {
    const watch = life.at(at)
    digestChanges(watch, at)
    told.note(watch, at)
  }
  function* until(t: EpochMs): Generator<undefined, void> {
    for (let event = events[next]; event !== undefined && event.at <= t; event = events[next]) {
      next += 1
      if (event.answer !== null) observe(life.at(event.at), event.answer, event.at)
      if (events[next]?.at === event.at) continue
      look(event.at)
      yield
    }
  }
  /** The slopes of a pod rest on weeks, which are looked through once its first page names its limits. */
  function* recall(watch: Watch, pod: string, t: EpochMs): Generator<undefined, void> {
    const facts = watch.services.get(service.name)?.pods.get(pod)
    if (facts === undefined || known.has(pod)) return
    known.add(pod)
    yield* replayPod({ ...watch.memory, marks: memory.marks }, facts, t)
  }

  for (let i = 0; i < pointsOf(span); i += 1) {
    const t = span.start + i * span.step
    yield* until(t)
    const watch = life.at(t)
    for (const page of pages) {
      const answer = isThere(page.past, t) ? pageAnswer(service.name, page, i) : null
      if (answer === null) continue
      observe(watch, answer, t)
      yield* recall(watch, page.past.pod.name, t)
      yield
    }
    look(t)
  }
  yield* until(past.until)
  return { service: service.name, moments: told.moments(), marks: life.marks() }
}
