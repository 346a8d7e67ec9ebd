import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { Age } from '#src/ui/Age.tsx'

/** A page full of seconds that tick is restless and costs a repaint a row: within the first minute, fives will do. */
function coarse(age: DurationMs): DurationMs {
  const step = age < minutes(1) ? seconds(5) : minutes(1)
  return Math.floor(Math.max(0, age) / step) * step
}

/** The age of what a row shows. */
export function RowAge({ observedAt }: { readonly observedAt: EpochMs | null }) {
  const age = useOfNow((now) => (observedAt === null ? null : coarse(now - observedAt)))
  return <Age age={age} />
}
