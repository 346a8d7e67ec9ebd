import { readFileSync } from 'node:fs'
import type { Exposition } from '#src/domain/exposition/exposition.ts'
import { readExposition } from '#src/domain/exposition/expositionReader.ts'
import { wantedFamilies } from '#src/domain/exposition/wanted.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { ok } from '#src/domain/result.ts'
import { WANTED } from '#src/domain/signals/wantedNames.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'

const PAGE = new URL('../fixtures/samples/go-app/metrics.txt', import.meta.url)

/** What is kept of a page as a Go process has answered it. */
export function goPage(): Exposition {
  const page = readExposition(readFileSync(PAGE), { wanted: wantedFamilies(WANTED) })
  if (!page.ok) throw new Error(page.error.reason)
  return page.value
}

/** So many services of so many pods each; `thresholds` as in a fleet file. */
export function fleetOfSize(services: number, pods: number, thresholds: object = {}): Fleet {
  const names = Array.from({ length: services }, (_, i) => `service-${i}`)
  const fleet = parseFleet({
    thresholds,
    services: names.map((name) => ({
      name,
      pods: Array.from({ length: pods }, (_, i) => ({
        name: `${name}-${i}`,
        url: `http://${name}-${i}.example:8080`,
      })),
    })),
  })
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error))
  return fleet.value
}

type Pod = { readonly service: string; readonly pod: string }

export const podsOf = ({ services }: Fleet): readonly Pod[] =>
  services.flatMap(({ name, pods }) => pods.map((pod) => ({ service: name, pod: pod.name })))

/** A healthy answer, or a refusal. */
export function healthAnswer(pod: Pod, at: number, good: boolean): ProbeEnded {
  const common = { kind: 'probe', endpoint: 'health', ...pod, at, took: 12, freshFor: 15_000 } as const
  if (!good) {
    return { ...common, result: { ok: false, error: { kind: 'unreachable', by: 'browser', detail: null } } }
  }
  const reading = { state: 'ok', format: 'status-word', why: null } as const
  return { ...common, result: ok({ ...reading, checks: [], version: '1.4.2', logs: [], metrics: [] }) }
}

export function metricsAnswer(pod: Pod, at: number, exposition: Exposition): ProbeEnded {
  const result = ok({ at, took: 30, exposition })
  return { kind: 'probe', endpoint: 'metrics', ...pod, at, took: 30, freshFor: 45_000, result }
}
