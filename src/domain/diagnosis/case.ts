import type { Service } from '#src/domain/fleet/fleet.ts'
import type { Pattern } from '#src/domain/pattern/pattern.ts'
import type { Seen } from '#src/domain/pattern/seen.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** What a diagnosis is made of: a service, what is known of it, and the patterns that were recognised in that. */
export type Case = Seen & {
  readonly service: Service
  readonly light: Light
  /** Names of all that it needs: services of the fleet, and what is none. */
  readonly needed: readonly string[]
  readonly unwatched: readonly string[]
  readonly patterns: readonly Pattern[]
}
