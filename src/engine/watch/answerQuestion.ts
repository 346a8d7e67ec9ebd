import { sparkOf } from '#src/domain/digest/sparkOf.ts'
import { explainSlope } from '#src/domain/drift/explainSlope.ts'
import { fleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { DeskQuestion } from '#src/engine/deskProtocol.ts'
import type { DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Answer, PodLines, Question } from '#src/engine/protocol.ts'
import type { Remembering } from './remembering.ts'
import { type DetailSources, serviceDetail } from './serviceDetail.ts'

const podOf = ({ services }: Watch, service: string, pod: string): PodFacts | null =>
  services.get(service)?.pods.get(pod) ?? null

/** The lines of all signals that a pod's page has, in the order of its signals. */
function podLines(watch: Watch, service: string, name: string): PodLines | null {
  const pod = podOf(watch, service, name)
  if (pod === null) return null
  const recent = watch.services.get(service)?.series ?? new Map<string, never>()
  const signals = [...(pod.signals?.signals.keys() ?? [])]
  const lines = { recent, memory: watch.memory }
  return { pod: name, lines: signals.flatMap((signal) => sparkOf(pod, signal, lines, null) ?? []) }
}

/** Who opens no row needs none of it: it comes in a chunk of its own. */
const bring = () => import('./behindService.ts').catch(() => null)

async function answerBehind(watch: Watch, service: string, ports: Ports): Promise<Answer> {
  const brought = await bring()
  return { about: 'behind', found: brought?.behindService(watch, service, ports.now()) ?? null }
}

/** Answers what a page asks: from what the watch knows now, or from all that is remembered. */
export function answerQuestion(
  sources: DetailSources & { readonly past: Pick<Remembering, 'answer'> },
  question: Exclude<Question, DeskQuestion | DrillQuestion>,
  ports: Ports,
): Answer | Promise<Answer> {
  const { watch } = sources
  switch (question.about) {
    case 'policies':
      return { about: 'policies', found: fleetPolicies(watch.fleet) }
    case 'poll-health':
      return { about: 'poll-health', found: sources.poller.health() }
    case 'service':
      return { about: 'service', found: serviceDetail(sources, question.service, ports) }
    case 'behind':
      return answerBehind(watch, question.service, ports)
    case 'lines':
      return { about: 'lines', found: podLines(watch, question.service, question.pod) }
    case 'fit': {
      const pod = podOf(watch, question.service, question.pod)
      return { about: 'fit', found: pod === null ? null : explainSlope(watch.memory, pod, question.signal) }
    }
    case 'export':
    case 'import':
    case 'token':
      return sources.past.answer(question)
  }
}
