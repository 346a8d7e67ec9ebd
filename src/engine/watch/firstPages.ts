import { awaitsMetrics } from '#src/domain/watch/awaitsMetrics.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'

/** A metrics page may hang: nobody waits for the first ones for longer than this. */
const WITHIN: DurationMs = seconds(5)

/**
 * Whether first metrics pages are still to come, asked turn by turn from the first one on; once they are not it stays so.
 * A drift that is remembered is known only with them: until then a service that is full by noon looks well.
 */
export function firstPages({ monotonic }: Pick<Ports, 'monotonic'>): (watch: Watch) => boolean {
  let until: DurationMs | null = null
  let areToCome = true
  return (watch) => {
    until ??= monotonic() + WITHIN
    areToCome &&= monotonic() < until && (watch.seen !== null || awaitsMetrics(watch))
    return areToCome
  }
}
