import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { FleetIssue } from '#src/domain/fleet/fleetIssue.ts'
import { printable } from '#src/domain/fleet/issueText.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { podBase, podTable, type PodTable } from './podTarget.ts'
import { rewriteFleet } from './rewriteFleet.ts'
import { SOURCE_NAMES, sourceTargets, type SourceTargets } from './sourceTarget.ts'

type Why = Pick<FleetIssue, 'expected' | 'repair'>

/** A fleet file that can be used. `body` is what the page gets. */
export type GoodFleet = {
  readonly kind: 'good'
  readonly body: string
  readonly fleet: Fleet
  readonly pods: PodTable
  /** Its sources, where there are some to forward to. */
  readonly sources: SourceTargets
  /** Pods without an address to forward to; the page gets their URLs as they are written. */
  readonly unforwardable: readonly FleetIssue[]
}

/** A fleet file as it was last read. `body` is what the page gets. */
export type FleetDocument =
  | GoodFleet
  | { readonly kind: 'faulty'; readonly body: string; readonly issues: readonly FleetIssue[] }
  | { readonly kind: 'not-json'; readonly body: string; readonly line: number; readonly column: number }

/** Pods that the gateway cannot forward to, for the reason that `why` gives; null from it lets a pod pass. */
function podIssues(fleet: Fleet, why: (url: string) => Why | null): FleetIssue[] {
  return fleet.services.flatMap((service, i) =>
    service.pods.flatMap((pod, j) => {
      const words = why(pod.url)
      const path = `services[${i}] ${printable(service.name)}, pod ${j + 1} ${printable(pod.name)}`
      return words === null ? [] : [{ path, found: printable(pod.url), ...words }]
    }),
  )
}

const sourceIssues = ({ sources }: Fleet, why: (url: string) => Why | null): FleetIssue[] =>
  SOURCE_NAMES.flatMap((name) => {
    const url = sources[name]?.url
    const words = url === undefined ? null : why(url)
    return words === null ? [] : [{ path: `sources.${name}.url`, found: printable(url), ...words }]
  })

const isAbsolute = (url: string): boolean => /^https?:/i.test(url)

/** It has the shape of a URL and names nothing (`http://a:70000`): nobody can ask there, the page neither. */
const IMPOSSIBLE: Why = {
  expected: 'a URL whose host and port can exist',
  repair: 'Check the host name and the port (1 to 65535).',
}

const whyImpossible = (url: string): Why | null =>
  isAbsolute(url) && podBase(url, null) === null ? IMPOSSIBLE : null

/** The gateway would be told to forward to itself. */
const RELATIVE: Why = {
  expected: 'a whole http(s) URL: the gateway has to know where to forward to',
  repair: 'Write for example "http://10.0.0.7:8080".',
}

/**
 * Reads the text of a fleet file. `fleetUrl`: where it came from, if from the web; relative pod URLs count from there.
 * A faulty file keeps its text, so that the page finds and names the same faults.
 */
export function readFleetDocument(text: string, fleetUrl: URL | null): FleetDocument {
  const body = text.startsWith('\u{FEFF}') ? text.slice(1) : text
  const json = parseJson(body)
  if (!json.ok) return { kind: 'not-json', body, line: json.error.line, column: json.error.column }
  const parsed = parseFleet(json.value)
  if (!parsed.ok) return { kind: 'faulty', body, issues: parsed.error }
  const fleet = parsed.value
  const impossible = [...sourceIssues(fleet, whyImpossible), ...podIssues(fleet, whyImpossible)]
  if (impossible.length > 0) return { kind: 'faulty', body, issues: impossible }
  const pods = podTable(fleet, fleetUrl)
  const sources = sourceTargets(fleet, fleetUrl)
  return {
    kind: 'good',
    body: JSON.stringify(rewriteFleet(json.value, fleet, pods, sources)),
    fleet,
    pods,
    sources,
    unforwardable: podIssues(fleet, (url) => (podBase(url, fleetUrl) === null ? RELATIVE : null)),
  }
}
