import type { Labels } from '#src/domain/exposition/exposition.ts'
import type { Pod, PrometheusSource } from '#src/domain/fleet/fleet.ts'
import { hostOf, hostPortOf } from './hostPort.ts'
import type { ScrapeTarget } from './scrapeTarget.ts'

/**
 * A target that is a pod of the fleet: its labels, and the names of those by which its series are told from others.
 * A pod that is known by a label keeps its past when it comes back at another address.
 */
export type PodTarget = { readonly labels: Labels; readonly identity: readonly string[] }

/** Which target a pod of the fleet is, or why none can be named. */
export type TargetMatch =
  | { readonly kind: 'target'; readonly target: PodTarget }
  /** Nothing that is scraped has its name or address. */
  | { readonly kind: 'none' }
  /** Several have, and nothing tells which is meant: the wrong one's past would be worse than none. */
  | { readonly kind: 'several'; readonly jobs: readonly string[] }

type Settings = Pick<PrometheusSource, 'labels'>

/** Labels in which scrape configurations keep the name of the service; Kubernetes' own ones among them. */
export const SERVICE_LABELS = [
  'job',
  'service',
  'app',
  'app_kubernetes_io_name',
  'kubernetes_name',
  'container',
]
export const POD_LABELS = ['pod', 'kubernetes_pod_name', 'pod_name']

/** Where names may be used twice. */
export const REALMS = ['cluster', 'namespace', 'kubernetes_namespace']

/** What tells that a target is this pod, and the label that it is known by from then on. */
type Clue = { readonly label: string; readonly fits: (target: ScrapeTarget) => boolean }

function addressOf(pod: Pod): (text: string | null | undefined) => boolean {
  const addresses = new Set(
    [pod.shownUrl, pod.url].map((url) => (url === undefined ? null : hostPortOf(url))),
  )
  return (text) => text !== null && text !== undefined && addresses.has(text.toLowerCase())
}

/** The surest first. */
function cluesOf(pod: Pod, { labels: { pod: podLabel } }: Settings): readonly Clue[] {
  const named = (label: string): Clue => ({ label, fits: ({ labels }) => labels[label] === pod.name })
  if (podLabel !== null) return [named(podLabel)]
  const isAddress = addressOf(pod)
  return [
    ...POD_LABELS.map(named),
    {
      label: 'instance',
      fits: ({ labels, scrapeUrl }) =>
        isAddress(labels['instance']) || (scrapeUrl !== null && isAddress(hostPortOf(scrapeUrl))),
    },
    { label: 'instance', fits: ({ labels }) => hostOf(labels['instance'] ?? '') === pod.name.toLowerCase() },
  ]
}

/** Whether a label's value is a name, or a path that ends with it. */
export const endsAs = (text: string, name: string): boolean => text === name || text.endsWith(`/${name}`)

/** Those of the targets that fit, or all of them where none does. */
const preferring = (
  targets: readonly ScrapeTarget[],
  fits: (target: ScrapeTarget) => boolean,
): readonly ScrapeTarget[] => {
  const found = targets.filter(fits)
  return found.length > 0 ? found : targets
}

const jobsOf = (targets: readonly ScrapeTarget[]): readonly string[] =>
  [...new Set(targets.map(({ labels }) => labels['job'] ?? ''))].sort()

/** One job and instance may be written by two replicas of a server: the same scrapes twice. */
function onlyOne(targets: readonly ScrapeTarget[]): ScrapeTarget | null {
  const [first] = targets
  if (first === undefined) return null
  const names = ['job', 'instance', ...REALMS]
  return targets.every(({ labels }) => names.every((name) => labels[name] === first.labels[name]))
    ? first
    : null
}

const identified = ({ labels }: ScrapeTarget, label: string): TargetMatch => ({
  kind: 'target',
  target: { labels, identity: ['job', label, ...REALMS.filter((name) => labels[name] !== undefined)] },
})

/**
 * Finds the target that is a pod. The clues are tried from the surest on: a label with the pod's name, `instance` or
 * the scraped URL with the host and port of the pod's URL, `instance` with the pod's name for a host. Of several that
 * fit one clue those are taken whose job, service or app is called as the service, and of these those that fit the
 * other clues as well. Labels that the fleet file names decide alone: `labels.pod` which pod it is, `labels.service`
 * whether it is of the service at all.
 */
export function matchTarget(
  service: string,
  pod: Pod,
  targets: readonly ScrapeTarget[],
  settings: Settings,
): TargetMatch {
  const { service: serviceLabel } = settings.labels
  const eligible =
    serviceLabel === null ? targets : targets.filter(({ labels }) => labels[serviceLabel] === service)
  const clues = cluesOf(pod, settings)
  const clue = clues.find(({ fits }) => eligible.some(fits))
  if (clue === undefined) return { kind: 'none' }
  const found = preferring(eligible.filter(clue.fits), ({ labels }) =>
    SERVICE_LABELS.some((name) => endsAs(labels[name] ?? '', service)),
  )
  const target = onlyOne(found)
  if (target !== null) return identified(target, clue.label)
  // Two ports of one pod: the one that the fleet file names, and from then on by its address.
  const nearest = onlyOne(clues.reduce((left, { fits }) => preferring(left, fits), found))
  return nearest === null ? { kind: 'several', jobs: jobsOf(found) } : identified(nearest, 'instance')
}
