import type { SampleService } from '#e2e/fleet/sampleService.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'

export type PodAddress = { readonly service: string; readonly name: string; readonly url: string }

const link = (kind: string, name: string) => `https://${kind}.example/${name}`

/** The fleet file of running pods, for the dashboard; short intervals, since this fleet is there to be watched. */
export function writeFleetFile(services: readonly SampleService[], pods: readonly PodAddress[]): FleetFile {
  return {
    title: 'Sample shop',
    intervals: { health: '2s', ready: '4s', metrics: '4s', version: '1m' },
    services: services.map((service) => ({
      name: service.name,
      team: service.team,
      tier: service.tier,
      dependsOn: [...service.dependsOn],
      links: {
        runbook: link('runbooks', service.name),
        dashboard: link('dashboards', service.name),
        logs: link('logs', service.name),
        channel: link('chat', service.team),
      },
      ...(service.endpoints === undefined ? {} : { endpoints: { ...service.endpoints } }),
      bounds: { memory: `${service.memoryMiB}MiB` },
      pods: pods.filter((pod) => pod.service === service.name).map(({ name, url }) => ({ name, url })),
    })),
  }
}
