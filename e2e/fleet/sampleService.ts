import type { DialectName } from '#e2e/fleet/dialects/dialects.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'

/** What a pod says it runs. */
export type Release = { readonly version: string; readonly commit: string; readonly builtAt: string }

type ServiceEntry = FleetFile['services'][number]

/** One service of the sample shop: what the fleet file says of it, and what its pods are made of. */
export type SampleService = {
  readonly name: string
  readonly team: string
  readonly tier: NonNullable<ServiceEntry['tier']>
  readonly dependsOn: readonly string[]
  /** Which health, version and metrics formats its pods speak. */
  readonly dialect: DialectName
  readonly pods: number
  readonly release: Release
  /** The memory limit, in MiB, that the fleet file names and `leaking-memory` creeps up to. */
  readonly memoryMiB: number
  /** Path of the business endpoint that the load generator calls. */
  readonly api: string
  /** What the fleet file says of endpoints; left out, the dashboard has to find them. */
  readonly endpoints?: NonNullable<ServiceEntry['endpoints']>
}
