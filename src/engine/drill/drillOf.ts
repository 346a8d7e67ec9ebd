import { type UnmatchedSignal, unmatchedSignals } from '#src/domain/signals/unmatchedSignals.ts'
import { signalHistories } from '#src/domain/watch/signalHistories.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { DrillAnswer, DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { Ports } from '#src/engine/ports.ts'
import { inSlices } from '#src/engine/sources/prometheus/inSlices.ts'
import type { Drill, DrillNotes } from './drill.ts'
import { explorer } from './explorer.ts'
import { journaling } from './journaling.ts'
import { recordOf } from './recordOf.ts'
import { surroundingsIn } from './surroundingsIn.ts'
import { thenOf } from './thenOf.ts'

type OfPod = Extract<DrillQuestion, { readonly about: 'record' }>

/** Signals that the fleet file maps to what is not on a pod's last page; none of a pod that it does not name. */
function unmatchedOf({ services }: Watch, { service, pod }: OfPod): readonly UnmatchedSignal[] {
  const facts = services.get(service)?.pods.get(pod)
  const page = facts?.tracks.metrics?.lastReading?.value.exposition
  return facts === undefined || page === undefined ? [] : unmatchedSignals(facts.service.mapped, page)
}

/** Who looks at no night and no week needs none of them: they come in chunks of their own. */
const bringNight = () => import('./nightIn.ts').catch(() => null)
const bringWeek = () => import('./weekOf.ts').catch(() => null)

/** The drill of the fleet that the file at `fleetUrl` describes. */
export function drillOf(fleetUrl: string, ports: Ports, notes: DrillNotes): Drill {
  const { heard, lookedAt } = notes
  const pages = explorer(notes, ports.monotonic)
  const past = journaling(fleetUrl, ports)
  void past.whenRead().then(() => notes.past.attach(past.journal))

  const answer = (watch: Watch, question: DrillQuestion): DrillAnswer => {
    const { about } = question
    if (about === 'night' || about === 'week') return { about, found: null }
    const { service } = question
    if ('pod' in question) lookedAt.look(service, question.pod)
    switch (about) {
      case 'record': {
        const { pod } = question
        const record = recordOf(heard.of(service, pod), past.graveyard.of(service, pod))
        return {
          about,
          found: record === null ? null : { ...record, unmatched: unmatchedOf(watch, question) },
        }
      }
      case 'history':
        return { about, found: watch.services.has(service) ? signalHistories(watch, question) : null }
      case 'families':
        return { about, found: pages.families(watch, question) }
      case 'pin':
        return { about, found: pages.pin(watch, question) }
      case 'as-of':
        return { about, found: thenOf(watch, past.journal, service, question.at) }
      case 'surroundings':
        return { about, found: surroundingsIn(watch, service) }
    }
  }

  return {
    turn(watch) {
      pages.turn(watch)
      past.turn(watch)
    },
    saveNow: (watch) => past.saveNow(watch),
    async answer(watch, question) {
      const { about } = question
      if (about === 'week') {
        await past.whenRead()
        const brought = await bringWeek()
        const work = brought?.weekOf(watch, past.journal, question, ports.now())
        return { about, found: work === undefined ? null : await inSlices(work, ports, () => false) }
      }
      if (about === 'night') {
        await past.whenRead()
        const brought = await bringNight()
        const known = { journal: past.journal, reading: notes.past.reading() }
        return { about, found: brought?.nightIn(watch, known, question, ports.now()) ?? null }
      }
      if (question.about === 'as-of' || question.about === 'record') await past.whenRead()
      return answer(watch, question)
    },
    stop: () => past.stop(),
  }
}
