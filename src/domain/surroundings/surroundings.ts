import type { Runtime } from '#src/domain/diagnosis/command.ts'
import type { Kubernetes, Service } from '#src/domain/fleet/fleet.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** That `from` needs `to`. */
export type Need = {
  readonly from: string
  readonly to: string
  /** Who says so: the fleet file's `dependsOn`, or the name of a health check. */
  readonly by: 'fleet-file' | 'health-check'
}

/** One end of a need. `light` is null for what the fleet does not watch. */
export type Neighbour = {
  readonly name: string
  readonly light: Light | null
  /** `service`: of this fleet. `external`: declared so. `missing`: neither. */
  readonly kind: 'service' | 'external' | 'missing'
}

/** What the fleet file says of the service itself that its pods are asked and judged by. */
export type ToldOfService = Pick<Service, 'bounds' | 'workers' | 'credentials' | 'endpoints'>

/** What a service needs and what needs it, two steps in each direction. */
export type Surroundings = {
  readonly needs: readonly Need[]
  /** Everything that `needs` names, the service itself included. */
  readonly neighbours: readonly Neighbour[]
  /** How many more there are, where they are too many to be drawn; left out where there are none. */
  readonly leftOut?: number
  /** Where it runs; null where the fleet file does not tell. */
  readonly kubernetes: Kubernetes | null
  /** What its pods are written in, as far as it is known. */
  readonly runtimes: readonly { readonly pod: string; readonly runtime: Runtime | null }[]
  /** Left out where nobody asked the fleet file for it. */
  readonly told?: ToldOfService
}
