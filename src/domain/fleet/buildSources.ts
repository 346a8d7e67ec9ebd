import type { PrometheusSource, Sources } from './fleet.ts'
import type { FleetFile } from './fleetFile.ts'

function buildPrometheus({ sources, credentials }: FleetFile): PrometheusSource | null {
  const file = sources?.prometheus
  if (file === undefined) return null
  return {
    url: file.url,
    ...(file.shownUrl === undefined ? {} : { shownUrl: file.shownUrl }),
    credentials: file.credentials ?? credentials ?? 'omit',
    labels: { service: file.labels?.service ?? null, pod: file.labels?.pod ?? null },
    match: file.match ?? {},
  }
}

/** The sources that a valid fleet file names, with their defaults: a URL alone is enough. */
export const buildSources = (file: FleetFile): Sources => ({ prometheus: buildPrometheus(file) })
