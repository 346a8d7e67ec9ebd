import { signalHistories } from '#src/domain/watch/signalHistories.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { DrillAnswer, DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Drill, DrillNotes } from './drill.ts'
import { recordOf } from './recordOf.ts'

/** The drill of the fleet that the file at `fleetUrl` describes. */
export function drillOf(_fleetUrl: string, _ports: Ports, { heard, lookedAt }: DrillNotes): Drill {
  const answer = (watch: Watch, question: DrillQuestion): DrillAnswer => {
    const { about, service } = question
    if ('pod' in question) lookedAt.look(service, question.pod)
    switch (about) {
      case 'record':
        return { about, found: recordOf(heard.of(service, question.pod), null) }
      case 'history':
        return { about, found: watch.services.has(service) ? signalHistories(watch, question) : null }
      case 'families':
      case 'pin':
      case 'as-of':
      case 'surroundings':
        return { about, found: null }
    }
  }
  return {
    turn: () => undefined,
    answer: (watch, question) => Promise.resolve(answer(watch, question)),
    stop: () => undefined,
  }
}
