import type { JournalStretch } from '#src/domain/journal/journalStretch.ts'
import { lightPast } from '#src/domain/journal/lightPast.ts'
import { valueAt } from '#src/domain/journal/valueAt.ts'
import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import { seriesName } from '#src/domain/series/historyBook.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { Around, Then } from '#src/engine/drillProtocol.ts'

/** How far before and after a moment it is told what changed. */
const AROUND: DurationMs = minutes(30)

/** Of more that changed the nearest are told; and of more pods the first ones. */
const MOST_AROUND = 100
const MOST_PODS = 50

type Asked = { readonly watch: Watch; readonly journal: VerdictJournal; readonly at: EpochMs }

/** Of the service itself every change counts, of what it needs only that of its light. */
const isTold = ({ turn }: JournalStretch, own: boolean): boolean =>
  turn !== 'first' && turn !== 'again' && (own || turn !== 'other')

function lightsAround({ journal, at }: Asked, service: string, own: boolean): Around[] {
  const stretches = journal.between(service, at - AROUND, at + AROUND)
  return stretches
    .filter((one) => one.moment.at >= at - AROUND && isTold(one, own))
    .map(({ moment }) => ({ kind: 'light', at: moment.at, service, pod: null, moment }))
}

function marksAround({ watch, at }: Asked, service: string): Around[] {
  const { marks } = watch.memory
  return [...marks.livesOf(service).keys()].flatMap((pod) =>
    marks
      .marksOf(service, pod)
      .filter((mark) => Math.abs(mark.at - at) <= AROUND)
      .map(({ at: when, kind, version }): Around => ({ kind, at: when, service, pod, version })),
  )
}

/** What a service needs, as far as it is known. */
function needsOf({ services }: Watch, service: string): readonly string[] {
  const watched = services.get(service)
  return watched?.needed?.names ?? watched?.service.dependsOn ?? []
}

function aroundOf(asked: Asked, service: string): readonly Around[] {
  const names = [service, ...needsOf(asked.watch, service)]
  const all = names.flatMap((name) =>
    lightsAround(asked, name, name === service).concat(marksAround(asked, name)),
  )
  const away = (one: Around): DurationMs => Math.abs(one.at - asked.at)
  return all
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, MOST_AROUND)
    .toSorted((a, b) => a.at - b.at)
}

function valuesOf({ watch, at }: Asked, service: string, moment: VerdictMoment | null): Then['values'] {
  const pods = moment?.pods.map(({ name }) => name) ?? [...(watch.services.get(service)?.pods.keys() ?? [])]
  return pods.slice(0, MOST_PODS).flatMap((pod) =>
    SIGNALS.flatMap((signal) => {
      const history = watch.memory.histories.get(seriesName(service, pod, signal))
      const value = history === null ? null : valueAt(history, at)
      return value === null ? [] : [{ pod, signal, value }]
    }),
  )
}

/**
 * How a service stood at a moment, what changed within half an hour around it, and when it changed at all. Null where the
 * fleet has no such service and nothing is known of one.
 */
export function thenOf(watch: Watch, journal: VerdictJournal, service: string, at: EpochMs): Then | null {
  const knownSince = journal.knownSince(service)
  if (knownSince === null && !watch.services.has(service)) return null
  const asked = { watch, journal, at }
  const moment = journal.at(service, at)
  const turns = new Set(watch.memory.lights.observed(service, -Infinity, Infinity).map(({ from }) => from))
  for (const { from, turn } of journal.between(service, -Infinity, Infinity)) {
    if (turn !== 'first' && turn !== 'again') turns.add(from)
  }
  return {
    at,
    moment,
    knownSince,
    around: aroundOf(asked, service),
    values: valuesOf(asked, service, moment),
    past: lightPast(watch.memory.lights, service, journal.seen()),
    turns: [...turns].toSorted((a, b) => a - b),
  }
}
