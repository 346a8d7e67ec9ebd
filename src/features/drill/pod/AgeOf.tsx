import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { Age } from '#src/ui/Age.tsx'

/** Within the first minute fives will do: a page full of seconds that tick is restless. */
function coarse(age: DurationMs): DurationMs {
  const step = age < minutes(1) ? seconds(5) : minutes(1)
  return Math.floor(Math.max(0, age) / step) * step
}

/** How old something is; a dash for what was never seen. */
export function AgeOf({ at }: { readonly at: EpochMs | null }) {
  const age = useOfNow((now) => (at === null ? null : coarse(now - at)))
  return <Age age={age} />
}
